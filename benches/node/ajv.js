// The equal subset in ajv, with all errors and the two orders of dates.
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export function compile(schema) {
  const ajv = new Ajv({ allErrors: true, $data: true, strict: false })
  addFormats(ajv, { mode: 'full', keywords: true })
  return ajv.compile(schema)
}
