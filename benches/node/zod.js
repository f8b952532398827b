// The equal subset in zod: fields by their types, the rest in one refinement, which zod leaves out where a type is wrong.
import { z } from 'zod'

const text = z.string().nullish()
const date = z.iso.date().nullish()
const flag = z.boolean().nullish()
const list = (entry) => z.array(entry).nullish()
const part = (fields) => z.object(fields).nullish()

const document = z.object({ dato: date })
const period = z.object({ startdato: date, slutdato: date })
const indsats = z.object({
  indhold: text, formaal: text, startdato: date, slutdato: date, kommunensErfaring: text, borgerensErfaring: text,
})

const COURSES = new Set(['ressourceforloeb', 'jobafklaringsforloeb', 'sygedagpenge'])
const WITH_DOCTOR = new Set([...COURSES, 'fleksjob', 'foertidspension'])

export const plan = z
  .object({
    sag: z.object({
      sagstype: z.string(), indsats13d: flag, vaesentligtNedsat: flag, ansoegning17Stk2: flag, revurdering22Uger: flag,
    }),
    forberedendeDel: part({
      dato: date,
      samarbejde: part({ samtaledato: date }),
      borgerensEgenVurdering: text,
      erfaringerRessourcer: text,
      cv: text,
      personligeRessourcer: part({ beskrivelse: text, familie: text, netvaerk: text }),
      udfordringer: part({ beskaeftigelse: text, sociale: text }),
      oensker: text,
      helbred: part({ situation: text, igangvaerende: text, dokumentation: list(document), borgerensVurdering: text }),
      forsoergelseshistorik: text,
      hidtidigIndsats: part({
        beskaeftigelse: list(indsats), socialBorger: list(indsats), socialFamilie: list(indsats),
        aarsagKommune: text, aarsagBorger: text,
      }),
      laege: part({ dato: date, konsultationsdato: date, helbredsforhold: text }),
      arbejdsevne: part({ beskrivelse: text, dokumentation: list(document) }),
      selvstaendig: part({ opgaver: text, timerPrUge: z.number().nullish() }),
    }),
    moede: part({ dato: date }),
    indstilling: part({
      indstillingsdato: date, begrundelse: text, maal: text, opfoelgning: text, genforelaeggelse: flag,
      fleksjob: part({ afklaret: text }),
    }),
    afgoerelse: part({ dato: date }),
    forloeb: part({ startdato: date, slutdato: date }),
    indsatsdel: part({
      dato: date,
      delmaal: list(z.object({ beskrivelse: text, begrundelse: text })),
      tilbud: list(z.object({ beskrivelse: text, kortsigtetMaal: text })),
      opfoelgning: text,
      mentor: part({ behov: flag }),
      perioder: list(period),
      senestOpdateret: date,
    }),
  })
  .superRefine((plan, context) => {
    const missing = (path) => context.addIssue({ code: 'custom', message: 'missing', path })
    const lacks = (path, part, ...names) => {
      if (part == null) return missing(path)
      for (const name of names) {
        const value = part[name]
        const isBlank = value == null || (typeof value === 'string' ? value.trim() === '' : value.length === 0)
        if (isBlank) missing([...path, name])
      }
    }
    const { sag, forberedendeDel: before, moede, indstilling, forloeb, indsatsdel } = plan
    const isExcused = sag.indsats13d || sag.vaesentligtNedsat || sag.ansoegning17Stk2
    if (before == null) {
      if (!isExcused || sag.sagstype === 'tilskud') missing(['forberedendeDel'])
    } else {
      const at = (...path) => ['forberedendeDel', ...path]
      if (sag.sagstype === 'tilskud') {
        lacks(at('selvstaendig'), before.selvstaendig, 'opgaver', 'timerPrUge')
      } else if (!isExcused) {
        lacks(
          at(), before, 'dato', 'borgerensEgenVurdering', 'erfaringerRessourcer', 'cv', 'oensker', 'forsoergelseshistorik',
        )
        lacks(at('personligeRessourcer'), before.personligeRessourcer, 'beskrivelse', 'familie', 'netvaerk')
        lacks(at('udfordringer'), before.udfordringer, 'beskaeftigelse', 'sociale')
        lacks(at('helbred'), before.helbred, 'situation', 'igangvaerende', 'dokumentation', 'borgerensVurdering')
        lacks(at('hidtidigIndsats'), before.hidtidigIndsats, 'aarsagKommune', 'aarsagBorger')
      }
      for (const name of ['beskaeftigelse', 'socialBorger', 'socialFamilie']) {
        for (const indsats of before.hidtidigIndsats?.[name] ?? []) {
          lacks(at('hidtidigIndsats', name), indsats, 'indhold', 'formaal', 'kommunensErfaring', 'borgerensErfaring')
        }
      }
      if (WITH_DOCTOR.has(sag.sagstype) && !isExcused && !sag.revurdering22Uger) {
        lacks(at('laege'), before.laege, 'dato', 'helbredsforhold')
      }
      if (sag.sagstype === 'revalidering') lacks(at('arbejdsevne'), before.arbejdsevne, 'beskrivelse', 'dokumentation')
    }
    if (indstilling != null) {
      lacks(['indstilling'], indstilling, 'indstillingsdato', 'begrundelse')
      if (sag.sagstype === 'fleksjob') lacks(['indstilling', 'fleksjob'], indstilling.fleksjob, 'afklaret')
      if (COURSES.has(sag.sagstype)) lacks(['indstilling'], indstilling, 'maal', 'opfoelgning', 'genforelaeggelse')
    }
    if (COURSES.has(sag.sagstype) && indsatsdel != null) {
      lacks(['indsatsdel'], indsatsdel, 'delmaal', 'tilbud', 'opfoelgning', 'perioder')
      lacks(['indsatsdel', 'mentor'], indsatsdel.mentor, 'behov')
      for (const delmaal of indsatsdel.delmaal ?? []) lacks(['indsatsdel', 'delmaal'], delmaal, 'beskrivelse', 'begrundelse')
      for (const tilbud of indsatsdel.tilbud ?? []) lacks(['indsatsdel', 'tilbud'], tilbud, 'beskrivelse', 'kortsigtetMaal')
      for (const periode of indsatsdel.perioder ?? []) lacks(['indsatsdel', 'perioder'], periode, 'startdato', 'slutdato')
    }
    if (forloeb?.slutdato && forloeb.startdato && forloeb.slutdato < forloeb.startdato) missing(['forloeb', 'slutdato'])
    if (moede?.dato && indstilling?.indstillingsdato && indstilling.indstillingsdato < moede.dato) {
      missing(['indstilling', 'indstillingsdato'])
    }
  })
