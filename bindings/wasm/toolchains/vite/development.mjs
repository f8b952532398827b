// The development server as a server framework uses it.
import { createServer } from 'vite'

const noExternal = process.argv[2] === 'inside' ? ['rehabplan'] : undefined
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', ssr: { noExternal }, logLevel: 'error' })
await vite.ssrLoadModule('/server.js')
await vite.close()
