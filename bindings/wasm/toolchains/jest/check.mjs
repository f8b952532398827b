// The first version knows a browser as one, the last as Node too.
export const variants = Object.fromEntries(['29.7.0', '30.5.2'].map((version) => [`jest-${version.slice(0, 2)}`, { jest: version, 'jest-environment-jsdom': version }]))

export async function* check({ run }) {
  for (const environment of ['node', 'jsdom']) {
    run('jest', `${environment}.test.js`)
    yield [environment, 'deficient']
  }
}
