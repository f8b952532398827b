export async function* check({ run }) {
  // Without any permission: nothing is read, and nothing is asked for.
  yield ['deno run', run('deno', 'run', '--no-prompt', 'program.js')]
  run('deno', 'check', 'program.js')
}
