// The form in a real browser, opened from disk as a caseworker would open it.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { form, here, root } from '../tools.mjs'
import { launch } from './support/browser.js'
import { json, rehabplan, scratch } from './support/files.js'

const ADDRESS = pathToFileURL(join(form, 'dist/index.html')).href
const AXE = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8')
const CANARY = 'KANARIEFUGL-0101701234'
const folder = scratch('rehabplan-form')

let browser, page, wrong

before(async () => {
  browser = await launch()
})

after(() => browser?.close())

beforeEach(async () => {
  wrong = []
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'da-DK', acceptDownloads: true })
  page.on('console', (message) => wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => request.url() !== ADDRESS && !request.url().startsWith('blob:') && wrong.push(request.url()))
  page.on('dialog', (dialog) => dialog.accept())
  page.setDefaultTimeout(10_000)
  await page.goto(ADDRESS)
  await page.getByLabel('Kontrolleret den').fill('2020-06-01')
})

afterEach(async () => {
  // Nothing is fetched, nothing is kept, nothing is said on the console.
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length])
  await page.close()
  assert.deepEqual(wrong, [])
  assert.deepEqual(kept, [0, 0, '', 0])
})

const id = (pointer) => `#felt${pointer.replaceAll('/', '-')}`
const at = (pointer) => page.locator(id(pointer))
const go = (section) => page.getByRole('navigation').getByRole('button', { name: section }).click()
const status = () => page.getByRole('status').first().innerText()
/** All of it, what is folded away included. */
const checklist = () => page.getByRole('complementary').textContent()
const said = (pointer) => page.locator(`${id(pointer)}-besked`).innerText()
const need = async (pointer) => ((await page.locator(`${id(pointer)}-krav`).count()) ? page.locator(`${id(pointer)}-krav`).innerText() : '')
const choose = (pointer, answer) => at(pointer).getByLabel(answer, { exact: true }).check()
const yes = (pointer) => choose(pointer, 'Ja')

async function open(name, content) {
  writeFileSync(join(folder, name), content)
  await page.locator('input[type=file]').setInputFiles(join(folder, name))
}

async function save() {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Gem fil' }).click()])
  return JSON.parse(readFileSync(await download.path(), 'utf8'))
}

/** The lists of codes, and where the schema has the codes. */
const CODES = { '/moede/deltagere': 'Deltager', '/forberedendeDel/ikkeRelevantEllerMuligt': 'Markering' }

/** The places of everything that is filled in, in the order of the document. */
function leaves(value, pointer = '') {
  if (CODES[pointer] || typeof value !== 'object' || value === null) return [[pointer, value]]
  return Object.entries(value).flatMap(([key, member]) => leaves(member, `${pointer}/${key}`))
}

/** The list that a place is in. */
const listOf = (pointer) => pointer.match(/^(.*?)\/\d+(\/|$)/)?.[1]

/** Fills in one field the way its kind asks for. */
async function fill(pointer, value) {
  const list = listOf(pointer)
  const [place, ...rest] = list ? pointer.slice(list.length + 1).split('/') : []
  if (list) {
    const entries = at(list).locator('xpath=./ol/li')
    for (let count = await entries.count(); count <= Number(place); count += 1) await at(list).locator('> .add').click()
  }
  if (Array.isArray(value)) {
    for (const code of value) await at(pointer).locator('label').nth(codes(pointer).indexOf(code)).locator('input').check()
  } else if (typeof value === 'boolean') {
    await choose(pointer, value ? 'Ja' : 'Nej')
  } else if (list && rest.length === 0) {
    await page.locator(`${id(pointer)} input`).fill(value)
  } else if (await at(pointer).evaluate((control) => control.tagName === 'SELECT')) {
    await at(pointer).selectOption(value)
  } else {
    await at(pointer).fill(typeof value === 'number' ? String(value).replace('.', ',') : value)
    await at(pointer).blur()
  }
}

