import { useId, useRef } from 'preact/hooks'
import { explain, recommendation } from 'rehabplan/inline'
import { idOf, isShown, messages, useForm } from './form'
import { type Field, type Json, codeName, isFilled, isObject, read } from './model'
import { entryName, neuter, oneLine } from './texts'

interface Props {
  field: Field
  pointer: string
}

/** A field of any kind, where the case has a place for it. */
export function AnyField({ field, pointer }: Props) {
  const form = useForm()
  if (!isShown(form, field, pointer)) return null
  const value = read(form.plan, pointer)
  if (field.kind === 'object') return value !== undefined && !isObject(value) ? <Foreign {...{ field, pointer }} /> : <Group {...{ field, pointer }} />
  if (field.kind === 'list') {
    if (value !== undefined && !Array.isArray(value)) return <Foreign {...{ field, pointer }} />
    return field.entries === 'code' ? <Choices {...{ field, pointer }} /> : <Repeated {...{ field, pointer }} />
  }
  if (field.kind === 'anything' || (value !== undefined && value !== null && typeof value === 'object')) return <Foreign {...{ field, pointer }} />
  if (field.kind === 'boolean') return <YesNo {...{ field, pointer }} />
  return <Line {...{ field, pointer }} />
}

/** What stands around a control: its name, what the law demands, and what there is to say. */
function useSurroundings({ field, pointer }: Props) {
  const form = useForm()
  const id = idOf(pointer)
  const found = messages(form, pointer)
  const isInvalid = found.some(({ severity }) => severity === 'error')
  const { need } = form.need(pointer)
  return {
    id,
    isInvalid,
    need,
    describedBy: [BADGES[need] && `${id}-krav`, found.length > 0 && `${id}-besked`].filter(Boolean).join(' ') || undefined,
    badge: <Badge pointer={pointer} />,
    demands: <Demands field={field} pointer={pointer} />,
    said: <Messages pointer={pointer} />,
  }
}

const BADGES = { required: 'Kræves nu', exempt: 'Fritaget', later: 'Først senere', optional: '', irrelevant: 'Ikke relevant i denne sag', free: '', unknown: '' }

function Badge({ pointer }: { pointer: string }) {
  const { need, exemption } = useForm().need(pointer)
  if (!BADGES[need]) return null
  return (
    <span id={`${idOf(pointer)}-krav`} class={`badge ${need}`}>
      {BADGES[need]}
      {need === 'exempt' && exemption && ` efter ${exemption}`}
    </span>
  )
}

