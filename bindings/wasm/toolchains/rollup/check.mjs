import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const RESOLVE = '@rollup/plugin-node-resolve'

export async function* check({ folder, run, serve, title, copy }) {
  for (const [format, ending] of [['es', 'mjs'], ['cjs', 'cjs']]) {
    const out = `out/program.${ending}`
    run('rollup', 'program.js', '--file', out, '--format', format, '--plugin', `${RESOLVE}={exportConditions:['node']}`, '--silent')
    yield [`Node, ${format}`, run('node', out)]
  }
  run('rollup', 'inline.js', '--file', 'out/inline/page.js', '--format', 'iife', '--inlineDynamicImports', '--plugin', `${RESOLVE}={browser:true}`, '--silent')
  writeFileSync(join(folder, 'out/inline/index.html'), '<!doctype html><script type="module" src="page.js"></script>')
  yield ['browser, iife, rehabplan/inline', await title(`${await serve('out/inline')}/index.html`)]
  run('rollup', 'page.js', '--dir', 'out/page', '--format', 'es', '--plugin', `${RESOLVE}={browser:true}`, '--silent')
  for (const file of ['rehabplan.wasm', 'rehabplan-language.wasm']) copy(`node_modules/rehabplan/${file}`, `out/page/${file}`)
  writeFileSync(join(folder, 'out/page/index.html'), '<!doctype html><script type="module" src="page.js"></script>')
  yield ['browser, es, with the wasm files copied beside it', await title(`${await serve('out/page')}/index.html`)]
}
