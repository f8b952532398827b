// Builds the npm package into target/npm/rehabplan: cargo, wasm-bindgen, wasm-opt, and the files of js/.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { named } from './order.mjs'
import { bin, built, here, npmPackages, root, run, standardLibrary, target, wasmBindgen } from './tools.mjs'

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

// The small module holds the regulation in Danish; the others have the English texts and the profiles besides.
const MODULES = {
  rehabplan: [SMALL, '--no-default-features'],
  'rehabplan-full': [SMALL],
  'rehabplan-node': [FAST],
}

export function build() {
  const triple = standardLibrary()
  const bindgen = wasmBindgen()
  npmPackages(here)

  const steps = join(target, 'npm/steps')
  rmSync(built, { recursive: true, force: true })
  mkdirSync(built, { recursive: true })

  const [glue, ...others] = Object.entries(MODULES).map(([name, [settings, ...features]]) => {
    const library = [...STANDARD_LIBRARY, ...(settings === SMALL ? ['build-std-features=optimize_for_size'] : [])]
    const unstable = library.flatMap((option) => ['-Z', option])
    run('cargo', ['build', ...unstable, '--release', '--lib', '--target', triple, '--target-dir', target, '--quiet', ...features], {
      env: { ...process.env, ...ALWAYS, ...settings },
    })
    run(bindgen, [
      ...['--target', 'web', '--no-typescript', '--out-dir', steps, '--out-name', 'core'],
      join(target, triple, 'release/rehabplan_wasm.wasm'),
    ])
    const finish = settings === SMALL ? pressed : swift
    finish(join(steps, 'core_bg.wasm'), join(built, `${name}.wasm`))
    return readFileSync(join(steps, 'core.js'), 'utf8')
  })
  if (others.some((other) => other !== glue)) throw new Error('the modules do not have the same glue; look at core.js')

  // Where the wasm file lies is for the entries to say; otherwise bundlers would ship it beside the inline copy too.
  const address = "module_or_path = new URL('core_bg.wasm', import.meta.url);"
  if (glue.split(address).length !== 2) throw new Error('wasm-bindgen writes its glue in another way; look at core.js')
  writeFileSync(join(built, 'core.js'), glue.replace(address, "throw new TypeError('no source');"))

  const base64 = readFileSync(join(built, 'rehabplan.wasm')).toString('base64')
  writeFileSync(join(built, 'wasm.base64.js'), `export default '${base64}'\n`)

  const schema = readFileSync(join(root, 'docs/plan.schema.json'), 'utf8')
  const literal = JSON.stringify(JSON.stringify(JSON.parse(schema)))
  writeFileSync(join(built, 'schema.json'), schema)
  writeFileSync(join(built, 'schema.js'), `let parsed\n\nexport function schema() {\n  return (parsed ??= JSON.parse(${literal}))\n}\n`)

  cpSync(join(here, 'js'), built, { recursive: true })
  for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) cpSync(join(root, licence), join(built, licence))
}

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

if (process.argv[1] === join(here, 'build.mjs')) build()
