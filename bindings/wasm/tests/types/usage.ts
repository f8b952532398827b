// What a program may and may not write. Compiled, never run; each line marked as an error must be one.
import {
  type Finding,
  type Outcome,
  type Plan,
  type Report,
  type StandardSchemaV1,
  RehabplanError,
  checklist,
  draft,
  explain,
  fieldNeeds,
  findingsByPath,
  init,
  jsonSchema,
  planSchema,
  planSchemaFor,
  requirements,
  requirementsByParagraph,
  rules,
  sortOut,
  validate,
  validateJson,
  validateWithNeeds,
} from 'rehabplan'
import * as inline from 'rehabplan/inline'

const ready: Promise<void> = init()
await init('/assets/rehabplan.wasm')
await init(fetch('/assets/rehabplan.wasm'))
await init(new Uint8Array())
await init(undefined, { languageLater: true, language: '/assets/rehabplan-language.wasm' })
// @ts-expect-error
await init(undefined, { later: true })
await init(new URL('https://example.org/rehabplan.wasm'))
await init(new Request('/rehabplan.wasm'))
await init(WebAssembly.compile(new Uint8Array()))

const plan: Plan = {
  sag: { sagstype: 'fleksjob', kategori: null },
  forberedendeDel: { oensker: 'Kok', hidtidigIndsats: { beskaeftigelse: [{ indhold: 'Praktik', startdato: '2020-01-01' }] } },
  moede: { deltagere: ['borger', 'sundhedskoordinator'] },
}
const report: Report = validate(plan, { phase: 'forelaeggelse', asOf: '2020-05-01', detail: 'all', lang: 'en' })
const bytes: string = validateJson(new TextEncoder().encode('{}'), { only: { paths: ['/moede'] } })
validate('{}')
inline.validate(plan)

const outcomes: Outcome[] = report.results.map((result) => result.outcome)
for (const { rule, severity, paths, sameAs } of report.results) {
  if (rule === 'P3.1.4' && severity === 'error') paths[0]?.startsWith(sameAs ?? '')
}
if (report.variant === 'FJ+SELV') report.counts.notMet.toFixed()
const danish: string = explain('P3.1.4').summary.da
const cell: string | undefined = rules()[0]?.matrix?.RF
const definitions: unknown = jsonSchema()['$defs']

const findings: Finding[] = findingsByPath(report).get('/forberedendeDel/oensker') ?? sortOut(report).blocking
const checked = validateWithNeeds(plan, { detail: 'all' })
// @ts-expect-error
validateWithNeeds(plan)
// @ts-expect-error
requirements(report)
const lifted: string[] = requirements(checked).filter(({ status }) => status === 'exempt').flatMap(({ exemptedBy }) => exemptedBy)
const asked: boolean = fieldNeeds(checked)('/forberedendeDel/oensker').need === 'required'
const written = draft('{"sag":{}}', { lang: 'en' })
const { came, went, report: now } = written.set('/sag/sagstype', 'fleksjob')
const changed: (string | null)[] = [...came, ...went, ...now.results].map(({ remedy }) => remedy)
written.end()
// @ts-expect-error a pointer is a text
written.set(7, changed)
// @ts-expect-error a draft is begun by draft()
new Draft({})
const toWrite: (string | null)[] = checklist('fleksjob', { phase: 'indstilling', lang: 'en' }).points.map(({ remedy }) => remedy)
// @ts-expect-error
checklist('fleksjob', { detail: 'all' })
const progress: number = requirementsByParagraph(written).reduce((sum, { met, required }) => sum + met / required, 0)

const standard: StandardSchemaV1<Plan, Plan> = planSchema
type Output = StandardSchemaV1.InferOutput<typeof planSchema>
const output: Output = plan
const answer = planSchemaFor({ lang: 'da' })['~standard'].validate(plan, { libraryOptions: { phase: 'indsats' } })
const path: readonly (string | number)[] | undefined = answer.issues?.[0]?.path

try {
  validate('')
} catch (error) {
  if (error instanceof RehabplanError && error.code === 'notJson') console.error(error.message)
}

// @ts-expect-error no such phase
validate(plan, { phase: 'indstillet' })
// @ts-expect-error a day is a text, not a moment
validate(plan, { asOf: new Date() })
// @ts-expect-error no such option
validate(plan, { sprog: 'da' })
// @ts-expect-error no such case type
const wrongCode: Plan = { sag: { sagstype: 'fleksjobb' } }
// @ts-expect-error no such field
const wrongField: Plan = { forberedendeDel: { onsker: 'Kok' } }
// @ts-expect-error a list of codes
const wrongList: Plan = { moede: { deltagere: 'borger' } }
// @ts-expect-error no such outcome
const wrongOutcome: boolean = report.results[0]?.outcome === 'missing'
// @ts-expect-error the report may be of a case out of scope
const variant: string = report.variant
// @ts-expect-error nothing is a number here
validate(7)

void [ready, bytes, outcomes, danish, cell, definitions, findings, lifted, asked, progress, standard, output, path, wrongCode, wrongField]
void [wrongList, wrongOutcome, variant]
