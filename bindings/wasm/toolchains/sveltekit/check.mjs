const paragraph = (html) => html.match(/<p>(\w+)<\/p>/)?.[1] ?? html

export async function* check({ run, start, text, title }) {
  run('vite', 'build', '--logLevel', 'error')
  const built = await start('node', 'build')
  const developed = await start('vite', '--port', 'PORT', '--host', '127.0.0.1', '--strictPort')
  for (const [how, address] of [['build', built], ['development server', developed]]) {
    yield [`${how}, page on the server`, paragraph(await text(address))]
    yield [`${how}, route`, await text(`${address}/api`)]
    yield [`${how}, page on the client`, await title(address)]
  }
}
