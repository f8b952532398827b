export async function* check({ start, text }) {
  const address = await start('wrangler', 'dev', '--port', 'PORT', '--ip', '127.0.0.1', '--local')
  yield ['wrangler dev (workerd)', await text(address)]
}
