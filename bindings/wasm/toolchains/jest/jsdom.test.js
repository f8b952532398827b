/** @jest-environment jsdom */
import { init, validate } from 'rehabplan'
import * as full from 'rehabplan/full'

const plan = { sag: { sagstype: 'revalidering' } }

test('after init(), as in a browser', async () => {
  expect(document.title).toBe('')
  expect(() => validate(plan)).toThrow('init()')
  await init()
  expect(validate(plan).conclusion).toBe('deficient')
  expect(validate(new Uint8Array(Buffer.from(JSON.stringify(plan)))).conclusion).toBe('deficient')
  await full.init()
})
