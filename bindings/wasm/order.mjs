// Puts the functions of a wasm file into an order in which they compress: each beside the ones that it resembles most.
// Their order means nothing, and gzip finds what is alike only within 32 KB. wasm-opt can sort functions by their names,
// so what is written here is names: numbers, in the order that is wanted.

const [CUSTOM, IMPORTS, CODE] = [0, 2, 10]
const FUNCTION = 0

/** The sections of a wasm file, as the places of their kind, beginning and end. */
function sections(wasm) {
  const found = []
  for (let at = 8; at < wasm.length; ) {
    const start = at
    const kind = wasm[at]
    const [size, content] = number(wasm, at + 1)
    at = content + size
    found.push({ kind, start, content, end: at })
  }
  return found
}

/** A number in LEB128 at a place, and the place after it. */
function number(wasm, at) {
  let [value, shift, byte] = [0, 0]
  do {
    byte = wasm[at++]
    value += (byte & 127) * 2 ** shift
    shift += 7
  } while (byte & 128)
  return [value, at]
}

const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >>> 7)])

/** How many functions are imported; nothing else is, here. */
function imported(wasm, { content }) {
  let [count, at] = number(wasm, content)
  for (let left = count; left > 0; left--) {
    for (let name = 0; name < 2; name++) {
      const [length, text] = number(wasm, at)
      at = text + length
    }
    if (wasm[at++] !== FUNCTION) throw new Error('something other than a function is imported; look at order.mjs')
    at = number(wasm, at)[1]
  }
  return count
}

function bodies(wasm, { content }) {
  let [count, at] = number(wasm, content)
  return Array.from({ length: count }, () => {
    const [size, start] = number(wasm, at)
    at = start + size
    return wasm.subarray(start, at)
  })
}

/** Every run of four bytes of each function, as numbers from 0. */
function pieces(bodies) {
  const known = new Map()
  const numbered = (piece) => known.get(piece) ?? (known.set(piece, known.size), known.size - 1)
  const of = bodies.map((body) => {
    const found = new Set()
    for (let at = 0; at + 4 <= body.length; at++) found.add(numbered(body.readUInt32LE(at)))
    return Uint32Array.from(found)
  })
  return { of, count: known.size }
}

/** The first one first, then always the one of which most stands in the four before it; a short one must agree in more. */
function order(bodies) {
  const { of, count } = pieces(bodies)
  const left = new Set(of.keys())
  const sorted = []
  for (let next = 0; left.size > 0; ) {
    left.delete(next)
    sorted.push(next)
    const before = new Uint8Array(count)
    for (const index of sorted.slice(-4)) for (const piece of of[index]) before[piece] = 1
    let best = -1
    for (const index of left) {
      let shared = 0
      for (const piece of of[index]) shared += before[piece]
      shared /= of[index].length + 20
      if (shared > best) [best, next] = [shared, index]
    }
  }
  return sorted
}

/** The same file, with names by which its functions sort into a good order, and without other names. */
export function named(wasm) {
  const all = sections(wasm)
  const first = imported(wasm, all.find(({ kind }) => kind === IMPORTS))
  const places = order(bodies(wasm, all.find(({ kind }) => kind === CODE)))
  const name = (text) => [...written(text.length), ...Buffer.from(text)]
  const names = places
    .map((index, place) => [first + index, String(place).padStart(6, '0')])
    .sort(([one], [other]) => one - other)
    .flatMap(([index, text]) => [...written(index), ...name(text)])
  const functions = [...written(places.length), ...names]
  const content = [...name('name'), 1, ...written(functions.length), ...functions]
  const kept = all.filter(({ kind }) => kind !== CUSTOM).map(({ start, end }) => wasm.subarray(start, end))
  return Buffer.concat([wasm.subarray(0, 8), ...kept, Buffer.from([CUSTOM, ...written(content.length), ...content])])
}
