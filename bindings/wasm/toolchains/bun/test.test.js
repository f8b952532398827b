import { expect, test } from 'bun:test'
import { validate } from 'rehabplan'

test('it runs', () => expect(validate({ sag: { sagstype: 'revalidering' } }).conclusion).toBe('deficient'))
