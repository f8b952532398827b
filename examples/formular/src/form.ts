// What every field needs to know: the plan, what is required of it, and what there is to say about it.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldNeed, Finding } from 'rehabplan/inline'
import { deciding, facts } from './texts'
import { type Draft, type Field, type Json, fields, isFilled, read } from './model'

export interface Form {
  plan: Draft
  change(pointer: string, value: Json | undefined): void
  /** The person has been at a field, so what is missing there may be said. */
  visit(pointer: string): void
  visited: ReadonlySet<string>
  showAll: boolean
  findings: ReadonlyMap<string, Finding[]>
  /** What the case asks of the field at a place. */
  need(pointer: string): FieldNeed
  /** Also show what this kind of case does not ask for. */
  showIrrelevant: boolean
}

export const FormContext = createContext<Form>(undefined as never)
export const useForm = () => useContext(FormContext)

/** Whether a field has a place in this case: it is asked for, or somebody has filled it in. */
export function isShown(form: Form, field: Field, pointer: string): boolean {
  const value = read(form.plan, pointer)
  if (form.showIrrelevant || isFilled(value)) return true
  // Something stands in these two only when it should not.
  if (field.kind === 'anything') return false
  // Facts that only a profile looks at; the form checks against the regulation alone.
  if (field.provision.startsWith('profil:')) return false
  if (field.pattern.startsWith('/sag/')) return field.key === 'sagstype' || isFactOf(form.plan, field.key)
  const own = form.need(pointer).need
  if (own !== 'free') return own !== 'irrelevant' || deciding.has(field.pattern)
  // A field of which no requirement speaks follows those around it.
  const inside = field.fields.length > 0 ? field.pattern : field.pattern.slice(0, field.pattern.lastIndexOf('/'))
  const needs = needsBelow(form, inside)
  return needs.length === 0 || needs.some((need) => need !== 'irrelevant')
}

const needsBelow = (form: Form, pattern: string) =>
  [...fields.keys()]
    .filter((one) => one.startsWith(`${pattern}/`))
    .map((one) => (deciding.has(one) ? 'optional' : form.need(one).need))
    .filter((need) => need !== 'free')

const isFactOf = (plan: Draft, key: string) => facts[String(read(plan, '/sag/sagstype'))]?.includes(key) ?? false

/**
 * What to say at a place now. That something is missing is not said before the person has been there: a new plan is not
 * a page of faults.
 */
export function messages(form: Form, pointer: string): Finding[] {
  const all = form.findings.get(pointer) ?? []
  const mayTell = form.showAll || form.visited.has(pointer) || isFilled(read(form.plan, pointer))
  const isMissing = ({ rule, key, severity }: Finding) => severity !== 'warning' && (rule !== null || key.startsWith('scopeUnknown!'))
  return mayTell ? all : all.filter((one) => !isMissing(one))
}

/** Ids of elements, made of the place in the plan. */
export const idOf = (pointer: string) => `felt${pointer.replaceAll('/', '-')}`
