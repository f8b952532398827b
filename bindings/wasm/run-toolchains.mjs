// The packed package in other people's tools: `node bindings/wasm/run-toolchains.mjs [names]`, after build.mjs.
//
// Each folder in toolchains/ is a small program as its tool wants it, without any configuration for this package; check.mjs
// in it says with which versions, and what must come out. They are installed under target/toolchains, which takes some
// minutes and a few hundred megabytes the first time. Exit code 0: all came out. 1: something did not. 3: something could
// not be installed or has no browser here, and was not run.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { browser, built, here, target } from './tools.mjs'
import { launch } from './tests/support/browser.js'
import { serve } from './tests/support/server.js'

/** What every program prints, or puts into its title. */
const SAYS = 'deficient'

const NOT_RUN = 3
class NotRun extends Error {}

const tools = {}
for (const name of readdirSync(join(here, 'toolchains'))) {
  const { variants = { [name]: {} }, check } = await import(join(here, 'toolchains', name, 'check.mjs'))
  for (const [variant, packages] of Object.entries(variants)) tools[variant] = { from: join(here, 'toolchains', name), packages, check }
}

const work = join(target, 'toolchains')
const execute = (program, args, cwd) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000, env: { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false' } })

/** What a program that failed has said, as far as it fits. */
const said = ({ stdout = '', stderr = '', message }) => `${stdout}${stderr}`.trim().slice(-2000) || message

function pack() {
  mkdirSync(work, { recursive: true })
  const [packed] = Object.values(JSON.parse(execute('npm', ['pack', built, '--json', '--pack-destination', work], work)))
  return join(work, packed.filename)
}

/** A copy of the program with its packages, of which ours is unpacked as npm would do it. */
function installed(name, { from, packages }, tarball) {
  const folder = join(work, name)
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(folder)) if (!['node_modules', 'package-lock.json', 'wanted.json'].includes(entry)) rmSync(join(folder, entry), { recursive: true })
  cpSync(from, folder, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  manifest.dependencies = { ...manifest.dependencies, ...packages }
  const wanted = JSON.stringify(manifest)
  writeFileSync(join(folder, 'package.json'), wanted)
  const last = join(folder, 'wanted.json')
  if (!existsSync(last) || readFileSync(last, 'utf8') !== wanted) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
    try {
      execute('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder)
    } catch (error) {
      throw new NotRun(`npm cannot install it: ${said(error).slice(0, 300)}`)
    }
    writeFileSync(last, wanted)
  }
  const ours = join(folder, 'node_modules/rehabplan')
  rmSync(ours, { recursive: true, force: true })
  mkdirSync(ours)
  execute('tar', ['-xzf', tarball, '-C', ours, '--strip-components=1'], folder)
  // What tools keep of the packages that they have seen.
  for (const cache of ['.vite', '.vite-temp', '.cache']) rmSync(join(folder, 'node_modules', cache), { recursive: true, force: true })
  return folder
}

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })

/** What a check can do in the folder of its program. */
function hands(folder) {
  const open = []
  const bin = (program) => join(folder, 'node_modules/.bin', program)
  const tool = {
    folder,
    /** Runs a program of the tool, or node. */
    run: (program, ...args) => execute(program === 'node' ? program : bin(program), args, folder),
    /** Starts a server of the tool, and gives its address when it answers. */
    async start(program, ...args) {
      const port = await freePort()
      const given = args.map((arg) => arg.replace('PORT', port))
      const child = spawn(program === 'node' ? program : bin(program), given, { cwd: folder, detached: true, env: { ...process.env, CI: '1', PORT: port, HOST: '127.0.0.1', NITRO_PORT: port }, stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
      let hasEnded = false
      child.on('exit', () => (hasEnded = true))
      // Not before all that it began has let go of its output: it would still write into the folder that is emptied next.
      const closed = new Promise((done) => child.on('close', done))
      open.push(async () => {
        if (!hasEnded) process.kill(-child.pid)
        await Promise.race([closed, after(10_000, undefined, { ref: false })])
      })
      const address = `http://127.0.0.1:${port}`
      for (let tries = 0; tries < 600 && !hasEnded; tries++) {
        if (await fetch(address).then(() => true, () => false)) return address
        await new Promise((later) => setTimeout(later, 100))
      }
      throw new Error(`the server does not answer: ${output.slice(-1500)}`)
    },
    /** Serves a folder as it lies there. */
    async serve(below) {
      const server = await serve(join(folder, below), '')
      open.push(server.close)
      return server.address
    },
    text: async (address) => (await fetch(address)).text(),
    /** The title that a page gives itself in a browser. */
    async title(address) {
      if (!browser()) throw new NotRun('there is no browser')
      const chrome = await launch()
      open.push(() => chrome.close())
      const page = await chrome.newPage()
      const errors = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.goto(address)
      // A development server may load the page a second time when it has found out what the page needs.
      const title = await page.waitForFunction(() => /^(deficient|error)/.test(document.title) && document.title, null, { timeout: 60_000 }).then((found) => found.jsonValue(), () => undefined)
      return title ?? `no title; ${errors.join('; ')}`
    },
    copy: (from, to) => {
      mkdirSync(join(folder, to, '..'), { recursive: true })
      cpSync(join(folder, from), join(folder, to))
    },
    /** Stops what was started. */
    stop: async () => {
      for (const one of open.splice(0).reverse()) await one()
    },
  }
  return tool
}

const asked = process.argv.slice(2)
const names = asked.length > 0 ? Object.keys(tools).filter((name) => asked.some((one) => name === one || name.startsWith(`${one}-`))) : Object.keys(tools)
if (names.length === 0) throw new Error(`there are ${Object.keys(tools).join(', ')}`)

const tarball = pack()
let [failed, notRun] = [0, 0]
for (const name of names) {
  const start = performance.now()
  let hand
  console.log(name)
  try {
    hand = hands(installed(name, tools[name], tarball))
    for await (const [what, got] of tools[name].check(hand)) {
      const isRight = got.trim().split('\n').at(-1) === SAYS
      if (!isRight) failed += 1
      console.log(isRight ? `  ok: ${what}` : `  not ok: ${what}: ${got.trim().slice(0, 1000)}`)
    }
  } catch (error) {
    if (error instanceof NotRun) notRun += 1
    else failed += 1
    console.log(error instanceof NotRun ? `  not run: ${error.message}` : `  not ok: ${said(error)}`)
  } finally {
    await hand?.stop()
  }
  console.log(`  ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
console.log(`${names.length} tools, ${failed} failures, ${notRun} not run`)
process.exitCode = failed > 0 ? 1 : notRun > 0 ? NOT_RUN : 0