const codes = (pointer) =>
  rehabplan
    .jsonSchema()
    .$defs[CODES[pointer]].oneOf.filter(({ description }) => !description.startsWith('Det samme som '))
    .map((choice) => choice.const)

async function sound() {
  // Added by evaluate(), which the page's own policy does not bind.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  assert.deepEqual(violations.map(({ id, impact, nodes }) => [id, impact, nodes[0].html.slice(0, 200)]), [])
}

const SECTIONS = ['Sagen', 'Borgeren', 'Egen virksomhed', 'Helbred', 'Lægens vurdering', 'Hidtidig indsats', 'Bilag', 'Mødet', 'Indstillingen', 'Afgørelse', 'Indsatsdelen', 'Min Plan', 'Forsøg']

// Between them they use every part of the plan.
for (const variant of ['RF', 'JA22', 'JA13D', 'FJ+SELV', 'FP12', 'REV', 'SDP3', 'SELV', 'AND']) {
  test(`a plan (${variant}) is filled in step by step until nothing blocks, and saved as it was written`, async () => {
    const plan = json(`tests/corpus/base/${variant}.json`)
    let left = leaves(plan)
    const udestaar = []
    const present = async () => new Set(await page.locator('[id^="felt-"]').evaluateAll((all) => all.map(({ id }) => `#${id}`)))
    for (const section of SECTIONS) {
      await go(section)
      const before = left.length
      // An answer may bring new fields with it.
      for (let more = true; more; ) {
        const ids = await present()
        const now = left.filter(([pointer]) => ids.has(id(pointer)) || ids.has(id(listOf(pointer) ?? '/')))
        for (const [pointer, value] of now) await fill(pointer, value)
        left = left.filter((one) => !now.includes(one))
        more = now.length > 0
      }
      if (left.length < before) udestaar.push(Number((await status()).match(/(\d+) krav udestår/)?.[1] ?? 0))
    }
    assert.deepEqual(left, [], 'the form has no field for these')
    assert.match(await status(), /Intet af det, der kunne kontrolleres, mangler i denne fase[^]*Intet udestår/)
    assert.ok(udestaar.length > 1 && Math.max(...udestaar) > 0 && udestaar.at(-1) === 0, udestaar.join())
    assert.deepEqual(await page.locator('.message.error').count(), 0)
    const saved = await save()
    assert.deepEqual(saved, plan)
    assert.deepEqual(rehabplan.sortOut(rehabplan.validate(saved, { asOf: '2020-06-01' })).blocking, [])
  })
}

test('a new plan shows what is required, and says that it is missing only where somebody has been', async () => {
  assert.match(await status(), /Vælg sagens type/)
  await at('/sag/sagstype').selectOption('ressourceforloeb')
  await go('Borgeren')
  assert.equal(await need('/forberedendeDel/oensker'), 'Kræves nu')
  assert.equal(await page.locator('.message').count(), 0)
  await at('/forberedendeDel/cv').fill('Kok siden 2004')
  await at('/forberedendeDel/oensker').focus()
  await at('/forberedendeDel/oensker').blur()
  const field = at('/forberedendeDel/oensker')
  assert.equal(await field.getAttribute('aria-invalid'), 'true')
  assert.match(await said('/forberedendeDel/oensker'), /§ 3, stk\. 1, nr\. 4/)
  assert.match(await said('/forberedendeDel/oensker'), new RegExp(rehabplan.explain('P3.1.4').remedy.da.slice(0, 20)))
  assert.ok((await field.getAttribute('aria-describedby')).includes('felt-forberedendeDel-oensker-besked'))
  assert.equal(await at('/forberedendeDel/erfaringerRessourcer').getAttribute('aria-invalid'), null)
  await page.getByLabel('Vis alle mangler').check()
  assert.equal(await at('/forberedendeDel/erfaringerRessourcer').getAttribute('aria-invalid'), 'true')
  await field.fill('Vil gerne være kok')
  assert.equal(await field.getAttribute('aria-invalid'), null)
  assert.equal(await said('/forberedendeDel/oensker'), '')
  await sound()
})

