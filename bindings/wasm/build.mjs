// Builds the npm package into target/npm/rehabplan: cargo, wasm-bindgen, wasm-opt, and the files of js/. With --js, the
// wasm files stay as they are; with names of modules, all but those do.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { named } from './order.mjs'
import { bin, built, here, npmPackages, root, run, standardLibrary, target } from './tools.mjs'

// Set here and not in a profile, because cargo takes those from the workspace's root alone.
//
// The standard library is compiled along: without the texts of panics (nobody would see them) and without the paths of this
// machine that they name. Only a nightly compiler knows these options by itself, hence RUSTC_BOOTSTRAP: it is the same
// compiler, and whoever uses the package needs none.
const ALWAYS = {
  CARGO_PROFILE_RELEASE_LTO: 'fat',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '1',
  CARGO_PROFILE_RELEASE_PANIC: 'immediate-abort',
  RUSTC_BOOTSTRAP: '1',
}
const STANDARD_LIBRARY = ['panic-immediate-abort', 'build-std=std,panic_abort']
const FLAGS = '-Zunstable-options -Zlocation-detail=none'

// For a browser. Small functions are put into their callers before LLVM sees them, as in every build that is not for size:
// that saves here too, since what they come to is often nothing.
const SMALL = {
  CARGO_PROFILE_RELEASE_OPT_LEVEL: 'z',
  RUSTFLAGS: `${FLAGS} -Zfmt-debug=none -Zinline-mir=yes -Cllvm-args=-inline-threshold=15`,
}
// For Node, which has the file at hand: a third faster, and every Node that this package runs on knows simd.
const FAST = { CARGO_PROFILE_RELEASE_OPT_LEVEL: '3', RUSTFLAGS: `${FLAGS} -Ctarget-feature=+simd128` }

// What rustc switches on by itself. Chrome 96, Firefox 79 and Safari 15 have them all.
const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue']

// These make the file smaller and what is sent of it larger: a function that is called twice compresses better than its
// body in two places, the same sum twice better than a variable for it, and zeros between data better than many places.
const LEFT_OUT = ['inlining-optimizing', 'local-cse', 'memory-packing'].map((pass) => `--skip-pass=${pass}`)

// The small module holds the regulation without its texts, and leaves the language check to another; the others have it in them, and
// the English texts and the profiles besides.
const MODULES = {
  rehabplan: [SMALL, 'rehabplan-wasm', '--no-default-features'],
  'rehabplan-language': [SMALL, 'rehabplan-wasm-language'],
  'rehabplan-full': [SMALL, 'rehabplan-wasm'],
  'rehabplan-node': [FAST, 'rehabplan-wasm'],
}
// Those that some entry has in itself.
const INSIDE = ['rehabplan', 'rehabplan-language', 'rehabplan-node']

// What the core has generated, each with the function that gives it. A bundler leaves out what is not asked for.
const DATA = {
  jsonSchema: 'plan.schema.json',
  reportSchema: 'report.schema.json',
  profileSchema: 'profile.schema.json',
  suppressionSchema: 'suppressions.schema.json',
  names: 'names.json',
}

const steps = join(target, 'npm/steps')

/** All of it, or only what lies around the wasm files when those are as they were. */
export async function build(modules = Object.keys(MODULES)) {
  npmPackages(here)
  if (modules.length > 0) compile(modules)
  rmSync(built, { recursive: true, force: true })
  mkdirSync(built, { recursive: true })
  await put()
  commonJs()
}

function compile(modules) {
  const triple = standardLibrary()
  for (const name of modules) {
    const [settings, crate, ...features] = MODULES[name]
    const library = [...STANDARD_LIBRARY, ...(settings === SMALL ? ['build-std-features=optimize_for_size'] : [])]
    const unstable = library.flatMap((option) => ['-Z', option])
    run('cargo', ['build', ...unstable, '--package', crate, '--release', '--lib', '--target', triple, '--target-dir', target, '--quiet', ...features], {
      env: { ...process.env, ...ALWAYS, ...settings },
    })
    const wasm = join(target, triple, `release/${crate.replaceAll('-', '_')}.wasm`)
    run('cargo', ['run', '--package', 'rehabplan-wasm-bindgen', '--target-dir', target, '--quiet', '--', wasm, steps])
    const finish = settings === SMALL ? pressed : swift
    finish(join(steps, 'core_bg.wasm'), join(steps, `${name}.wasm`))
  }
}

/** The files of the package, but for CommonJS. */
async function put() {
  const files = Object.keys(MODULES).map((name) => [name, readFileSync(join(steps, `${name}.wasm`))])
  const id = files.reduce((hash, [, wasm]) => hash.update(wasm), createHash('sha256')).digest('hex').slice(0, 16)
  writeFileSync(join(built, 'build-id.js'), `export const build = '${id}'\n`)
  for (const [name, wasm] of files) {
    const whole = marked(wasm, id)
    writeFileSync(join(built, `${name}.wasm`), whole)
    if (INSIDE.includes(name)) writeFileSync(join(built, `${name}.wasm.js`), `export default '${whole.toString('base64')}'\n`)
  }

  const { facts, texts } = apart(await told(files.find(([name]) => name === 'rehabplan-node')[1]))
  for (const [name, content] of Object.entries({ facts, texts })) {
    writeFileSync(join(built, `${name}.js`), `export default ${JSON.stringify(content)}\n`)
  }

  const data = Object.entries(DATA).map(([name, file]) => {
    cpSync(join(root, 'docs', file), join(built, file.replace('plan.', '')))
    const literal = JSON.stringify(JSON.stringify(JSON.parse(readFileSync(join(root, 'docs', file), 'utf8'))))
    return `let ${name}Parsed\nexport function ${name}() {\n  return (${name}Parsed ??= JSON.parse(${literal}))\n}\n`
  })
  writeFileSync(join(built, 'data.js'), data.join('\n'))

  cpSync(join(here, 'js'), built, { recursive: true })
  for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) cpSync(join(root, licence), join(built, licence))
}

