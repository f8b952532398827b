// Where things lie, and what the build needs: found, or installed once.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = dirname(fileURLToPath(import.meta.url))
export const root = resolve(here, '../..')
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target')
export const form = join(root, 'examples/formular')
/** The built package. Always here, because the example names the place. */
export const built = join(root, 'target/npm/rehabplan')

export function run(program, args, options = {}) {
  execFileSync(program, args, { stdio: 'inherit', cwd: here, ...options })
}

/** What a program says, or nothing when it is not there. */
function says(program, ...args) {
  return spawnSync(program, args, { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** The target of the build, whose standard library is compiled along: its source is there afterwards. */
export function standardLibrary() {
  const source = join(says('rustc', '--print', 'sysroot'), 'lib/rustlib/src/rust/library/Cargo.lock')
  if (!existsSync(source)) run('rustup', ['component', 'add', 'rust-src'])
  return 'wasm32-unknown-unknown'
}

/** Installs a folder's npm packages, unless they are those of its lock file already. */
export function npmPackages(folder) {
  const installed = join(folder, 'node_modules/.package-lock.json')
  const packages = (file) => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'))
    return Object.entries(packages).filter(([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional)
      .map(([path, { version }]) => `${path}@${version}`).join()
  }
  if (existsSync(installed) && packages(installed) === packages(join(folder, 'package-lock.json'))) return
  // Not `npm ci`: it wants every platform's optional packages in the lock file, and npm does not write them all.
  run('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: folder })
}

/** A program of this folder's npm packages. */
export const bin = (name) => join(here, 'node_modules/.bin', name)

/**
 * An installed Chrome or Chromium; Debian's is installed where it may be. Nothing when there is none, and then the
 * browser tests do not run.
 */
export function browser() {
  const find = () =>
    [process.env.CHROME_PATH, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
      .filter(Boolean)
      .map((program) => (program.includes('/') ? program : says('which', program)))
      .find((path) => path && existsSync(path))
  if (!find() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('installing chromium')
    const apt = (...args) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium')
  }
  return find()
}
