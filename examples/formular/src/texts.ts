// The form's own words: what codes are called, and where fields stand. What the law demands comes from the rules.
import type { Conclusion, Phase, RequirementStatus, Variant } from 'rehabplan/inline'
import { fields } from './model'

export const codes: Record<string, string> = {
  // Sagstype og udfald
  ressourceforloeb: 'Ressourceforløb',
  jobafklaringsforloeb: 'Jobafklaringsforløb',
  sygedagpenge: 'Sygedagpenge',
  fleksjob: 'Fleksjob',
  tilskud: 'Tilskud til selvstændig virksomhed',
  foertidspension: 'Førtidspension',
  revalidering: 'Revalidering',
  andenIndsats: 'Anden indsats',
  jobafklaringsindsats: 'Indsats i jobafklaringsforløb',
  nytForloeb: 'Nyt jobafklaringsforløb',
  sygedagpengeindsats: 'Indsats i sygedagpengesag, kategori 3',
  afslag: 'Afslag',
  anden: 'Anden',
  // Sagsgruppe
  ressourceforloebFleksjobFoertidspension: 'Ressourceforløb, fleksjob eller førtidspension',
  jobafklaring: 'Jobafklaring',
  sygedagpengeKategori3: 'Sygedagpenge, kategori 3',
  // Lægen
  praktiserendeLaege: 'Borgerens praktiserende læge',
  speciallaege: 'Speciallæge',
  hospitalslaege: 'Hospitalslæge',
  kliniskFunktion: 'Læge i klinisk funktion',
  laegevurdering: 'Den praktiserende læges vurdering',
  opfoelgningsattest: 'Attest til den første opfølgningssamtale',
  // Deltagere
  borger: 'Borgeren',
  sagsbehandler: 'Sagsbehandler',
  koordinerendeSagsbehandler: 'Koordinerende sagsbehandler',
  repraesentant: 'Borgerens repræsentant eller bisidder',
  beskaeftigelse: 'Beskæftigelse',
  sundhed: 'Sundhed',
  social: 'Det sociale område',
  uddannelse: 'Uddannelse',
  sundhedskoordinator: 'Sundhedskoordinator',
  virksomhedskonsulent: 'Virksomhedskonsulent',
  moedeleder: 'Mødeleder',
  // Indsatstype
  virksomhedsrettet: 'Virksomhedsrettet',
  mentor: 'Mentor',
  // Indsatsens hjemmel
  labKapitel11: 'Kapitel 11 i lov om en aktiv beskæftigelsesindsats',
  labKapitel12: 'Kapitel 12 i lov om en aktiv beskæftigelsesindsats',
  labKapitel14: 'Kapitel 14 i lov om en aktiv beskæftigelsesindsats',
  serviceloven: 'Serviceloven',
  sundhedsloven: 'Sundhedsloven',
  // Lægelig oplysning
  journaloplysninger: 'Journaloplysninger',
  statusattest: 'Statusattest',
}

/** What a code is called. A code that names a field of the preparatory part has the field's title. */
export const codeName = (code: string) => codes[code] ?? fields.get(`/forberedendeDel/${code}`)?.title ?? code

export const variants: Record<Variant, string> = {
  JA22: 'Første jobafklaringsforløb, overgang efter 22 uger',
  JAX: 'Første jobafklaringsforløb',
  JA13D: 'Første jobafklaringsforløb efter § 13 d-indsats',
  JANY: 'Nyt jobafklaringsforløb',
  RF: 'Ressourceforløb',
  FJ: 'Fleksjob',
  FP: 'Førtidspension via rehabiliteringsteamet',
  FP12: 'Førtidspension, helt åbenbar',
  FP13: 'Førtidspension på foreliggende grundlag',
  FPU18: 'Førtidspension uden om teamet (pensionslovens § 18, stk. 2)',
  FPU17: 'Førtidspension uden om teamet (pensionslovens § 17, stk. 3)',
  REV: 'Revalidering',
  SELV: 'Tilskud til selvstændig virksomhed',
  SDP3: 'Sygedagpenge, kategori 3',
  AND: 'Anden sag, hvor bekendtgørelsen anvendes frivilligt',
}

export const phases: Record<Phase, string> = {
  forelaeggelse: 'Før mødet',
  indstilling: 'Efter mødet',
  indsats: 'Efter afgørelsen',
}

export const conclusions: Record<Conclusion, string> = {
  fulfilled: 'Alle krav er opfyldt',
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

export const paragraphs: Record<number, string> = {
  2: 'Rehabiliteringsplanen',
  3: 'Den forberedende del',
  4: 'Lægens vurdering',
  5: 'Indsatsdelen',
  6: 'Mødet',
  7: 'Indstillingen',
  8: 'Indstilling om ressourceforløb, jobafklaring og sygedagpenge',
  9: 'Indstilling om fleksjob',
  10: 'Indstilling om førtidspension',
  11: 'Indstilling om anden indsats',
  12: 'Helt åbenbare pensionssager',
  13: 'Pensionssager på foreliggende grundlag',
  14: 'Revalidering',
  15: 'Selvstændige: den forberedende del',
  16: 'Selvstændige: indstillingen',
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
