// The package in a real browser, under the content security policy that the README names.
import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { built, here } from '../tools.mjs'
import { launch } from './support/browser.js'
import { runCorpus, runProfiles, sameBytes } from './support/corpus.js'
import { corpus, profileCorpus, rehabplan, scratch, wholePlans } from './support/files.js'
import { serve } from './support/server.js'

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

let browser, server, strict

before(async () => {
  const folder = scratch('rehabplan')
  cpSync(built, join(folder, 'rehabplan'), { recursive: true })
  cpSync(join(here, 'tests/support/corpus.js'), join(folder, 'corpus.js'))
  server = await serve(folder, POLICY)
  strict = await serve(folder, "default-src 'none'; script-src 'self'; connect-src 'self'")
  browser = await launch()
})

after(async () => {
  await browser?.close()
  server?.close()
  strict?.close()
})

async function page(address = server.address) {
  const page = await browser.newPage()
  await page.goto(address)
  return page
}

test('the corpus gives what the law demands, in the bytes that Node gives', async () => {
  const given = corpus()
  const inBrowser = await (await page()).evaluate(async (corpus) => {
    const rehabplan = await import('/rehabplan/index.js')
    const { runCorpus } = await import('/corpus.js')
    await rehabplan.init()
    return runCorpus(rehabplan, corpus)
  }, given)
  assert.deepEqual(inBrowser.faults, [])
  const inNode = runCorpus(rehabplan, given)
  assert.ok(inBrowser.count > 500 && inBrowser.count === inNode.count)
  inNode.reports.forEach((report, index) => sameBytes(inBrowser.reports[index], report, `case ${index}`))
})

test('the full module: the corpus of the profiles, and texts in English', async () => {
  const given = profileCorpus()
  const { count, faults, message } = await (await page()).evaluate(async (corpus) => {
    const rehabplan = await import('/rehabplan/full.js')
    const { runProfiles } = await import('/corpus.js')
    await rehabplan.init()
    const { results } = rehabplan.validate({ sag: { sagstype: 'fleksjob' } }, { lang: 'en' })
    return { ...runProfiles(rehabplan, corpus), message: results[0].message }
  }, given)
  assert.deepEqual(faults, [])
  assert.equal(count, runProfiles(rehabplan, given).count)
  assert.match(message, /^The /)
})

test('the small module says what only the full one has', async () => {
  const codes = await (await page()).evaluate(async () => {
    const { checklist, draft, init, profiles, rules, validate } = await import('/rehabplan/index.js')
    await init()
    const codeOf = (run) => {
      try {
        run()
      } catch ({ code, message }) {
        return [code, message.includes('rehabplan/full')]
      }
    }
    const wants = [{ profiles: ['proces'] }, { profiles: [{}] }, { suppress: [{}] }, { horizon: ['/sag'] }, { lang: 'en' }, { lang: 'fr' }]
    return [codeOf(profiles), codeOf(() => checklist('fleksjob')), codeOf(() => draft({})), ...wants.map((options) => codeOf(() => validate({}, options))), Object.keys(rules()[0].summary)]
  })
  const full = ['needsFull', true]
  assert.deepEqual(codes, [full, full, full, full, full, full, full, full, ['badOptions', false], ['da']])
})

test('whole plans give the bytes of their expected reports', async () => {
  const plans = wholePlans()
  const reports = await (await page()).evaluate(async (plans) => {
    const { init, validateJson } = await import('/rehabplan/index.js')
    await init()
    return plans.map(({ text, options }) => [text, new TextEncoder().encode(text)].map((plan) => validateJson(plan, options)))
  }, plans.map(({ bytes, options }) => ({ text: bytes.toString('utf8'), options })))
  plans.forEach(({ name, report }, index) => reports[index].forEach((got) => sameBytes(got, report, name)))
})