/** The provision, which opens to what it demands and what is left to a person. */
function Demands({ field, pointer }: Props) {
  const all = useForm()
    .need(pointer)
    .requirements.filter(({ status }) => status !== 'notRelevant')
  if (all.length === 0) return field.fields.length > 0 ? null : <span class="provision">{field.provision}</span>
  const citations = [...new Set(all.map(({ citation }) => citation.replace(/ \(.*\)$/, '')))]
  return (
    <details class="demands">
      <summary>
        <span class="visually-hidden">Hvad kræver </span>
        {citations.slice(0, 2).join(' · ')}
        {citations.length > 2 && ' m.fl.'}
      </summary>
      <ul>
        {all.map((one) => (
          <li key={one.rule}>
            <strong>{one.citation}</strong> {one.demand}.
            {one.exemption && <Lifted exemption={one.exemption} exemptedBy={one.exemptedBy} />}
            {explain(one.rule).judgement && <span class="judgement"> Vurderes af dig: {explain(one.rule).judgement!.da}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

export function Lifted({ exemption, exemptedBy }: { exemption: string; exemptedBy: string[] }) {
  const why = exemptedBy.slice(0, 1).map((id) => explain(id).summary.da)
  return (
    <span class="lifted">
      {' '}
      Fritaget efter {exemption}
      {why.length > 0 && `: ${why[0]}`}
    </span>
  )
}

const SYMBOL = { error: '!', warning: '!', none: '?' }
const WORD = { error: 'Mangel', warning: 'Bør ses efter', none: 'Kan ikke afgøres' }

export function Messages({ pointer }: { pointer: string }) {
  const found = messages(useForm(), pointer)
  return (
    <>
      <div id={`${idOf(pointer)}-besked`} class="messages" aria-live="polite">
        {found.map(({ key, severity, message, remedy, note, citation }) => (
          <p key={key} class={`message ${severity ?? 'none'}`}>
            <span class="symbol" aria-hidden="true">
              {SYMBOL[severity ?? 'none']}
            </span>
            <span>
              <span class="visually-hidden">{WORD[severity ?? 'none']}: </span>
              {message.replace(/\.$/, '')}.{note && note.text !== message && ` ${note.text}`} {remedy && <span class="remedy">{remedy.replace(/\.$/, '')}.</span>}{' '}
              {citation && <span class="citation">{citation}</span>}
            </span>
          </p>
        ))}
      </div>
      {found.some(({ rule }) => rule === LANGUAGE_CHECK) && <Pointed pointer={pointer} />}
    </>
  )
}

const LANGUAGE_CHECK = 'P3.3.b'

/**
 * The sentence that the language check points out, with the words that weighed most. Not in the messages, which are read aloud
 * when they change: this changes with every letter.
 */
function Pointed({ pointer }: { pointer: string }) {
  const text = String(read(useForm().plan, pointer))
  const found = recommendation(text, pointer)
  if (!found) return null
  const words = found.words.sort(([one], [other]) => one - other)
  const [start, end] = found.sentence
  return (
    <p class="pointed">
      Sætningen: »
      {words.map(([from, to], place) => (
        <>
          {text.slice(words[place - 1]?.[1] ?? start, from)}
          <mark>{text.slice(from, to)}</mark>
        </>
      ))}
      {text.slice(words.at(-1)?.[1] ?? start, end)}«{' '}
      {words.length > 0 && (
        <span class="detail">
          De understregede ord vejede mest<span class="visually-hidden">: {words.map((word) => text.slice(...word)).join(', ')}</span>.
        </span>
      )}
    </p>
  )
}

/** A text, a date, a number or a code. */
function Line({ field, pointer }: Props) {
  const form = useForm()
  const { id, isInvalid, need, describedBy, badge, demands, said } = useSurroundings({ field, pointer })
  const value = read(form.plan, pointer)
  const text = typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '')
  const hint = { date: 'åååå-mm-dd eller dd-mm-åååå', number: 'Tal' }[field.kind as string]
  const common = {
    id,
    'aria-invalid': isInvalid || undefined,
    'aria-required': need === 'required' || undefined,
    'aria-describedby': [hint && `${id}-hjaelp`, describedBy].filter(Boolean).join(' ') || undefined,
  }
  const control = () => {
    if (field.kind === 'code') {
      const isForeign = text !== '' && !field.codes.has(text)
      return (
        <select {...common} value={text} onChange={({ currentTarget }) => {
          form.change(pointer, currentTarget.value || undefined)
          form.visit(pointer)
        }} onBlur={() => form.visit(pointer)}>
          <option value="">Vælg …</option>
          {isForeign && <option value={text}>{text} (findes ikke)</option>}
          {[...field.codes.keys()].map((code) => (
            <option key={code} value={code}>
              {codeName(field, code)}
            </option>
          ))}
        </select>
      )
    }
    const on = {
      value: text,
      autocomplete: 'off',
      onInput: ({ currentTarget }: { currentTarget: { value: string } }) => form.change(pointer, asValue(field, currentTarget.value)),
      onBlur: ({ currentTarget }: { currentTarget: { value: string } }) => {
        if (field.kind === 'date') form.change(pointer, isoDate(currentTarget.value))
        form.visit(pointer)
      },
    }
    if (field.kind === 'text' && !oneLine.has(field.key)) return <textarea {...common} {...on} rows={3} />
    return <input {...common} {...on} type="text" class={field.kind} inputMode={field.kind === 'number' ? 'decimal' : undefined} />
  }
  return (
    <div class={`field ${need}`}>
      <div class="head">
        <label for={id}>{field.title}</label>
        {badge}
        {demands}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hjaelp`}>
          {hint}
        </p>
      )}
      {control()}
      {said}
    </div>
  )
}

/** A number where it is one; anything else is kept as it is written, for the checker to point at. */
function asValue({ kind }: Field, text: string): Json | undefined {
  if (kind === 'number' && /^\s*\d+([.,]\d+)?\s*$/.test(text)) return Number(text.replace(',', '.'))
  return text === '' ? undefined : text
}

/** A date as Danes write it, in the order of the document; anything else as it is. */
function isoDate(text: string): string | undefined {
  const [, day, month, year] = text.trim().match(/^(\d{1,2})[-./ ]{1,2}(\d{1,2})[-./ ]{1,2}(\d{4})$/) ?? []
  if (!day || !month || !year) return text.trim() || undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function YesNo({ field, pointer }: Props) {
  const form = useForm()
  const { id, isInvalid, need, describedBy, badge, demands, said } = useSurroundings({ field, pointer })
  const value = read(form.plan, pointer)
  const choices: [string, boolean | undefined][] = [['Ja', true], ['Nej', false], ['Ikke angivet', undefined]]
  return (
    <fieldset class={`field choice ${need}`} id={id} aria-invalid={isInvalid || undefined} aria-describedby={describedBy}>
      <legend>
        <span class="name">{field.title}</span> {badge}
      </legend>
      <div class="aside">{demands}</div>
      <div class="radios">
        {choices.map(([name, choice]) => (
          <label key={name}>
            <input
              type="radio"
              name={id}
              checked={value === choice || (choice === undefined && value === null)}
              onChange={() => {
                form.change(pointer, choice)
                form.visit(pointer)
              }}
            />
            {name}
          </label>
        ))}
      </div>
      {said}
    </fieldset>
  )
}

/** A list of codes. */
function Choices({ field, pointer }: Props) {
  const form = useForm()
  const { id, need, describedBy, badge, demands, said } = useSurroundings({ field, pointer })
  const chosen = (read(form.plan, pointer) ?? []) as Json[]
  const foreign = chosen.map(String).filter((code) => !field.codes.has(code))
  return (
    <fieldset class={`field choice ${need}`} id={id} aria-describedby={describedBy}>
      <legend>
        <span class="name">{field.title}</span> {badge}
      </legend>
      <div class="aside">{demands}</div>
      <div class="boxes">
        {[...field.codes.keys(), ...foreign].map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ currentTarget }) => {
                form.change(pointer, currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
                form.visit(pointer)
              }}
            />
            {codeName(field, code)}
          </label>
        ))}
      </div>
      {said}
      {chosen.map((_, place) => (
        <Messages key={place} pointer={`${pointer}/${place}`} />
      ))}
    </fieldset>
  )
}

/** A list of texts or of objects, each entry with its own fields. */
function Repeated({ field, pointer }: Props) {
  const form = useForm()
  const { id, need, describedBy, badge, demands, said } = useSurroundings({ field, pointer })
  const here = useRef<HTMLFieldSetElement>(null)
  const entries = (read(form.plan, pointer) ?? []) as Json[]
  const name = entryName[field.key] ?? field.title.toLowerCase()
  const soon = (focus: () => HTMLElement | null | undefined) => setTimeout(() => focus()?.focus())
  const add = () => {
    form.change(pointer, [...entries, field.entries === 'object' ? {} : ''])
    soon(() => document.getElementById(`${id}-${entries.length}`)?.querySelector<HTMLElement>('input, textarea, select'))
  }
  const remove = (place: number) => {
    form.change(pointer, entries.filter((_, one) => one !== place))
    soon(() => here.current?.querySelector<HTMLElement>(':scope > .add'))
  }
  const move = (place: number) => {
    const moved = [...entries]
    moved.splice(place - 1, 2, entries[place]!, entries[place - 1]!)
    form.change(pointer, moved)
    soon(() => document.getElementById(`${id}-${place - 1}`)?.querySelector<HTMLElement>('.up, .remove'))
  }
  return (
    <fieldset class={`field repeated ${need}`} id={id} ref={here} aria-describedby={describedBy}>
      <legend>
        <span class="name">{field.title}</span> {badge}
      </legend>
      <div class="aside">{demands}</div>
      {said}
      <ol>
        {entries.map((entry, place) => (
          <li key={place} id={`${id}-${place}`} class="entry">
            <div class="entry-head">
              <span class="entry-name">
                {name[0]!.toUpperCase() + name.slice(1)} {place + 1}
              </span>
              {place > 0 && (
                <button type="button" class="quiet up" onClick={() => move(place)}>
                  Flyt op<span class="visually-hidden">: {name} {place + 1}</span>
                </button>
              )}
              <button type="button" class="quiet remove" onClick={() => remove(place)}>
                Fjern<span class="visually-hidden"> {name} {place + 1}</span>
              </button>
            </div>
            <Messages pointer={`${pointer}/${place}`} />
            {field.entries === 'object' && isObject(entry) ? (
              field.fields.map((one) => <AnyField key={one.key} field={one} pointer={`${pointer}/${place}/${one.key}`} />)
            ) : (
              <EntryText pointer={`${pointer}/${place}`} name={`${name} ${place + 1}`} />
            )}
          </li>
        ))}
      </ol>
      <button type="button" class="add" onClick={add}>
        Tilføj {neuter.has(name) ? 'et' : 'en'} {name}
      </button>
    </fieldset>
  )
}

function EntryText({ pointer, name }: { pointer: string; name: string }) {
  const form = useForm()
  const value = read(form.plan, pointer)
  const found = messages(form, pointer)
  return (
    <input
      type="text"
      aria-label={name[0]!.toUpperCase() + name.slice(1)}
      autocomplete="off"
      aria-invalid={found.some(({ severity }) => severity === 'error') || undefined}
      value={typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')}
      onInput={({ currentTarget }) => form.change(pointer, currentTarget.value)}
    />
  )
}

function Group({ field, pointer }: Props) {
  const { id, need, describedBy, badge, demands, said } = useSurroundings({ field, pointer })
  return (
    <fieldset class={`group ${need}`} id={id} aria-describedby={describedBy}>
      <legend>
        <span class="name">{field.title}</span> {badge}
      </legend>
      <div class="aside">{demands}</div>
      {said}
      {field.fields.map((one) => (
        <AnyField key={one.key} field={one} pointer={`${pointer}/${one.key}`} />
      ))}
    </fieldset>
  )
}

/** Something from a file that does not belong where it stands. It is shown, and it can be taken out. */
function Foreign({ field, pointer }: Props) {
  const form = useForm()
  const id = useId()
  const value = read(form.plan, pointer)
  if (!isFilled(value)) return null
  return (
    <div class="field foreign" id={idOf(pointer)}>
      <div class="head">
        <span class="name" id={id}>
          {field.title}
        </span>
      </div>
      <pre aria-labelledby={id} tabIndex={0} role="group">
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
      <button type="button" class="quiet" onClick={() => form.change(pointer, undefined)}>
        Fjern<span class="visually-hidden"> {field.title}</span>
      </button>
      <Messages pointer={pointer} />
    </div>
  )
}