test('another type of case changes what is required', async () => {
  await at('/sag/sagstype').selectOption('ressourceforloeb')
  await go('Borgeren')
  await at('/forberedendeDel/cv').fill('Kok siden 2004')
  assert.equal(await need('/forberedendeDel/oensker'), 'Kræves nu')
  const before = await checklist()
  assert.ok(before.includes('§ 4 ') && !before.includes('§ 15 ') && !before.includes('§ 14 '))
  await go('Sagen')
  await at('/sag/sagstype').selectOption('revalidering')
  assert.match(await status(), /Revalidering/)
  assert.match(await checklist(), /§ 14 /)
  await at('/sag/sagstype').selectOption('foertidspension')
  await yes('/sag/vaesentligtNedsat')
  await yes('/sag/heltAabenbart')
  assert.match(await status(), /Førtidspension via teamet, helt åbenbar \(§ 12\)/)
  await go('Borgeren')
  assert.equal(await at('/sag/kategori').count(), 0)
  assert.notEqual(await checklist(), before)
  await at('/forberedendeDel/cv').fill('')
  await go('Sagen')
  await at('/sag/sagstype').selectOption('sygedagpenge')
  assert.match(await status(), /Vælg sagens type|anvendelsesområde/)
  await at('/sag/kategori').fill('3')
  assert.match(await status(), /Sygedagpenge, kategori 3/)
})

test('jobafklaring after 22 weeks: the follow-up certificate lifts § 4 when the municipality finds it enough', async () => {
  await at('/sag/sagstype').selectOption('jobafklaringsforloeb')
  await yes('/sag/foersteForloeb')
  await yes('/sag/revurdering22Uger')
  assert.match(await status(), /overgang efter 22 uger/)
  await go('Lægens vurdering')
  await at('/forberedendeDel/laege/art').selectOption('opfoelgningsattest')
  await yes('/forberedendeDel/laege/kommunensVurdering')
  await at('/forberedendeDel/laege/kommunensVurderingTekst').fill('Attesten dækker de samme forhold.')
  for (const field of ['helbredsforhold', 'saerligeHensyn', 'andreForhold']) {
    assert.equal(await need(`/forberedendeDel/laege/${field}`), 'Fritaget efter § 4, stk. 2')
  }
  assert.match(await checklist(), /Fritaget efter § 4, stk\. 2: .+/)
  assert.equal(await page.locator('.checklist li.exempt').count(), 7)
  await sound()
  await choose('/forberedendeDel/laege/kommunensVurdering', 'Nej')
  assert.equal(await page.locator('.checklist li.exempt').count(), 0)
  assert.match(await said('/forberedendeDel/laege/kommunensVurdering'), /§ 4, stk\. 2, 2\. pkt\./)
})

test('the self-employed are asked about their business, and a number may have a comma', async () => {
  await at('/sag/sagstype').selectOption('tilskud')
  assert.match(await checklist(), /§ 15 /)
  await go('Egen virksomhed')
  await at('/forberedendeDel/selvstaendig/opgaver').fill('Fodpleje i egen klinik')
  assert.equal(await need('/forberedendeDel/selvstaendig/timerPrUge'), 'Kræves nu')
  await at('/forberedendeDel/selvstaendig/timerPrUge').fill('mange')
  assert.match(await said('/forberedendeDel/selvstaendig/timerPrUge'), /tal/)
  await at('/forberedendeDel/selvstaendig/timerPrUge').fill('7,5')
  assert.equal(await said('/forberedendeDel/selvstaendig/timerPrUge'), '')
  assert.equal((await save()).forberedendeDel.selvstaendig.timerPrUge, 7.5)
  await go('Borgeren')
  assert.equal(await need('/forberedendeDel/erfaringerRessourcer'), 'Fritaget efter § 15, stk. 1')
})

