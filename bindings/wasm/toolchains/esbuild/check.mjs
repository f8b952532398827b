import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export async function* check({ folder, run, serve, title, copy }) {
  for (const format of ['esm', 'cjs']) {
    const out = `out/program.${format === 'esm' ? 'mjs' : 'cjs'}`
    run('esbuild', 'program.js', '--bundle', '--platform=node', `--format=${format}`, `--outfile=${out}`, '--log-level=error')
    yield [`Node, ${format}`, run('node', out)]
  }
  for (const format of ['esm', 'iife']) {
    run('esbuild', 'inline.js', '--bundle', `--format=${format}`, '--outfile=out/inline/page.js', '--log-level=error')
    writeFileSync(join(folder, 'out/inline/index.html'), '<!doctype html><script type="module" src="page.js"></script>')
    yield [`browser, ${format}, rehabplan/inline`, await title(`${await serve('out/inline')}/index.html`)]
  }
  run('esbuild', 'page.js', '--bundle', '--format=esm', '--outfile=out/page/page.js', '--log-level=error')
  for (const file of ['rehabplan.wasm', 'rehabplan-language.wasm']) copy(`node_modules/rehabplan/${file}`, `out/page/${file}`)
  writeFileSync(join(folder, 'out/page/index.html'), '<!doctype html><script type="module" src="page.js"></script>')
  yield ['browser, esm, with the wasm files copied beside it', await title(`${await serve('out/page')}/index.html`)]
}
