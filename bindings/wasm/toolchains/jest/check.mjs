export async function* check({ run }) {
  for (const environment of ['node', 'jsdom']) {
    run('jest', `${environment}.test.js`)
    yield [environment, 'deficient']
  }
}
