import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export async function* check({ folder, run, serve, title }) {
  for (const mode of ['production', 'development']) {
    for (const entry of ['page', 'full', 'inline']) {
      const out = `out/${mode}-${entry}`
      run('webpack', '--mode', mode, '--entry', `./${entry}.js`, '--output-path', out, '--output-filename', 'page.js', '--stats', 'errors-only')
      writeFileSync(join(folder, out, 'index.html'), '<!doctype html><script src="page.js"></script>')
      yield [`browser, ${mode}, ${entry}`, await title(`${await serve(out)}/index.html`)]
    }
    const out = `out/${mode}-program`
    run('webpack', '--mode', mode, '--target', 'node', '--entry', './program.js', '--output-path', out, '--output-filename', 'program.cjs', '--stats', 'errors-only')
    yield [`Node, ${mode}`, run('node', `${out}/program.cjs`)]
  }
}
