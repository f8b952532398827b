// Holds the package against the core: `cargo xtask parity` says what was asked and what the answer is.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { rehabplan } from './support/files.js'

const { validateJson } = rehabplan

let [compared, different] = [0, 0]
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { name, plan, options, digest } = JSON.parse(line)
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null))
  let answer
  try {
    answer = validateJson(plan, given)
  } catch ({ code, message }) {
    answer = `!${code} ${message}`
  }
  compared += 1
  if (createHash('sha256').update(answer).digest('hex') !== digest) {
    different += 1
    console.log(`npm: another report: ${name} (${options.lang})`)
  }
}
console.log(`npm: ${compared} compared, ${different} different`)
process.exitCode = different > 0 || compared === 0 ? 1 : 0
