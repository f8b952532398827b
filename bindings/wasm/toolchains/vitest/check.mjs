export async function* check({ run }) {
  for (const environment of ['node', 'jsdom']) {
    for (const pool of ['forks', 'threads', 'vmThreads']) {
      process.env.ENVIRONMENT = environment
      run('vitest', 'run', '--environment', environment, '--pool', pool)
      yield [`${environment}, ${pool}`, 'deficient']
    }
  }
}
