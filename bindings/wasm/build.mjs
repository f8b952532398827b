// Builds the npm package into target/npm/rehabplan: cargo, wasm-bindgen, wasm-opt, and the files of js/.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { named } from './order.mjs'
import { bin, built, here, npmPackages, root, run, standardLibrary, target, wasmBindgen } from './tools.mjs'

// Small before fast. Set here and not in a profile, because cargo takes those from the workspace's root alone.
//
// The standard library is compiled along: for size, without the texts of panics (nobody would see them) and without the
// paths of this machine that they name. Only a nightly compiler knows these options by itself, hence RUSTC_BOOTSTRAP: it
// is the same compiler, and whoever uses the package needs none. Small functions are put into their callers before LLVM
// sees them, as in every build that is not for size: that saves here too, since what they come to is often nothing.
const FOR_SIZE = {
  CARGO_PROFILE_RELEASE_OPT_LEVEL: 'z',
  CARGO_PROFILE_RELEASE_LTO: 'fat',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '1',
  CARGO_PROFILE_RELEASE_PANIC: 'immediate-abort',
  RUSTC_BOOTSTRAP: '1',
  RUSTFLAGS: '-Zunstable-options -Zlocation-detail=none -Zfmt-debug=none -Zinline-mir=yes -Cllvm-args=-inline-threshold=15',
}
const STANDARD_LIBRARY = ['panic-immediate-abort', 'build-std=std,panic_abort', 'build-std-features=optimize_for_size']

// What rustc switches on by itself. Chrome 96, Firefox 79 and Safari 15 have them all.
const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue']

// These make the file smaller and what is sent of it larger: a function that is called twice compresses better than its
// body in two places, the same sum twice better than a variable for it, and zeros between data better than many places.
const LEFT_OUT = ['inlining-optimizing', 'local-cse', 'memory-packing'].map((pass) => `--skip-pass=${pass}`)

// The small module holds the regulation in Danish; the full one has the English texts and the profiles besides.
const MODULES = { rehabplan: ['--no-default-features'], 'rehabplan-full': [] }

export function build() {
  const triple = standardLibrary()
  const bindgen = wasmBindgen()
  npmPackages(here)

  const work = join(target, 'npm/work')
  rmSync(built, { recursive: true, force: true })
  mkdirSync(built, { recursive: true })

  const [glue, other] = Object.entries(MODULES).map(([name, features]) => {
    const unstable = STANDARD_LIBRARY.flatMap((option) => ['-Z', option])
    run('cargo', ['build', ...unstable, '--release', '--lib', '--target', triple, '--target-dir', target, '--quiet', ...features], {
      env: { ...process.env, ...FOR_SIZE },
    })
    run(bindgen, [
      ...['--target', 'web', '--no-typescript', '--out-dir', work, '--out-name', 'core'],
      join(target, triple, 'release/rehabplan_wasm.wasm'),
    ])
    const optimise = (...args) => run(bin('wasm-opt'), [...FEATURES.map((feature) => `--enable-${feature}`), ...args])
    const [small, sorted] = ['small', 'sorted'].map((state) => join(work, `${name}.${state}.wasm`))
    // By name first: what is called alike is alike, and so a good beginning.
    optimise('--flatten', '--rereloop', '-Oz', '-Oz', ...LEFT_OUT, '-g', '--reorder-functions-by-name', join(work, 'core_bg.wasm'), '-o', small)
    writeFileSync(sorted, named(readFileSync(small)))
    optimise('--reorder-functions-by-name', '--strip-debug', ...LEFT_OUT, sorted, '-o', join(built, `${name}.wasm`))
    return readFileSync(join(work, 'core.js'), 'utf8')
  })
  if (glue !== other) throw new Error('the two modules do not have the same glue; look at core.js')

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

if (process.argv[1] === join(here, 'build.mjs')) build()
