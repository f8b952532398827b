// Builds the form from nothing: `node examples/formular/build.mjs` writes target/formular.html, one file to open or to hand on.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { form, here, npmPackages, run, target } from '../../bindings/wasm/tools.mjs'

run('node', [join(here, 'build.mjs')])
npmPackages(form)
run('npm', ['run', 'build', '--silent'], { cwd: form })
copyFileSync(join(form, 'dist/index.html'), join(target, 'formular.html'))
console.error(join(target, 'formular.html'))
