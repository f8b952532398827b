import { rmSync } from 'node:fs'
import { join } from 'node:path'

const paragraph = (html) => html.match(/<p>(\w+)<\/p>/)?.[1] ?? html

export async function* check({ folder, run, start, stop, text, title }) {
  for (const bundler of ['turbopack', 'webpack']) {
    for (const how of ['build', 'dev']) {
      rmSync(join(folder, '.next'), { recursive: true, force: true })
      if (how === 'build') run('next', 'build', `--${bundler}`)
      const server = how === 'build' ? ['start'] : ['dev', `--${bundler}`]
      const address = await start('next', ...server, '--port', 'PORT', '--hostname', '127.0.0.1')
      yield [`${bundler}, ${how}, page on the server`, paragraph(await text(address))]
      yield [`${bundler}, ${how}, route`, await text(`${address}/api`)]
      yield [`${bundler}, ${how}, page on the client`, await title(`${address}/client`)]
      await stop()
    }
  }
}