test('a date that does not exist stays as it was written, and says what is wrong', async () => {
  await at('/sag/sagstype').selectOption('ressourceforloeb')
  await go('Borgeren')
  const date = at('/forberedendeDel/dato')
  await date.fill('31-02-2020')
  await date.blur()
  assert.equal(await date.getAttribute('aria-invalid'), 'true')
  assert.match(await said('/forberedendeDel/dato'), /ikke en mulig dato.*ÅÅÅÅ-MM-DD/)
  assert.match(await checklist(), /Dokumentet/)
  assert.equal(await page.locator(`${id('/forberedendeDel/dato')}-besked .message`).count(), 1)
  await date.fill('29.2.2020')
  await date.blur()
  assert.equal(await date.inputValue(), '2020-02-29')
  assert.equal(await date.getAttribute('aria-invalid'), null)
})

test('a file that cannot be read says why, shows nothing of it and leaves the plan alone', async () => {
  await at('/sag/sagstype').selectOption('fleksjob')
  for (const [content, words] of [
    [`{"sag": {"sagstype": "${CANARY}`, /ikke JSON/],
    [`["${CANARY}"]`, /JSON-objekt/],
    [Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe]), /ikke UTF-8/],
    ['', /ikke JSON/],
  ]) {
    await open('broken.json', content)
    const alert = page.getByRole('alert')
    await alert.getByText(words).waitFor()
    assert.match(await alert.innerText(), /Filen kunne ikke åbnes/)
    assert.ok(!(await page.content()).includes('KANARIE'))
    assert.equal(await alert.evaluate((element) => element === document.activeElement), true)
    assert.equal(await at('/sag/sagstype').inputValue(), 'fleksjob')
    await sound()
    await alert.getByRole('button', { name: 'Luk' }).click()
  }
})

test('a whole plan is loaded, told of, and saved without a difference', async () => {
  for (const name of ['fp12-hjerneskade', 'fj-selv-vognmand-blandet', 'ja22-lagermedarbejder-ryg', 'fj-kontorassistent-datafejl']) {
    const plan = json(`tests/plans/${name}.json`)
    await open(`${name}.json`, readFileSync(join(root, 'tests/plans', `${name}.json`)))
    await page.locator('.status.told').waitFor()
    assert.deepEqual(await save(), plan, name)
  }
  // The last one has values and keys of the wrong kind: each can be seen, and each says what it is.
  const text = await checklist()
  assert.match(text, /ikke en mulig dato/)
  assert.match(text, /mente du »borgerensVurdering«/)
  for (const section of SECTIONS) {
    await go(section)
    await sound()
  }
})

test('where a text recommends, its sentence is shown with the words that weighed most, and not by colour alone', async () => {
  const plan = json('tests/corpus/base/RF.json')
  const pointed = page.locator('.pointed')
  await open('RF.json', JSON.stringify(plan))
  await go('Borgeren')
  assert.equal(await pointed.count(), 0)
  const text = '\u{1F642} Hun bor på Ærø. Det indstilles, at hun får fleksjob. Hun har en hund.'
  await at('/forberedendeDel/udfordringer/samlet').fill(text)
  assert.match(await said('/forberedendeDel/udfordringer/samlet'), /§ 3, stk\. 3/)
  assert.match(await pointed.innerText(), /^Sætningen: »Det indstilles, at hun får fleksjob\.«\sDe understregede ord vejede mest/)
  const marks = await pointed.locator('mark').allInnerTexts()
  const { words } = rehabplan.recommendation(text, '/forberedendeDel/udfordringer/samlet')
  assert.deepEqual(marks, words.map((word) => text.slice(...word)).sort((one, other) => text.indexOf(one) - text.indexOf(other)))
  assert.ok(marks.includes('indstilles'), marks.join())
  const look = await pointed.locator('mark').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine)
  assert.equal(look, 'underline')
  // Who does not see the line hears the words.
  for (const word of marks) assert.ok((await pointed.locator('.visually-hidden').textContent()).includes(word))
  await sound()
  await at('/forberedendeDel/udfordringer/samlet').fill('Hun bor på Ærø. Hun har en hund.')
  assert.equal(await pointed.count(), 0)
})

