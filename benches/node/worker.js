// Times the product beside its peers in Node, one pass at a time, as `benches/run.py` asks for it:
// node --expose-gc worker.js PACKAGE SCHEMA PLANS...
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { compile } from './ajv.js'
import { plan as zodPlan } from './zod.js'

const [rehabplan, schema, ...files] = process.argv.slice(2)
const { validate } = await import(pathToFileURL(rehabplan).href)
const ajv = compile(JSON.parse(readFileSync(schema, 'utf8')))

const sets = files.map((file) => {
  const bytes = readFileSync(file)
  const lines = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start)
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return { bytes: lines, string: lines.map((line) => line.toString()) }
})

const ours = (options) => (plan) => validate(plan, options).conclusion === 'deficient'

const peer = (isValid) => (plan) => !isValid(JSON.parse(typeof plan === 'string' ? plan : plan.toString()))

const CONTENDERS = {
  rehabplan: ours({ asOf: '2020-06-01' }),
  'same work': ours({ asOf: '2020-06-01', language: false }),
  ajv: peer(ajv),
  zod: peer((plan) => zodPlan.safeParse(plan).success),
}

for await (const line of createInterface({ input: process.stdin })) {
  const [, file, name, from] = line.match(/^(\d+) (.+), (\w+)$/)
  const [plans, isFlagged] = [sets[file][from], CONTENDERS[name]]
  globalThis.gc()
  let flagged = 0
  const [begun, used] = [performance.now(), process.cpuUsage()]
  for (const plan of plans) {
    try {
      if (isFlagged(plan)) flagged += 1
    } catch {
      // Not JSON.
      flagged += 1
    }
  }
  const { user, system } = process.cpuUsage(used)
  console.log((performance.now() - begun) / 1e3, (user + system) / 1e6, flagged)
}
