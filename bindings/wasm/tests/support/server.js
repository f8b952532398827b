// A server of this machine's own.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.html': 'text/html' }

/** Serves the files of a folder, each with a content security policy. */
export async function serve(folder, policy) {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(new URL(url, 'http://localhost').pathname)
    const headers = { 'content-type': TYPES[extname(path)] ?? 'text/html', 'content-security-policy': policy }
    try {
      const body = path === '/' ? '<!doctype html><title>test</title>' : await readFile(join(folder, path))
      response.writeHead(200, headers).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}
