/** @jest-environment jsdom */
const { init, validate } = require('rehabplan')
const full = require('rehabplan/full')

const plan = { sag: { sagstype: 'revalidering' } }

test('it runs where a browser is imitated', async () => {
  expect(document.title).toBe('')
  await init()
  expect(validate(plan).conclusion).toBe('deficient')
  expect(validate(new Uint8Array(Buffer.from(JSON.stringify(plan)))).conclusion).toBe('deficient')
  await full.init()
})