test('init() can be called many times, from an address, a response or bytes, and fetches once', async () => {
  const one = await page()
  const fetched = []
  one.on('request', (request) => fetched.push(request.url()))
  await one.evaluate(async () => {
    const { init, validate } = await import('/rehabplan/index.js')
    await Promise.all([init(), init(), init()])
    await init()
    validate({})
  })
  assert.deepEqual(fetched.filter((url) => url.endsWith('.wasm')).map((url) => url.split('/').at(-1)), ['rehabplan.wasm', 'rehabplan-language.wasm'])
  for (const source of ['"/rehabplan/rehabplan.wasm"', 'fetch("/rehabplan/rehabplan.wasm")', 'fetch("/rehabplan/rehabplan.wasm").then(r => r.arrayBuffer())']) {
    const conclusion = await (await page()).evaluate(async (source) => {
      const { init, validate } = await import('/rehabplan/index.js')
      const sources = {
        '"/rehabplan/rehabplan.wasm"': () => '/rehabplan/rehabplan.wasm',
        'fetch("/rehabplan/rehabplan.wasm")': () => fetch('/rehabplan/rehabplan.wasm'),
      }
      await init(sources[source]?.() ?? (await (await fetch('/rehabplan/rehabplan.wasm')).arrayBuffer()))
      return validate({}).conclusion
    }, source)
    assert.equal(conclusion, 'undetermined')
  }
})

test('checks need not wait for the language check, and say that nothing was searched until it is there', async () => {
  const one = await page()
  const [sooner, without, whole] = await one.evaluate(async () => {
    const { init, validate } = await import('/rehabplan/index.js')
    const plan = { sag: { sagstype: 'ressourceforloeb' }, forberedendeDel: { oensker: 'Det indstilles, at borgeren tilkendes førtidspension.' } }
    const answer = (options) => {
      const { outcome, paths, note } = validate(plan, { detail: 'all', ...options }).results.find(({ rule }) => rule === 'P3.3.b')
      return { outcome, paths, note: note?.code ?? null }
    }
    let arrive
    const language = new Promise((resolve) => (arrive = resolve))
    await init(undefined, { language, languageLater: true })
    const sooner = answer()
    arrive('/rehabplan/rehabplan-language.wasm')
    await init()
    return [sooner, answer({ language: false }), answer()]
  })
  assert.deepEqual(sooner, { outcome: 'review', paths: ['/forberedendeDel'], note: 'notSearched' })
  assert.deepEqual(without, sooner)
  // What was found is a hint; the question is still a person's.
  assert.deepEqual(whole, { outcome: 'notMet', paths: ['/forberedendeDel/oensker'], note: 'allToBeJudged' })
})

test('checks need not wait for the texts, and a finding says its provision until they are there', async () => {
  const one = await page()
  let arrive
  const texts = new Promise((resolve) => (arrive = resolve))
  await one.route('**/texts.js', (route) => texts.then(() => route.continue()))
  const sooner = await one.evaluate(async () => {
    const { init, requirementsByParagraph, rules, validate, validateWithNeeds } = await import('/rehabplan/index.js')
    window.said = () => {
      const { results, input, notes } = validate({ sag: { sagstype: 'fleksjob' }, sga: 1 }, { detail: 'all' })
      const { outcome, message, remedy } = results.find(({ rule }) => rule === 'P2.1.pkt2')
      return { outcome, message, remedy, input: input.map(({ message }) => message), notes: notes.map(({ code }) => code) }
    }
    await init(undefined, { textsLater: true })
    let code
    try {
      rules()
    } catch (error) {
      code = error.code
    }
    return { ...window.said(), code, paragraphs: requirementsByParagraph(validateWithNeeds({ sag: { sagstype: 'fleksjob' } }, { detail: 'all' })).length }
  })
  const citation = '§ 2, stk. 1, 2. pkt.'
  assert.deepEqual(sooner, { outcome: 'notMet', message: citation, remedy: null, input: ['unknownKey'], notes: ['textsNotLoaded'], code: 'notReady', paragraphs: 15 })
  arrive()
  const whole = await one.evaluate(async () => {
    const { init, rules } = await import('/rehabplan/index.js')
    await init()
    return { ...window.said(), rules: rules().length }
  })
  assert.deepEqual([whole.outcome, whole.notes], ['notMet', []])
  assert.ok(whole.rules > 0)
  for (const text of [whole.message, whole.remedy, ...whole.input]) assert.match(text, /^[A-ZÆØÅ][^{}]{10,}[^.]$/)
  assert.match(whole.input[0], /»sag«/)
})