/** The words of a report, as a module that has them tells them; those of the small one are the same in Danish. */
async function told(wasm) {
  const module = await WebAssembly.compile(wasm)
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map(({ module, name }) => [module, { [name]() {} }]))
  const { words, memory } = (await WebAssembly.instantiate(module, imports)).exports
  const [at, length] = words()
  const danish = (_, value) => (value?.en ? { da: value.da } : value)
  return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, at, length)), danish)
}

/**
 * The texts by themselves, and what is left: a table by columns, since a value that stands in many rows is written once, and the
 * names of an object's members too. Most rows have the next of the values, so that is written as 0.
 */
function apart({ ruleSet, rules, notes, input }) {
  const texts = rules.map(({ summary, finding, remedy, judgement }) => ({ summary, finding, remedy, judgement }))
  const page = rules[0].page.da.replace(rules[0].id, '*')
  // Id, citation and paths stand in the module in any case.
  const rows = rules.map(({ id, citation, paths, summary, finding, remedy, judgement, page: { da }, ...facts }) => {
    if (da !== page.replace('*', id)) throw new Error(`the page of ${id} has an address of its own; look at words.js`)
    return facts
  })
  const column = (name) => {
    const object = rows.map((row) => row[name]).find((value) => value?.constructor === Object)
    const names = object ? Object.keys(object) : null
    const written = rows.map((row) => JSON.stringify(names && row[name] ? names.map((member) => row[name][member]) : row[name]))
    const values = [...new Set(written)]
    let next = 0
    const steps = written.map((value) => (values[next] === value ? (next++, 0) : next - values.indexOf(value)))
    return [name, names, values.map((value) => JSON.parse(value)), steps]
  }
  return { facts: { ruleSet, page, rules: Object.keys(rows[0]).map(column) }, texts: { rules: texts, notes, input } }
}

/** A wasm file that says what build it is of, so that JavaScript of another one can refuse it. */
export function marked(wasm, id) {
  const content = Buffer.concat([Buffer.from([MARK.length]), Buffer.from(MARK + id)])
  return Buffer.concat([wasm, Buffer.from([CUSTOM_SECTION, content.length]), content])
}

const [CUSTOM_SECTION, MARK] = [0, 'rehabplan']

/**
 * The same for CommonJS: Jest runs nothing else as it is installed. The modules in one file, which finds the wasm beside
 * it; an entry for each of those in js/; and their types.
 */
function commonJs() {
  // Installed by the build itself, so it is not there when this file is loaded.
  createRequire(import.meta.url)('esbuild').buildSync({
    stdin: { contents: COMMON, resolveDir: built },
    ...{ bundle: true, format: 'cjs', platform: 'node', outfile: join(built, 'common.cjs'), logLevel: 'error' },
    // Jest's imitation of a browser lacks them.
    banner: { js: "const { TextDecoder, TextEncoder } = require('node:util')" },
  })
  for (const [entry, isAtHand, ...files] of [
    ['index', false, 'rehabplan', 'rehabplan-language'],
    ['full', false, 'rehabplan-full'],
    ['inline', true, 'rehabplan', 'rehabplan-language'],
    ['node', true, 'rehabplan-node'],
  ]) {
    // Tools that gather the files of a program find a place that is written like this.
    const places = files.map((name) => `require('node:path').join(__dirname, '${name}.wasm')`)
    writeFileSync(join(built, `${entry}.cjs`), `module.exports = require('./common.cjs').entry(${isAtHand}, ${places.join(', ')})\n`)
  }
  const types = readFileSync(join(here, 'js/index.d.ts'), 'utf8')
  writeFileSync(join(built, 'index.d.cts'), types.replaceAll(/ from '(\.\/.*)'$/gm, " from '$1' with { 'resolution-mode': 'import' }"))
}

const COMMON = `
import * as api from './api.js'
import facts from './facts.js'
import { latin1, open, read } from './file.js'
import { onFirstCall, start, writeWith } from './load.js'
import texts from './texts.js'
import { know, speak } from './words.js'

export function entry(isAtHand, file, language) {
  know(facts)
  speak(texts)
  writeWith(latin1)
  if (isAtHand) onFirstCall(...[file, language].filter(Boolean).map((file) => () => new WebAssembly.Module(read(file))))
  return { ...api, init: (source, options) => start(source, options, { checker: () => file, language: language && (() => language) }, open) }
}
`

const optimise = (features, ...args) => run(bin('wasm-opt'), [...features.map((feature) => `--enable-${feature}`), ...args])

function pressed(from, to) {
  const [small, sorted] = ['small', 'sorted'].map((state) => join(dirname(from), `${basename(to, '.wasm')}.${state}.wasm`))
  // By name first: what is called alike is alike, and so a good beginning.
  optimise(FEATURES, '--flatten', '--rereloop', '-Oz', '-Oz', ...LEFT_OUT, '-g', '--reorder-functions-by-name', from, '-o', small)
  writeFileSync(sorted, named(readFileSync(small)))
  optimise(FEATURES, '--reorder-functions-by-name', '--strip-debug', ...LEFT_OUT, sorted, '-o', to)
}

function swift(from, to) {
  optimise([...FEATURES, 'simd'], '-O3', '--strip-debug', '--strip-producers', '--strip-target-features', from, '-o', to)
}

if (process.argv[1] === join(here, 'build.mjs')) {
  const named = process.argv.slice(2)
  await build(named.length > 0 ? named.filter((name) => name !== '--js') : undefined)
}
