// The form's own words, and where fields stand. What the law demands comes from the rules, and what codes are called from the
// package.
import { type Conclusion, type Phase, type RequirementStatus, type Variant, names } from 'rehabplan/inline'
import { fields } from './model'

/** What a case of a variant is called, `FJ+SELV` with both names. */
export const variantName = (variant: string) => variant.split('+').map((one) => names().variants[one as Variant].title.da).join(' og ')

/** What a paragraph is about. */
export const paragraphName = (paragraf: number) => names().paragraphs[paragraf]?.da ?? ''

export const phases = Object.keys(names().phases) as Phase[]

/** When a phase is. */
export const phaseName = (phase: Phase) => names().phases[phase].meaning.da

export const conclusions: Record<Conclusion, string> = {
  fulfilled: 'Intet af det, der kunne kontrolleres, mangler i denne fase',
  deficient: 'Planen er mangelfuld',
  undetermined: 'Noget kan ikke afgøres endnu',
  outOfScope: 'Bekendtgørelsen gælder ikke for denne sag',
  outsideValidity: 'Sagen er ældre end bekendtgørelsen (før 1. januar 2020)',
}

/** What is said in the place of a conclusion while nobody can tell which requirements apply. */
export const unknownCase = 'Vælg sagens type og det, der hører til den, for at begynde'

export const statuses: Record<RequirementStatus, string> = {
  met: 'Opfyldt',
  missing: 'Mangler',
  warning: 'Bør ses efter',
  undetermined: 'Kan ikke afgøres',
  review: 'Vurderes af dig',
  exempt: 'Fritaget',
  partMissing: 'Mangler',
  later: 'Først senere',
  notNow: 'Ikke relevant nu',
  notRelevant: 'Ikke relevant',
}

export interface Section {
  id: string
  title: string
  group: string
  /** The parts and fields that stand in it. */
  places: string[]
}

const fd = (...keys: string[]) => keys.map((key) => `/forberedendeDel/${key}`)

export const sections: Section[] = [
  { id: 'sagen', title: 'Sagen', group: 'Sagen', places: ['/sag'] },
  {
    id: 'borgeren',
    title: 'Borgeren',
    group: 'Forberedende del',
    places: fd('dato', 'sagsgruppe', 'foersteForloeb', 'samarbejde', 'borgerensEgenVurdering', 'oensker', 'erfaringerRessourcer', 'cv', 'cvDokumenter', 'personligeRessourcer', 'udfordringer'),
  },
  { id: 'virksomhed', title: 'Egen virksomhed', group: 'Forberedende del', places: fd('selvstaendig') },
  { id: 'helbred', title: 'Helbred', group: 'Forberedende del', places: fd('helbred', 'arbejdsevne') },
  { id: 'laegen', title: 'Lægens vurdering', group: 'Forberedende del', places: fd('laege', 'laegeFritagelse') },
  {
    id: 'indsats',
    title: 'Hidtidig indsats',
    group: 'Forberedende del',
    places: fd('forsoergelseshistorik', 'forsoergelsesperioder', 'hidtidigIndsats'),
  },
  {
    id: 'bilag',
    title: 'Bilag og markeringer',
    group: 'Forberedende del',
    places: fd('bilag', 'ikkeRelevantEllerMuligt', 'indstilling', 'anbefaling'),
  },
  { id: 'moedet', title: 'Mødet', group: 'Rehabiliteringsteamet', places: ['/moede'] },
  { id: 'indstilling', title: 'Indstillingen', group: 'Rehabiliteringsteamet', places: ['/indstilling'] },
  { id: 'afgoerelse', title: 'Afgørelse og forløb', group: 'Efter afgørelsen', places: ['/afgoerelse', '/forloeb'] },
  { id: 'indsatsdel', title: 'Indsatsdelen', group: 'Efter afgørelsen', places: ['/indsatsdel'] },
  { id: 'minplan', title: 'Min Plan', group: 'Efter afgørelsen', places: ['/minPlan'] },
  { id: 'forsoeg', title: 'Forsøg', group: 'Uden for bekendtgørelsen', places: ['/forsoeg'] },
]

/** Whatever the model has that is named nowhere above stands last in its group, so that no field is forgotten. */
const named = new Set(sections.flatMap(({ places }) => places))
const unnamed = (pattern: string) => [...fields.keys()].filter((one) => one.lastIndexOf('/') === pattern.length && one.startsWith(`${pattern}/`) && !named.has(one))
sections.find(({ id }) => id === 'bilag')!.places.push(...unnamed('/forberedendeDel'))

/** Facts of the case that matter for one type of case alone; the others are not asked for. */
export const facts: Record<string, string[]> = {
  jobafklaringsforloeb: ['foersteForloeb', 'revurdering22Uger', 'indsats13d', 'ophoer24Stk1', 'forventetRaskmelding8Uger'],
  sygedagpenge: ['kategori'],
  fleksjob: ['blandetFleksjobTilskud'],
  tilskud: ['blandetFleksjobTilskud'],
  foertidspension: ['vaesentligtNedsat', 'heltAabenbart', 'ansoegning17Stk2', 'udenTeam', 'udenTeamHjemmel'],
  anden: ['anvendBekendtgoerelsen'],
}

/** Texts that are a line, not a paragraph. */
export const oneLine = new Set([
  'titel', 'henvisning', 'ydelse', 'varighed', 'hjemmel', 'attesttype', 'udenTeamHjemmel', 'aktivitetIdentifier', 'ansvarligMyndighed', 'omfang24Mdr',
])

/** What an entry of a list is called, on the button that adds one. */
export const entryName: Record<string, string> = {
  cvDokumenter: 'dokument',
  dokumentation: 'dokument',
  bilag: 'bilag',
  forsoergelsesperioder: 'periode',
  beskaeftigelse: 'indsats',
  socialBorger: 'indsats',
  socialFamilie: 'indsats',
  indsatser: 'indsats',
  typer: 'type',
  arbejdsfunktioner: 'arbejdsfunktion',
  delmaal: 'delmål',
  tilbud: 'tilbud',
  opfoelgninger: 'opfølgning',
  perioder: 'planperiode',
}

/** Words that are neuter. */
export const neuter = new Set(['dokument', 'bilag', 'delmål', 'tilbud'])

/** Facts that are always asked for: what they decide is not about themselves, so the requirements need not name them. */
export const deciding = new Set(['/forberedendeDel/laege/art', '/afgoerelse/dato', '/afgoerelse/udfald'])
