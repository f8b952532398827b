import { expect, test } from 'vitest'
import { RehabplanError, init, validate } from 'rehabplan'
import * as inline from 'rehabplan/inline'

const plan = { sag: { sagstype: 'revalidering' } }

test('it runs, and takes bytes of this realm', async () => {
  expect(typeof document).toBe(process.env.ENVIRONMENT === 'jsdom' ? 'object' : 'undefined')
  await init()
  const bytes = new TextEncoder().encode(JSON.stringify(plan))
  for (const given of [plan, bytes, new Uint8Array(bytes), bytes.buffer]) expect(validate(given).conclusion).toBe('deficient')
  expect(inline.validate(plan).conclusion).toBe('deficient')
  expect(() => validate('{')).toThrow(RehabplanError)
  expect(() => validate(new Map())).toThrow(TypeError)
})
