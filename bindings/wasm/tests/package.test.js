// The packed package, as somebody who installs it meets it: in Node, from a bundle, and in TypeScript.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bin, built, here, root } from '../tools.mjs'
import { rehabplan, scratch, wholePlans } from './support/files.js'

const folder = scratch('rehabplan-package')
const run = (program, args, options) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], ...options })

let packed

before(() => {
  const tarball = JSON.parse(run('npm', ['pack', built, '--json', '--pack-destination', folder]))
  packed = (Array.isArray(tarball) ? tarball : Object.values(tarball))[0]
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }')
  run('npm', ['install', `./${packed.filename}`, '--offline', '--no-audit', '--no-fund'])
})

const PROGRAM = "console.log(validate({ sag: { sagstype: 'revalidering' } }).conclusion)"
const SAYS = 'deficient\n'

test('the package holds what is written for it and what is built, and nothing else', () => {
  const wasm = ['', '-language', '-full', '-node'].map((name) => `rehabplan${name}.wasm`)
  const inside = ['', '-language', '-node'].map((name) => `rehabplan${name}.wasm.js`)
  const commonJs = ['common.cjs', 'full.cjs', 'index.cjs', 'index.d.cts', 'inline.cjs', 'node.cjs']
  const others = ['build-id.js', 'facts.js', 'texts.js', 'data.js', 'names.json', 'report.schema.json', 'profile.schema.json', 'suppressions.schema.json', 'schema.json', 'LICENSE-APACHE', 'LICENSE-MIT']
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), [...readdirSync(join(here, 'js')), ...wasm, ...inside, ...commonJs, ...others].sort())
})

test('the modules name no path of the machine that built them', () => {
  for (const module of ['rehabplan.wasm', 'rehabplan-language.wasm', 'rehabplan-full.wasm']) {
    const paths = readFileSync(join(built, module), 'latin1').match(/[\w./-]*(?:\.cargo|rustup|rustc|\/src\/)[\w./-]*/g)
    assert.equal(paths, null, module)
  }
})

test('import', () => {
  writeFileSync(join(folder, 'program.mjs'), `import { validate } from 'rehabplan'\n${PROGRAM}`)
  assert.equal(run('node', ['program.mjs']), SAYS)
  writeFileSync(join(folder, 'inline.mjs'), `import { validate } from 'rehabplan/inline'\n${PROGRAM}`)
  assert.equal(run('node', ['inline.mjs']), SAYS)
  writeFileSync(join(folder, 'schema.mjs'), "import schema from 'rehabplan/schema.json' with { type: 'json' }\nconsole.log(schema.title)")
  assert.equal(run('node', ['--no-warnings', 'schema.mjs']), 'Rehabiliteringsplan\n')
})

test('the programs of the README run as they stand there', () => {
  const readme = readFileSync(join(here, 'js/README.md'), 'utf8')
  const programs = [...readme.matchAll(/^```js\n(.*?)^```/gms)].map(([, program]) => program)
  const says = (name, program) => {
    writeFileSync(join(folder, name), program)
    return run('node', ['--no-warnings', name])
  }
  assert.match(says('first.mjs', programs[0]), /^§ 3, stk\. 1, nr\. 1 /m)
  cpSync(join(root, 'examples/profiles/kommune.json'), join(folder, 'kommune.json'))
  const plan = "const plan = { sag: { sagstype: 'fleksjob' } }\n"
  const beside = programs.find((program) => program.includes('profiles:'))
  assert.equal(says('beside.mjs', `${plan}${beside}console.log(report.baseConclusion)`), SAYS)
})

test('require', () => {
  writeFileSync(join(folder, 'program.cjs'), `const { validate } = require('rehabplan')\n${PROGRAM}`)
  assert.equal(run('node', ['program.cjs']), SAYS)
})

