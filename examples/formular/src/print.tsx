import { type ReportWithNeeds, requirements, sortOut } from 'rehabplan/inline'
import { placeName } from './checklist'
import { type Draft, type Field, type Json, codeName, fields, isFilled, isObject } from './model'
import { conclusions, phaseName, sections, variantName } from './texts'

interface Props {
  plan: Draft
  checked: ReportWithNeeds
}

/** The plan as a document to read on paper: what is filled in, and what the check says. */
export function Print({ plan, checked }: Props) {
  const { report } = checked
  const { blocking, warnings, undetermined, reviews, exempt } = sortOut(report)
  const demands = new Map(requirements(checked).map(({ rule, demand }) => [rule, demand]))
  // What is not known, or lifted, has to say first what it is about.
  const about = ({ rule, message, exemption, ...one }: (typeof exempt)[number]) => ({ ...one, message: demands.get(rule) ?? message, why: exemption ? `Fritaget efter ${exemption}` : message })
  const lists: [string, Said[]][] = [
    ['Mangler', blocking],
    ['Bør ses efter', warnings],
    ['Kan ikke afgøres', undetermined.map(about)],
    ['Vurderes af sagsbehandleren', reviews.map((one) => ({ ...one, isToTick: true }))],
    ['Fritaget', exempt.map((one) => ({ ...about(one), paths: [], remedy: null }))],
  ]
  return (
    <article class="print">
      <h1>Rehabiliteringsplan</h1>
      <p>
        {report.variant && `${variantName(report.variant)}. `}Fase: {phaseName(report.phase)}.
        {report.asOf && ` Kontrolleret ${inDanish(report.asOf)}.`}
      </p>
      {sections.map(({ id, title, places }) => {
        const filled = places.map((place) => fields.get(place)!).filter((field) => isFilled(valueAt(plan, field)))
        return (
          filled.length > 0 && (
            <section key={id}>
              <h2>{title}</h2>
              <dl>
                {filled.map((field) => (
                  <Entry key={field.pattern} field={field} value={valueAt(plan, field)!} isTop={places.length === 1 || field.title === title} />
                ))}
              </dl>
            </section>
          )
        )
      })}
      <section>
        <h2>Kontrol efter bekendtgørelsen</h2>
        <p>{conclusions[report.conclusion]}.</p>
        {report.notes.map(({ code, text }) => (
          <p key={code}>{text}</p>
        ))}
        {lists.map(
          ([title, all]) =>
            all.length > 0 && (
              <div key={title}>
                <h3>{title}</h3>
                <ul>
                  {all.map((one) => (
                    <Point {...one} />
                  ))}
                </ul>
              </div>
            ),
        )}
      </section>
    </article>
  )
}

/** What the check says of one requirement, or of one place. */
interface Said {
  key: string
  message: string
  citation: string | null
  paths: string[]
  remedy: string | null
  why?: string
  isToTick?: boolean
}

function Point({ message, citation, paths, remedy, why, isToTick }: Said) {
  const places = paths.filter((path) => path !== '').map(placeName)
  return (
    <li>
      {isToTick && <span class="box" aria-hidden="true" />}
      {message}
      {citation && ` (${citation})`}
      {why && <p>{why}</p>}
      {places.length > 0 && <p class="where">{places.join('; ')}</p>}
      {remedy && <p>{remedy}</p>}
    </li>
  )
}

const valueAt = (plan: Draft, { pattern }: Field) =>
  pattern.split('/').slice(1).reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), plan)

function Entry({ field, value, isTop }: { field: Field; value: Json; isTop?: boolean }) {
  if (!isFilled(value)) return null
  if (field.kind === 'object' && isObject(value)) {
    const inner = field.fields.map((one) => <Entry key={one.key} field={one} value={value[one.key] ?? null} />)
    return isTop ? <>{inner}</> : <div class="inner"><dt>{field.title}</dt><dd><dl>{inner}</dl></dd></div>
  }
  return (
    <div>
      <dt>{field.title}</dt>
      <dd>{Array.isArray(value) ? <Entries field={field} values={value} /> : inWords(field, value)}</dd>
    </div>
  )
}

function Entries({ field, values }: { field: Field; values: Json[] }) {
  if (field.entries !== 'object') return <>{values.map((value) => inWords(field, value)).join(', ')}</>
  return (
    <ol>
      {values.map((value, place) => (
        <li key={place}>
          <dl>{isObject(value) && field.fields.map((one) => <Entry key={one.key} field={one} value={value[one.key] ?? null} />)}</dl>
        </li>
      ))}
    </ol>
  )
}

function inWords(field: Field, value: Json): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'string' && isDate(value)) return inDanish(value)
  if (typeof value === 'string') return codeName(field, value)
  return JSON.stringify(value)
}

const noon = (day: string) => new Date(`${day}T12:00Z`)
/** 31 February is read as 3 March, so the date must come back as it was. */
const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(noon(text).getTime()) && noon(text).toISOString().startsWith(text)
const inDanish = (day: string) => noon(day).toLocaleDateString('da-DK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
