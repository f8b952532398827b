// Everything there is to test of the package and of the form that is built on it: `node bindings/wasm/run-tests.mjs`.
//
// It installs what it needs (the source of Rust's standard library, npm packages, and Debian's chromium where it may), builds, and
// runs every test; with --fetch it only installs. Exit code 0: all passed. 1: something failed. 3: nothing failed, but there is
// no browser to be had, so some tests were not run. What other tools make of the package is heavy, and has a command of its own:
// `node bindings/wasm/run-toolchains.mjs`.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { browser, form, here, npmPackages, run, standardLibrary, target } from './tools.mjs'
import { build } from './build.mjs'

const NOT_RUN = 3

const step = async (name, what) => {
  const start = performance.now()
  console.error(`$ ${name}`)
  const result = await what()
  console.error(`  ${((performance.now() - start) / 1000).toFixed(0)} s`)
  return result
}

function tests(ending) {
  const files = readdirSync(join(here, 'tests')).filter((name) => name.endsWith(ending)).sort()
  const reporter = ['--test-reporter', 'spec', '--test-reporter-destination', 'stdout']
  const args = ['--test', ...reporter, ...files.map((name) => join(here, 'tests', name))]
  return spawnSync('node', args, { stdio: 'inherit', cwd: here }).status === 0
}

if (process.argv.includes('--fetch')) {
  standardLibrary()
  for (const folder of [here, form]) npmPackages(folder)
  browser()
  process.exit()
}

let passed = true
await step('build the package', build)
await step('build the form', () => {
  npmPackages(form)
  run('npm', ['run', 'build', '--silent'], { cwd: form })
})
passed = (await step('tests of the crate', () => spawnSync('cargo', ['test', '--quiet', '--target-dir', target], { stdio: 'inherit', cwd: here }).status === 0)) && passed
passed = (await step('tests in Node', () => tests('.test.js'))) && passed

const chrome = browser()
if (chrome) passed = (await step(`tests in a browser (${chrome})`, () => tests('.browser.js'))) && passed
else console.error('not run: the tests in a browser. Install Chromium (Debian: apt-get install chromium), or set CHROME_PATH.')

process.exitCode = !passed ? 1 : chrome ? 0 : NOT_RUN