// As `rehabplan convert` writes plans: a line for each, with what stands around it.
test('the plans of an export: one is opened at once, of several one is chosen', async () => {
  const [first, second] = ['fp12-hjerneskade', 'rf-ung-angst'].map((name) => json(`tests/plans/${name}.json`))
  await open('one.ndjson', `${JSON.stringify({ file: 'sager/4711.docx', plan: first })}\n`)
  await page.locator('.status.told').waitFor()
  assert.deepEqual(await save(), first)
  const lines = [{ id: '17', row: 2, carried: { Distrikt: 'Øst' }, plan: first }, { file: 'sager/4712.pdf', plan: second }, second]
  await open('many.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const choice = page.getByRole('form', { name: 'Vælg en plan' })
  const which = choice.getByRole('combobox')
  assert.equal(await which.evaluate((element) => element === document.activeElement), true)
  assert.deepEqual(await which.locator('option').allInnerTexts(), ['17', 'sager/4712.pdf', 'Linje 3'])
  await sound()
  // Nothing is lost until one is chosen.
  assert.deepEqual(await save(), first)
  await which.selectOption('sager/4712.pdf')
  await choice.getByRole('button', { name: 'Åbn planen' }).click()
  await choice.waitFor({ state: 'detached' })
  assert.deepEqual(await save(), second)
  await open('broken.ndjson', `${JSON.stringify(lines[0])}\n{"plan": "${CANARY}`)
  await page.getByRole('alert').getByText(/ikke JSON/).waitFor()
  assert.ok(!(await page.content()).includes('KANARIE'))
})

test('whoever leaves with something that is not saved is asked', async () => {
  const asked = []
  page.on('dialog', (dialog) => asked.push(dialog.type()))
  const leave = () => page.reload().catch(() => {})
  await leave()
  assert.deepEqual(asked, [])
  await at('/sag/sagstype').selectOption('fleksjob')
  await save()
  await leave()
  assert.deepEqual(asked, [])
  // A browser asks nobody who has not touched the page.
  await page.getByRole('heading', { level: 1 }).click()
  await at('/sag/sagstype').selectOption('fleksjob')
  // The page has seen that something is not saved once it has been painted.
  await page.waitForFunction(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await leave()
  assert.deepEqual(asked, ['beforeunload'])
  await at('/sag/sagstype').selectOption('fleksjob')
  await page.getByRole('button', { name: 'Ny plan' }).click()
  assert.deepEqual(asked, ['beforeunload', 'confirm'])
})

test('what does not belong in a file is shown, and can be taken out', async () => {
  const odd = { sag: { sagstype: 'fleksjobb', kategori: 'x' }, moede: 'i morgen', forberedendeDel: { anbefaling: 'Fleksjob', bilag: { titel: 'x' }, oensker: ['a'] } }
  await open('odd.json', JSON.stringify(odd))
  await page.getByText('fleksjobb (findes ikke)').waitFor({ state: 'attached' })
  await at('/sag/sagstype').selectOption('fleksjob')
  await go('Bilag')
  await page.getByRole('button', { name: 'Fjern Anbefaling' }).click()
  await page.getByRole('button', { name: 'Fjern Bilag' }).click()
  await go('Borgeren')
  await page.getByRole('button', { name: 'Fjern Ønsker' }).click()
  await go('Mødet')
  await page.getByRole('button', { name: 'Fjern Møde' }).click()
  assert.deepEqual(await save(), { sag: { sagstype: 'fleksjob', kategori: 'x' } })
})

test('the keyboard is enough, and focus goes where the work is', async () => {
  const focused = () => page.evaluate(() => document.activeElement.innerText || document.activeElement.id)
  await page.reload()
  await page.keyboard.press('Tab')
  assert.equal(await focused(), 'Gå til formularen')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'plan')
  await at('/sag/sagstype').focus()
  await page.keyboard.press('ArrowDown')
  assert.match(await status(), /Ressourceforløb/)
  await page.getByRole('navigation').getByRole('button', { name: 'Hidtidig indsats' }).focus()
  await page.keyboard.press('Enter')
  assert.match(await focused(), /Hidtidig indsats/)
  const list = at('/forberedendeDel/hidtidigIndsats/beskaeftigelse')
  await list.locator('> .add').focus()
  await page.keyboard.press('Enter')
  await page.locator(`${id('/forberedendeDel/hidtidigIndsats/beskaeftigelse/0/indhold')}:focus`).waitFor()
  await page.keyboard.type('Virksomhedspraktik')
  await list.getByRole('button', { name: 'Fjern indsats 1' }).focus()
  await page.keyboard.press('Enter')
  await list.locator('> .add:focus').waitFor()
  // From a requirement to its field.
  await page.getByRole('complementary').getByRole('button', { name: /ønsker til fremtidigt job/ }).focus()
  await page.keyboard.press('Enter')
  await page.locator(`${id('/forberedendeDel/oensker')}:focus`).waitFor()
  // A yes or no is one stop for the tabulator, and the arrows choose.
  await at('/forberedendeDel/samarbejde/medBorger').getByLabel('Ikke angivet').focus()
  await page.keyboard.press('ArrowDown')
  assert.equal(await at('/forberedendeDel/samarbejde/medBorger').getByLabel('Ja').isChecked(), true)
})

test('on paper: what is written, and what the check says', async () => {
  await open('plan.json', readFileSync(join(root, 'tests/plans/rf-ung-angst.json')))
  await page.locator('.status.told').waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.screen').isVisible(), false)
  const text = await page.locator('.print').innerText()
  const plan = json('tests/plans/rf-ung-angst.json')
  const texts = leaves(plan).map(([, value]) => value).filter((value) => typeof value === 'string' && value.includes(' '))
  assert.ok(texts.length > 10)
  const plain = (text) => text.replace(/\s+/g, ' ')
  for (const one of texts) assert.ok(plain(text).includes(plain(one).trim()), one.slice(0, 60))
  for (const finding of rehabplan.sortOut(rehabplan.validate(plan, { asOf: '2020-06-01' })).blocking) assert.ok(text.includes(finding.citation))
  const { blocking, reviews, exempt } = rehabplan.sortOut(rehabplan.validate(plan, { asOf: '2020-06-01', detail: 'all' }))
  for (const { remedy } of blocking) assert.ok(text.includes(remedy), remedy)
  assert.ok(reviews.length > 0 && (await page.locator('.print .box').count()) === reviews.length)
  for (const { exemption } of exempt) assert.ok(text.includes(`Fritaget efter ${exemption}`))
  assert.ok((await page.pdf()).length > 10_000)
  // A date that does not exist is not made into one that does.
  await page.emulateMedia({ media: 'screen' })
  await open('dates.json', JSON.stringify({ sag: { sagstype: 'fleksjob' }, moede: { dato: '2021-02-31' }, afgoerelse: { dato: '2021-03-01' } }))
  await page.emulateMedia({ media: 'print' })
  await page.getByText('1. marts 2021').waitFor()
  assert.match(await page.locator('.print').innerText(), /2021-02-31/)
})

test('what was written can be taken back and written again', async () => {
  const undo = page.getByRole('button', { name: 'Fortryd' })
  const redo = page.getByRole('button', { name: 'Gentag' })
  assert.deepEqual([await undo.isDisabled(), await redo.isDisabled()], [true, true])
  await fill('/sag/sagstype', 'fleksjob')
  await go('Borgeren')
  await at('/forberedendeDel/oensker').pressSequentially('Hun vil køre bus.')
  // What is written into one field without a break is one step.
  await undo.click()
  assert.deepEqual(await save(), { sag: { sagstype: 'fleksjob' } })
  await redo.click()
  assert.equal(await at('/forberedendeDel/oensker').inputValue(), 'Hun vil køre bus.')
  await at('/forberedendeDel/oensker').focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  assert.deepEqual(await save(), {})
  await page.keyboard.press('Control+Shift+z')
  assert.deepEqual(await save(), { sag: { sagstype: 'fleksjob' } })
  // Another plan is a new beginning: nothing of the one before can come back into it.
  await page.getByRole('button', { name: 'Ny plan' }).click()
  assert.deepEqual([await undo.isDisabled(), await redo.isDisabled()], [true, true])
})

test('what the next phase will ask for is told before it is there', async () => {
  await open('plan.json', JSON.stringify(json('tests/corpus/base/FJ.json')))
  const ahead = page.locator('summary', { hasText: 'Næste fase' })
  await page.getByLabel('Fase').selectOption('forelaeggelse')
  assert.match(await ahead.innerText(), /Næste fase: efter mødet\s+0/)
  await at('/sag/sagstype').waitFor()
  await go('Indstillingen')
  await at('/indstilling/begrundelse').fill('')
  // § 7, stk. 4, asks for the reasons after the meeting, and before it nobody lacks them.
  assert.match(await ahead.innerText(), /Næste fase: efter mødet\s+1/)
  await ahead.click()
  assert.match(await ahead.locator('xpath=..').innerText(), /§ 7, stk\. 4/)
  await page.getByLabel('Fase').selectOption('indsats')
  assert.equal(await ahead.count(), 0)
})

test('a narrow screen has everything, and nothing runs over the side', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open('plan.json', readFileSync(join(root, 'tests/plans/fj-kontorassistent-datafejl.json')))
  await page.locator('.status.told').waitFor()
  for (const section of SECTIONS) {
    await go(section)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), section)
  }
  await sound()
})

