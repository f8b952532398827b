const { RehabplanError, planSchema, validate } = require('rehabplan')
const inline = require('rehabplan/inline')

const plan = { sag: { sagstype: 'revalidering' } }

test('it runs', () => {
  expect(validate(plan, { lang: 'en' }).conclusion).toBe('deficient')
  expect(inline.validate(plan).conclusion).toBe('deficient')
})

test('bytes and errors of this realm', () => {
  expect(validate(new TextEncoder().encode(JSON.stringify(plan))).conclusion).toBe('deficient')
  expect(validate(new Uint8Array(Buffer.from(JSON.stringify(plan))).buffer).conclusion).toBe('deficient')
  expect(() => validate('{')).toThrow(RehabplanError)
  expect(() => validate(new Map())).toThrow(TypeError)
  expect(planSchema['~standard'].validate(plan).issues.length).toBeGreaterThan(0)
})
