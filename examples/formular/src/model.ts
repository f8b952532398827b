// The form's fields, read off the JSON Schema, and reading and writing of a plan by JSON Pointer.
import { jsonSchema } from 'rehabplan/inline'

export type Kind = 'text' | 'date' | 'boolean' | 'number' | 'code' | 'object' | 'list' | 'anything'

export interface Field {
  key: string
  /** JSON Pointer, with `*` for any place in a list. */
  pattern: string
  title: string
  /** The provision that the field serves, where no requirement names a finer one. */
  provision: string
  kind: Kind
  /** The codes that it may hold, with what they are called. */
  codes: Map<string, string>
  /** The fields of an object, or of each entry of a list of objects. */
  fields: Field[]
  /** What the entries of a list are. */
  entries?: Kind
}

interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  anyOf?: Schema[]
  oneOf?: { const: string; title?: string }[]
  type?: string | string[]
  format?: string
  items?: Schema
  properties?: Record<string, Schema>
  title?: string
  'x-hjemmel'?: string
}

const root = jsonSchema() as Schema

function resolve(schema: Schema): Schema {
  const one = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
  return one.$ref ? (root.$defs?.[one.$ref.split('/').pop()!] ?? one) : one
}

function kindOf({ oneOf, properties, type, format }: Schema): Kind {
  const types = [type].flat()
  if (oneOf) return 'code'
  if (properties) return 'object'
  if (types.includes('array')) return 'list'
  if (types.includes('string')) return format === 'date' ? 'date' : 'text'
  if (types.includes('boolean')) return 'boolean'
  return types.includes('number') || types.includes('integer') ? 'number' : 'anything'
}

/** Spellings that are only read have no title, and are not offered. */
const codesOf = ({ oneOf = [] }: Schema) => new Map(oneOf.flatMap(({ const: code, title }) => (title ? [[code, title] as const] : [])))

export const codeName = (field: Field, code: string) => field.codes.get(code) ?? code

function fieldsOf({ properties = {} }: Schema, parent: string): Field[] {
  return Object.entries(properties).map(([key, property]) => {
    const what = resolve(property)
    const entry = resolve(what.items ?? {})
    const pattern = `${parent}/${key}`
    const kind = kindOf(what)
    return {
      key,
      pattern,
      title: property.title ?? key,
      provision: property['x-hjemmel'] ?? '',
      kind,
      codes: codesOf(kind === 'list' ? entry : what),
      fields: kind === 'list' ? fieldsOf(entry, `${pattern}/*`) : fieldsOf(what, pattern),
      ...(kind === 'list' && { entries: kindOf(entry) }),
    }
  })
}

export const parts = fieldsOf(root, '')

const flat = (fields: Field[]): Field[] => fields.flatMap((field) => [field, ...flat(field.fields)])
export const fields = new Map(flat(parts).map((field) => [field.pattern, field]))

export const patternOf = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

// A plan as it comes, with whatever somebody's file has in it.
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Draft = { [key: string]: Json }

export const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function read(plan: Draft, pointer: string): Json | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((value, key) => {
      if (Array.isArray(value)) return value[Number(key)]
      return isObject(value) ? value[key] : undefined
    }, plan)
}

/** Whether anything is filled in. */
export function isFilled(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (isObject(value)) return Object.values(value).some(isFilled)
  return value !== undefined && value !== null && value !== ''
}

/** A plan with another value at a place. What becomes empty goes, so that an untouched part is an absent part. */
export function write(plan: Draft, pointer: string, value: Json | undefined): Draft {
  const set = (target: Json | undefined, [key, ...rest]: string[], inList: boolean): Json | undefined => {
    if (key === undefined) return value
    if (Array.isArray(target) || (target === undefined && inList)) {
      const list = [...((target as Json[]) ?? [])]
      const place = Number(key)
      const entry = set(list[place], rest, false)
      // An entry of a list stays, even when it is empty: the person is about to fill it in.
      list[place] = entry ?? (rest.length > 0 ? {} : '')
      return list
    }
    const object = isObject(target) ? { ...target } : {}
    const member = set(object[key], rest, /^\d+$/.test(rest[0] ?? ''))
    const isEmpty = member === undefined || member === '' || (Array.isArray(member) && member.length === 0)
    if (isEmpty || (isObject(member) && Object.keys(member).length === 0)) delete object[key]
    else object[key] = member!
    return object
  }
  return (set(plan, pointer.split('/').slice(1), false) ?? {}) as Draft
}