test('every field of the schema has a place in the form, and every code a Danish name', async () => {
  await page.getByLabel('Vis alle felter').check()
  const found = new Set()
  const nameless = []
  for (const section of SECTIONS) {
    await go(section)
    // Every list is opened once, and lists inside lists after it.
    const closed = page.locator('.repeated:not(:has(> ol > li)) > .add')
    while ((await closed.count()) > 0) await closed.first().click()
    for (const one of await page.locator('[id^="felt-"]').evaluateAll((all) => all.map(({ id }) => id))) found.add(one.replaceAll(/-0(?=-|$)/g, '-*'))
    nameless.push(...(await page.locator('.boxes label, option').evaluateAll((all) => all.map((one) => one.innerText).filter((text) => /^[a-zæøå]/.test(text) || text.includes('/')))))
  }
  const { properties, $defs } = rehabplan.jsonSchema()
  const patterns = (properties, parent) =>
    Object.entries(properties).flatMap(([key, field]) => {
      const resolve = (one) => (one?.$ref ? $defs[one.$ref.split('/').pop()] : one)
      const what = resolve(field.anyOf?.find(({ type }) => type !== 'null') ?? field)
      const items = resolve(what.items)
      const inner = what.properties ? patterns(what.properties, `${parent}-${key}`) : items?.properties ? patterns(items.properties, `${parent}-${key}-*`) : []
      return [`${parent}-${key}`, ...inner]
    })
  // These two must be empty, so there is a place only for what a file has in them.
  const shouldBeEmpty = ['felt-forberedendeDel-indstilling', 'felt-forberedendeDel-anbefaling']
  const parts = Object.keys(properties).map((key) => `felt-${key}`)
  const missing = patterns(properties, 'felt').filter((one) => !found.has(one) && !shouldBeEmpty.includes(one) && !parts.includes(one))
  assert.deepEqual(missing, [])
  assert.deepEqual(nameless, [])
})
