import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type InputFinding, type Phase, RehabplanError, fieldNeeds, findingsByPath, requirementsByParagraph, sortOut, validate, validateWithNeeds } from 'rehabplan/inline'
import { Ahead, Checklist } from './checklist'
import { AnyField, Messages } from './fields'
import { type Found, plansOf } from './file'
import { type Form, FormContext, idOf, isShown, messages } from './form'
import { useHistory } from './history'
import { type Draft, type Field, fields, isFilled, isObject, read, write } from './model'
import { Print } from './print'
import { type Section, conclusions, phaseName, phases, sections, unknownCase, variantName } from './texts'

/** The phase that comes after. */
const followers: Partial<Record<Phase, Phase>> = { forelaeggelse: 'indstilling', indstilling: 'indsats' }

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

const today = () => new Date().toLocaleDateString('sv-SE')

export function App() {
  const { plan, change, replace, undo, redo } = useHistory()
  const [saved, setSaved] = useState<Draft>(plan)
  const [place, setPlace] = useState(0)
  const [phase, setPhase] = useState<Phase | ''>('')
  const [asOf, setAsOf] = useState(today)
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [showAll, setShowAll] = useState(false)
  const [showIrrelevant, setShowIrrelevant] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [loaded, setLoaded] = useState<InputFinding[]>([])
  const [found, setFound] = useState<Found[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const alert = useRef<HTMLDivElement>(null)
  const which = useRef<HTMLSelectElement>(null)

  const checked = useMemo(
    () => validateWithNeeds(plan, { detail: 'all', phase: phase || undefined, asOf: isDay(asOf) ? asOf : undefined }),
    [plan, phase, asOf],
  )
  const { report } = checked
  const next = useMemo(() => {
    const phase = followers[report.phase]
    return phase && validateWithNeeds(plan, { detail: 'all', phase, asOf: isDay(asOf) ? asOf : undefined })
  }, [plan, report.phase, asOf])
  const section = sections[place]!
  const form: Form = {
    plan,
    change: (pointer, value) => change(pointer, (plan) => write(plan, pointer, value)),
    visit: (pointer) => setVisited((visited) => (visited.has(pointer) ? visited : new Set([...visited, pointer]))),
    visited,
    showAll,
    findings: useMemo(() => findingsByPath(report), [report]),
    need: useMemo(() => fieldNeeds(checked), [checked]),
    showIrrelevant,
  }

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (plan !== saved) addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [plan, saved])

  const show = (next: number) => {
    setPlace(next)
    setTimeout(() => {
      heading.current?.focus()
      scrollTo({ top: 0 })
    })
  }

  /** Goes to the field at a place in the plan, or to what stands nearest around it. */
  const go = (pointer: string) => {
    const next = sections.findIndex(({ places }) => places.some((one) => pointer === one || pointer.startsWith(`${one}/`) || one.startsWith(`${pointer}/`)))
    if (next >= 0) setPlace(next)
    form.visit(pointer)
    setTimeout(() => {
      const steps = pointer.split('/')
      const found = steps.map((_, cut) => document.getElementById(idOf(steps.slice(0, steps.length - cut).join('/')))).find((one) => one)
      const control = found?.matches('input, textarea, select') ? found : found?.querySelector<HTMLElement>('input, textarea, select, button')
      ;(control ?? heading.current)?.focus()
      ;(found ?? heading.current)?.scrollIntoView({ block: 'center' })
    })
  }

  const fresh = (plan: Draft, isLoaded: boolean, input: InputFinding[] = []) => {
    replace(plan)
    setSaved(plan)
    setVisited(new Set())
    setShowAll(isLoaded)
    setTrouble(undefined)
    setLoaded(input)
    setFound([])
    show(0)
  }

  const mayLeave = () => plan === saved || confirm('Planen er ændret, siden den blev gemt. Fortsæt uden at gemme?')

  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    const plans = plansOf(new Uint8Array(await chosen.arrayBuffer()))
    if (plans.length === 1) return load(plans[0]!)
    setTrouble(undefined)
    setFound(plans)
    setTimeout(() => which.current?.focus())
  }

  const load = ({ source }: Found) => {
    try {
      // What is lost when the text becomes an object, such as a key that stands twice, is seen only here.
      const { input } = validate(source)
      const text = typeof source === 'string' ? source : new TextDecoder().decode(source)
      fresh(JSON.parse(text), true, input.filter(({ code }) => code === 'duplicateKey'))
    } catch (error) {
      setTrouble(error instanceof RehabplanError ? error.message : 'dokumentet er ikke JSON')
      setTimeout(() => alert.current?.focus())
    }
  }

  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(plan, null, 2), '\n'], { type: 'application/json' }))
    link.download = 'rehabiliteringsplan.json'
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href))
    setSaved(plan)
  }

  const { warnings, reviews } = sortOut(report)
  const isCaseUnknown = report.variant === null && report.conclusion === 'undetermined'
  const all = requirementsByParagraph(checked)
  const wanting = all.reduce((sum, { required, met }) => sum + required - met, 0)
  const later = sections[place + 1]
  const earlier = sections[place - 1]

  return (
    <FormContext.Provider value={form}>
      <div class="screen">
        <a class="skip" href="#plan">
          Gå til formularen
        </a>
        <header class="top">
          <div class="brand">
            <p class="app-name">Rehabiliteringsplan</p>
            <p class="promise">Alt sker på din egen maskine. Intet sendes, og intet gemmes, før du selv vælger »Gem fil«.</p>
          </div>
          <div class="actions">
            <button type="button" disabled={!undo} onClick={undo}>
              Fortryd
            </button>
            <button type="button" disabled={!redo} onClick={redo}>
              Gentag
            </button>
            <button type="button" onClick={() => mayLeave() && fresh({}, false)}>
              Ny plan
            </button>
            <button type="button" onClick={() => mayLeave() && file.current?.click()}>
              Åbn fil
            </button>
            <input
              ref={file}
              type="file"
              accept=".json,.ndjson,.jsonl,application/json"
              class="visually-hidden"
              tabIndex={-1}
              aria-label="Åbn en plan fra disken"
              onChange={({ currentTarget }) => {
                void open(currentTarget.files?.[0])
                currentTarget.value = ''
              }}
            />
            <button type="button" onClick={save}>
              Gem fil
            </button>
            <button type="button" onClick={() => print()}>
              Udskriv
            </button>
          </div>
        </header>

        <div class={`status ${report.conclusion} ${showAll ? 'told' : ''}`} role="status">
          <p class="conclusion">
            <strong>{isCaseUnknown ? unknownCase : conclusions[report.conclusion]}</strong>
            {report.variant && <span> · {variantName(report.variant)}</span>}
          </p>
          {report.variant && (
            <p class="sum">
              {wanting === 0 ? 'Intet udestår' : `${wanting} krav udestår`}
              {warnings.length > 0 && ` · ${warnings.length} bør ses efter`}
              {reviews.length > 0 && ` · ${reviews.length} vurderes af dig`}
            </p>
          )}
        </div>

        {trouble && (
          <div class="alert" role="alert" tabIndex={-1} ref={alert}>
            <p>
              <strong>Filen kunne ikke åbnes</strong>: {trouble}. Planen i formularen er uændret.
            </p>
            <button type="button" class="quiet" onClick={() => setTrouble(undefined)}>
              Luk
            </button>
          </div>
        )}
        {found.length > 0 && (
          <form
            class="alert note"
            aria-label="Vælg en plan"
            onSubmit={(event) => {
              event.preventDefault()
              load(found[Number(which.current!.value)]!)
            }}
          >
            <label>
              <strong>Filen har {found.length} planer.</strong> Hvilken vil du åbne?{' '}
              <select ref={which}>
                {found.map(({ name }, place) => (
                  <option key={place} value={place}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <div class="choices">
              <button type="submit">Åbn planen</button>
              <button type="button" class="quiet" onClick={() => setFound([])}>
                Luk
              </button>
            </div>
          </form>
        )}
        {loaded.length > 0 && (
          <div class="alert note" role="status">
            <p>
              <strong>Filen havde nøgler, der stod to gange</strong>; den sidste værdi er taget. Se efter, om den er rigtig: {loaded.map(({ path }) => path).join(', ')}
            </p>
            <button type="button" class="quiet" onClick={() => setLoaded([])}>
              Luk
            </button>
          </div>
        )}

        <div class="columns">
          <nav class="sections" aria-label="Planens dele">
            <ol>
              {sections.map((one, number) => (
                <SectionLink key={one.id} section={one} form={form} isCurrent={number === place} isFirst={one.group !== sections[number - 1]?.group} go={() => show(number)} />
              ))}
            </ol>
          </nav>

          <main id="plan" tabIndex={-1}>
            <form class="settings" onSubmit={(event) => event.preventDefault()}>
              <label>
                Fase
                <select value={phase} onChange={({ currentTarget }) => setPhase(currentTarget.value as Phase | '')}>
                  <option value="">Følger planen ({phaseName(report.phase)})</option>
                  {phases.map((code) => (
                    <option key={code} value={code}>
                      {capital(phaseName(code))}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                Kontrolleret den
                <input type="date" value={asOf} onChange={({ currentTarget }) => setAsOf(currentTarget.value)} />
              </label>
              <label class="check">
                <input type="checkbox" checked={showAll} onChange={({ currentTarget }) => setShowAll(currentTarget.checked)} />
                Vis alle mangler
              </label>
              <label class="check">
                <input type="checkbox" checked={showIrrelevant} onChange={({ currentTarget }) => setShowIrrelevant(currentTarget.checked)} />
                Vis alle felter
              </label>
            </form>

            {report.notes.map(({ code, text }) => (
              <p key={code} class="note">
                {text}
              </p>
            ))}

            <form class="section" aria-labelledby="overskrift" onSubmit={(event) => event.preventDefault()} autocomplete="off">
              <h1 id="overskrift" ref={heading} tabIndex={-1}>
                <span class="group-name">{section.group}</span>
                {section.title}
              </h1>
              <SectionFields section={section} form={form} />
              <div class="turn">
                {earlier && (
                  <button type="button" onClick={() => show(place - 1)}>
                    ← {earlier.title}
                  </button>
                )}
                {later && (
                  <button type="button" class="next" onClick={() => show(place + 1)}>
                    {later.title} →
                  </button>
                )}
              </div>
            </form>
          </main>

          <aside class="checklist" aria-labelledby="krav">
            <h2 id="krav">Kravene i sagen</h2>
            <Checklist report={report} paragraphs={all} isTold={(path) => showAll || visited.has(path)} go={go} />
            {next && report.variant !== null && <Ahead now={all} then={requirementsByParagraph(next)} phase={phaseName(next.report.phase)} go={go} />}
          </aside>
        </div>
      </div>
      <Print plan={plan} checked={checked} />
    </FormContext.Provider>
  )
}

/** A section that holds one whole part shows its fields, and not a frame around them. */
const fieldsOf = ({ places }: Section): Field[] =>
  places.flatMap((place) => {
    const field = fields.get(place)!
    return field.kind === 'object' && places.length === 1 ? field.fields : [field]
  })

/** A whole part that a file has something else for. */
const isForeign = (form: Form, place: string) => isFilled(read(form.plan, place)) && !isObject(read(form.plan, place))

function SectionFields({ section, form }: { section: Section; form: Form }) {
  const shown = fieldsOf(section).filter((field) => isShown(form, field, field.pattern))
  const whole = section.places.length === 1 ? section.places[0]! : undefined
  return (
    <div id={whole && !isForeign(form, whole) ? idOf(whole) : undefined}>
      {whole && isForeign(form, whole) ? <AnyField field={fields.get(whole)!} pointer={whole} /> : whole && <Messages pointer={whole} />}
      {shown.map((field) => (
        <AnyField key={field.pattern} field={field} pointer={field.pattern} />
      ))}
      {shown.length === 0 && <p class="empty">Bekendtgørelsen kræver intet her i denne type sag. Vælg »Vis alle felter«, hvis der alligevel er noget at skrive.</p>}
    </div>
  )
}

function SectionLink({ section, form, isCurrent, isFirst, go }: { section: Section; form: Form; isCurrent: boolean; isFirst: boolean; go(): void }) {
  const isHere = (pointer: string) => section.places.some((place) => pointer === place || pointer.startsWith(`${place}/`))
  const wanting = [...form.findings].filter(([pointer, found]) => isHere(pointer) && found.some(({ severity }) => severity === 'error')).length
  const isTold = [...form.findings.keys()].some((pointer) => isHere(pointer) && messages(form, pointer).some(({ severity }) => severity === 'error'))
  const isStarted = section.places.some((place) => isFilled(read(form.plan, place)))
  const isAsked = fieldsOf(section).some((field) => isShown(form, field, field.pattern))
  return (
    <li class={isFirst ? 'first' : undefined}>
      {isFirst && <span class="group-name">{section.group}</span>}
      <button type="button" aria-current={isCurrent ? 'step' : undefined} class={isAsked ? undefined : 'idle'} onClick={go}>
        {section.title}
        {wanting > 0 ? (
          <span class={isTold ? 'count wanting' : 'count'}>
            {wanting}
            <span class="visually-hidden"> {wanting === 1 ? 'mangel' : 'mangler'}</span>
          </span>
        ) : (
          isStarted && (
            <span class="count done">
              <span aria-hidden="true">✓</span>
              <span class="visually-hidden">ingen mangler</span>
            </span>
          )
        )}
      </button>
    </li>
  )
}