// What Jest loads where it imitates a browser.
test('CommonJS: ready in Node and inline, and after init() as in a browser', () => {
  for (const entry of ['node', 'inline']) {
    assert.equal(run('node', ['-e', `const { validate } = require('./node_modules/rehabplan/${entry}.cjs')\n${PROGRAM}`]), SAYS)
  }
  for (const entry of ['index', 'full']) {
    const program = `const { init, validate } = require('./node_modules/rehabplan/${entry}.cjs')
      try { validate({}) } catch ({ code }) { console.log(code) }
      init().then(() => ${PROGRAM})`
    assert.equal(run('node', ['-e', program]), `notReady\n${SAYS}`)
  }
})

test('what a program does not use, a bundler leaves out', async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export { validate } from 'rehabplan'", resolveDir: folder },
    ...{ bundle: true, format: 'esm', platform: 'browser', minify: true, write: false, logLevel: 'error' },
  })
  const bundle = outputFiles[0].text
  for (const gone of ['json-schema.org', '~standard', 'partMissing']) assert.ok(!bundle.includes(gone), gone)
})

test('publint and attw have nothing to say', () => {
  run(bin('publint'), [join(folder, 'node_modules/rehabplan'), '--strict'])
  // The raw files are no modules.
  const raw = ['--exclude-entrypoints', './rehabplan.wasm', './rehabplan-language.wasm', './rehabplan-full.wasm', './rehabplan-node.wasm', './schema.json', './package.json']
  run(bin('attw'), ['--pack', built, '--profile', 'node16', ...raw])
})

// Every report of a whole plan, written out as a literal: a key too many, a key too few and an unknown code are errors.
function reportsAsTypeScript() {
  const reports = wholePlans().flatMap(({ bytes, options }) => [options, { ...options, lang: 'en', only: { rules: ['P3.1.4'] } }].map((given) => rehabplan.validate(bytes, given)))
  const literals = reports.map((report, index) => `export const report${index}: Report = ${JSON.stringify(report)}`)
  const plans = wholePlans().map(({ name, bytes }) => [name, JSON.parse(bytes)])
  // A plan with mistakes in its data does not have the type of a plan, which is as it should be.
  const sound = plans.filter(([, plan]) => rehabplan.validate(plan).input.length === 0)
  assert.ok(sound.length > 10)
  const typed = sound.map(([name, plan]) => `export const ${name.replace(/\W/g, '_')}: Plan = ${JSON.stringify(plan)}`)
  const known = `export const known: readonly Rule[] = ${JSON.stringify(rehabplan.rules())}`
  return ["import type { Plan, Report, Rule } from 'rehabplan'", ...literals, ...typed, known].join('\n')
}

for (const compiler of ['typescript', 'typescript-5']) {
  const { version } = JSON.parse(readFileSync(join(here, 'node_modules', compiler, 'package.json'), 'utf8'))
  test(`the types hold with TypeScript ${version}`, () => {
    const project = join(folder, compiler)
    mkdirSync(project)
    for (const file of ['usage.ts', 'no-dom.ts', 'common.cts']) cpSync(join(here, 'tests/types', file), join(project, file))
    writeFileSync(join(project, 'reports.ts'), reportsAsTypeScript())
    const tsc = join(here, 'node_modules', compiler, 'bin/tsc')
    for (const [module, moduleResolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
      const compilerOptions = { module, moduleResolution, target: 'es2024', strict: true, noEmit: true, exactOptionalPropertyTypes: true }
      const all = { ...compilerOptions, noUncheckedIndexedAccess: true, skipLibCheck: false, types: [] }
      writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
      for (const [files, lib] of [[['usage.ts', 'reports.ts'], ['es2024', 'dom', 'dom.iterable']], [['no-dom.ts', 'common.cts'], ['es2024']]]) {
        writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...all, lib }, files }))
        try {
          run('node', [tsc, '--project', project])
        } catch ({ stdout }) {
          assert.fail(stdout.slice(0, 3000))
        }
      }
    }
  })
}