test('a language check that cannot be had is an error to who waits for it, and can be tried again', async () => {
  const codes = await (await page()).evaluate(async () => {
    const { init, validate } = await import('/rehabplan/index.js')
    const code = (promise) => promise.then(() => 'ready', ({ code }) => code)
    const codes = [await code(init(undefined, { language: '/nowhere.wasm', languageLater: true }))]
    codes.push(await code(init(undefined, { language: '/nowhere.wasm' })), validate({}).conclusion, await code(init()))
    return codes
  })
  assert.deepEqual(codes, ['ready', 'badWasm', 'undetermined', 'ready'])
})

test('before init() every call says so, and a failed init() can be tried again', async () => {
  const said = await (await page()).evaluate(async () => {
    const { init, planSchema, rules, validate } = await import('/rehabplan/index.js')
    const code = (run) => {
      try {
        run()
      } catch (error) {
        return error.code
      }
    }
    const codes = [() => validate({}), () => rules(), () => planSchema['~standard'].validate({})].map(code)
    const failed = await init('/nowhere.wasm').then(() => false, () => true)
    await init()
    return { codes, failed, conclusion: validate({}).conclusion }
  })
  assert.deepEqual(said, { codes: ['notReady', 'notReady', 'notReady'], failed: true, conclusion: 'undetermined' })
})

test('the inline entry needs no second file', async () => {
  const one = await page()
  const fetched = []
  one.on('request', (request) => fetched.push(request.url()))
  assert.equal(await one.evaluate(async () => (await import('/rehabplan/inline.js')).validate({}).conclusion), 'undetermined')
  assert.deepEqual(fetched.filter((url) => url.endsWith('.wasm')), [])
})

test('a page where the wasm file was meant is said to be one, and init() may follow', async () => {
  const said = await (await page()).evaluate(async () => {
    const { init, validate } = await import('/rehabplan/index.js')
    const codes = []
    for (const wrong of ['/', '/nowhere.wasm', '/rehabplan/index.js']) await init(wrong).catch(({ code, message }) => codes.push([code, message]))
    await init()
    return { codes, conclusion: validate({}).conclusion }
  })
  assert.deepEqual(said.codes.map(([code]) => code), ['badWasm', 'badWasm', 'badWasm'])
  assert.match(said.codes[1][1], /nowhere\.wasm \(404\)/)
  assert.equal(said.conclusion, 'undetermined')
})

test('bytes of another realm are bytes, and what a page has besides is no plan', async () => {
  const said = await (await page()).evaluate(async () => {
    const { init, planSchema, validate } = await import('/rehabplan/index.js')
    await init()
    const frame = document.body.appendChild(document.createElement('iframe')).contentWindow
    const bytes = new frame.TextEncoder().encode('{"sag":{"sagstype":"revalidering"}}')
    const others = [document, document.body, new FormData(), new Headers(), window, frame, new frame.Map(), frame.fetch('/'), new frame.Blob([bytes])]
    const codeOf = (given) => {
      try {
        return validate(given).conclusion
      } catch ({ code, name }) {
        return `${name} ${code}`
      }
    }
    return {
      bytes: [bytes, bytes.buffer, new frame.DataView(bytes.buffer), frame.JSON.parse(new TextDecoder().decode(bytes))].map(codeOf),
      others: others.map(codeOf),
      issues: others.map((given) => planSchema['~standard'].validate(given).issues.length),
    }
  })
  assert.deepEqual([...new Set(said.bytes)], ['deficient'])
  assert.deepEqual([...new Set(said.others)], ['TypeError notAPlan'])
  assert.deepEqual([...new Set(said.issues)], [1])
})

test("without 'wasm-unsafe-eval' the browser refuses, and init() rejects", async () => {
  const said = await (await page(strict.address)).evaluate(async () => {
    const { init } = await import('/rehabplan/index.js')
    return init().then(() => 'allowed', (error) => error.name)
  })
  assert.equal(said, 'CompileError')
})
