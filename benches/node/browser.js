// Times one check of a form's plan, and one edit of it, in a headless browser: node browser.js WASM-BINDING PACKAGE SCHEMA PLANS
// ROUNDS. Prints the seconds for one, round by round. Exit code 3: there is no browser.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [binding, rehabplan, schema, file, rounds] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(join(binding, path)).href)

if (!(await load('tools.mjs')).browser()) process.exit(3)
const { launch } = await load('tests/support/browser.js')
const { serve } = await load('tests/support/server.js')

const site = join(import.meta.dirname, 'site')
for (const [page, entry] of [['page.js', 'index.js'], ['edit.js', 'full.js']]) {
  await build({
    entryPoints: [join(import.meta.dirname, page)],
    alias: { rehabplan: join(rehabplan, entry) },
    bundle: true,
    format: 'esm',
    minify: true,
    outdir: site,
    logLevel: 'error',
  })
}
for (const wasm of ['rehabplan.wasm', 'rehabplan-language.wasm', 'rehabplan-full.wasm']) copyFileSync(join(rehabplan, wasm), join(site, wasm))

const lines = readFileSync(file, 'utf8').split('\n')
const plans = lines.slice(0, 400).flatMap((line) => {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
})

// ajv makes its code as it runs, which needs 'unsafe-eval'.
const { address, close } = await serve(site, "default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'")
const browser = await launch()
try {
  const given = [plans, JSON.parse(readFileSync(schema, 'utf8')), Number(rounds)]
  const told = { version: browser.version(), plans: plans.length }
  for (const [name, script] of [['times', '/page.js'], ['edits', '/edit.js']]) {
    const page = await browser.newPage()
    await page.goto(address)
    told[name] = await page.evaluate(async ([script, given]) => (await import(script)).measure(...given), [script, given])
    await page.close()
  }
  console.log(JSON.stringify(told))
} finally {
  await browser.close()
  close()
}
