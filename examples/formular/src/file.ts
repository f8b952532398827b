// What a file holds: one plan, or those of the lines that `rehabplan convert` writes, each with what stands around it.
import { isObject } from './model'

/** A plan of a file, still to be checked. */
export interface Found {
  /** What it is called in the file; its line, where it is not called anything. */
  name: string
  source: Uint8Array | string
}

export function plansOf(bytes: Uint8Array): Found[] {
  const whole = { name: '', source: bytes }
  const text = decoded(bytes)
  if (text === undefined) return [whole]
  const value = parsed(text)
  if (value !== undefined) return isEnvelope(value) ? [unwrapped(value, '')] : [whole]
  const lines = text.split('\n').filter((line) => line.trim() !== '').map(parsed)
  // Anything else is no file of plans, and what is wrong with it is for the checker to say.
  return lines.length > 1 && lines.every(isObject) ? lines.map((line, place) => unwrapped(line, `Linje ${place + 1}`)) : [whole]
}

/** A plan has no field of this name. */
const isEnvelope = (value: unknown): value is { plan: object } => isObject(value) && isObject(value.plan)

function unwrapped(value: object, name: string): Found {
  if (!isEnvelope(value)) return { name, source: JSON.stringify(value) }
  const { plan, id, file } = value as { plan: object; id?: unknown; file?: unknown }
  const called = [id, file].find((one) => typeof one === 'string' || typeof one === 'number')
  return { name: called === undefined ? name : String(called), source: JSON.stringify(plan) }
}

export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
