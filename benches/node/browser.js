// Times one check of a form's plan in a headless browser: node browser.js WASM-BINDING PACKAGE SCHEMA PLANS ROUNDS
// Prints the seconds for one check, round by round. Exit code 3: there is no browser.
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
await build({
  entryPoints: [join(import.meta.dirname, 'page.js')],
  alias: { rehabplan: join(rehabplan, 'index.js') },
  bundle: true,
  format: 'esm',
  minify: true,
  outdir: site,
  logLevel: 'error',
})
for (const wasm of ['rehabplan.wasm', 'rehabplan-language.wasm']) copyFileSync(join(rehabplan, wasm), join(site, wasm))

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
  const page = await browser.newPage()
  await page.goto(address)
  const given = [plans, JSON.parse(readFileSync(schema, 'utf8')), Number(rounds)]
  const times = await page.evaluate(async (given) => (await import('/page.js')).measure(...given), given)
  console.log(JSON.stringify({ version: browser.version(), plans: plans.length, times }))
} finally {
  await browser.close()
  close()
}
