export const variants = { 'vite-5': { vite: '5.4.21' }, 'vite-6': { vite: '6.4.6' }, 'vite-7': { vite: '7.3.8' }, 'vite-8': { vite: '8.3.8' } }

export async function* check({ run, start, title }) {
  const development = await start('vite', '--port', 'PORT', '--host', '127.0.0.1', '--strictPort')
  yield ['development server', await title(`${development}/`)]
  yield ['development server, rehabplan/full', await title(`${development}/full.html`)]
  for (const page of ['index', 'full']) run('vite', 'build', '--logLevel', 'error', '--outDir', `out/${page}`, '--emptyOutDir', ...(page === 'full' ? ['--config', 'full.config.js'] : []))
  for (const [page, address] of [['index', '/'], ['full', '/full.html']]) {
    const preview = await start('vite', 'preview', '--port', 'PORT', '--host', '127.0.0.1', '--strictPort', '--outDir', `out/${page}`)
    yield [`build${page === 'full' ? ', rehabplan/full' : ''}`, await title(`${preview}${address}`)]
  }
  yield ['development server, on the server', run('node', 'development.mjs')]
  yield ['development server, on the server, noExternal', run('node', 'development.mjs', 'inside')]
  run('vite', 'build', '--ssr', 'server.js', '--outDir', 'out/server', '--logLevel', 'error')
  yield ['build for a server', run('node', 'out/server/server.js')]
  run('vite', 'build', '--ssr', 'server.js', '--outDir', 'out/inside', '--logLevel', 'error', '--config', 'inside.config.js')
  yield ['build for a server, noExternal', run('node', 'out/inside/server.js')]
}
