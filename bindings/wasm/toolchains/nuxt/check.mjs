const paragraph = (html) => html.match(/<p>(\w+)<\/p>/)?.[1] ?? html

export async function* check({ run, start, text, title }) {
  run('nuxt', 'build')
  const built = await start('node', '.output/server/index.mjs')
  const developed = await start('nuxt', 'dev', '--port', 'PORT', '--host', '127.0.0.1', '--no-fork')
  for (const [how, address] of [['build', built], ['development server', developed]]) {
    yield [`${how}, page on the server`, paragraph(await text(address))]
    yield [`${how}, route`, await text(`${address}/api/check`)]
    yield [`${how}, page on the client`, await title(address)]
  }
}
