import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export async function* check({ folder, run, serve, title }) {
  yield ['bun run', run('bun', 'run', 'program.js')]
  run('bun', 'test')
  run('bun', 'build', 'program.js', '--target=bun', '--outfile=out/bun.js')
  yield ['bun build, for Bun', run('bun', 'run', 'out/bun.js')]
  run('bun', 'build', 'program.js', '--target=node', '--outfile=out/node.mjs')
  yield ['bun build, for Node', run('node', 'out/node.mjs')]
  run('bun', 'build', 'program.js', '--compile', '--outfile=out/program')
  yield ['bun build --compile', run('../../out/program')]
  run('bun', 'build', 'inline.js', '--target=browser', '--outfile=out/page/page.js')
  writeFileSync(join(folder, 'out/page/index.html'), '<!doctype html><script type="module" src="page.js"></script>')
  yield ['bun build, for browsers, rehabplan/inline', await title(`${await serve('out/page')}/index.html`)]
}