/**
 * What a browser loads for some of the exports before the first check: the small wasm file, and the glue that a bundler keeps.
 * The texts, which may come later, are a file of their own.
 */
async function sizes(exports) {
  const { outputFiles } = await build({
    stdin: { contents: `export ${exports} from 'rehabplan'`, resolveDir: folder },
    ...{ bundle: true, splitting: true, outdir: folder, format: 'esm', platform: 'browser', minify: true, write: false, logLevel: 'error' },
  })
  const areTexts = ({ path }) => /\btexts-\w+\.js$/.test(path)
  const joined = (files) => Buffer.concat(files.map(({ contents }) => contents))
  const parts = {
    wasm: readFileSync(join(built, 'rehabplan.wasm')),
    glue: joined(outputFiles.filter((file) => !areTexts(file))),
    texts: joined(outputFiles.filter(areTexts)),
  }
  assert.ok(parts.texts.length > 40_000)
  const size = (compress) => Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, compress(content).length]))
  const gzip = size((content) => gzipSync(content, { level: 9 }))
  return { raw: size((content) => content), gzip, brotli: size((content) => brotliCompressSync(content)), total: gzip.wasm + gzip.glue }
}

// In KB, gzipped, before the first check, and of what may come later. Lower them when the package gets smaller; README.md has
// what costs what. The language check took 36 before it knew six more in a hundred of the sentences that are plain, and 39 before it
// read forms, 41 before it knew whose words go on behind a label, 42 before it knew grounds and the labels of most who have one, and
// 45 before it found nine more in a hundred of what is recommended, the team's words among them, and 47 before it read tables, boxes with
// "ja" and "nej" and remarks, and looked closer at a third less, and 49 before it read questions and dashes as the labels they are, tags of
// pages, an Å in two signs and the dates that notes begin with, and 50 before it read tables of several rows, questions with their
// answers, crosses behind what they tick and labels in front of labels, and 52 before it read keys, headings of several parts, copied
// papers and the caseworker's notes in a third fewer steps, and 55 before it read what begins with a ground, what follows from how somebody
// is, who had the case then and what is settled or in doubt.
// The form took 93 before a fact that cannot be read was taken for each of what it may be, and provisions were read as such, and 95
// before a date beside a reference was no answer, one that cannot be read left a case's age open, and a key in two spellings was one key
// twice, and 97 before a reference behind a date or a label was one and labels alone were no answer, and 99 before a promise was told from
// a measure, an answer was said to be where it was found and the states of a value were worked out for each type, and 101 before odd keys were one
// finding with their number, a date before the teams was told as that, and the plan's own parts were references and more forms promises; the
// texts took 11 before two notes more said so.
const MOST = 102
const MOST_LATER = { language: 56, texts: 12 }

const FOR_A_FORM = '{ init, validateWithNeeds, sortOut, findingsByPath, requirements, fieldNeeds, requirementsByParagraph }'

test('what a form loads does not grow', async (t) => {
  for (const exports of ['{ init, validate }', FOR_A_FORM, '*']) t.diagnostic(`${exports}: ${JSON.stringify(await sizes(exports))}`)
  const { gzip, total } = await sizes(FOR_A_FORM)
  assert.ok(total <= MOST * 1024, `${total} bytes`)
  const language = gzipSync(readFileSync(join(built, 'rehabplan-language.wasm')), { level: 9 }).length
  t.diagnostic(`the language check: ${language}`)
  for (const [name, size] of Object.entries({ language, texts: gzip.texts })) {
    assert.ok(size <= MOST_LATER[name] * 1024, `${name}: ${size} bytes`)
  }
})

// Not reached yet; README.md has what costs what. A `todo` is reported and does not fail the run.
test('what a form loads before the first check is at most 80 KB gzipped', { todo: 'not reached: 104 KB, since the rules and the model are larger than that (README.md has what costs what)' }, async () => {
  const { total } = await sizes(FOR_A_FORM)
  assert.ok(total <= 80 * 1024, `${total} bytes`)
})
