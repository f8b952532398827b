// The data that every language shares, read from the repository.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { built, root } from '../../tools.mjs'

/** A folder that is gone again when the tests are done. */
export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const json = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
const names = (...path) => readdirSync(join(root, ...path)).filter((name) => name.endsWith('.json')).sort()

function corpusOf(folders) {
  const base = names('tests/corpus/base')
  return {
    bases: Object.fromEntries(base.map((name) => [basename(name, '.json'), json('tests/corpus/base', name)])),
    patches: json('tests/corpus/patches.json'),
    files: folders.flatMap((folder) =>
      names('tests/corpus', folder).map((name) => ({
        name: `${folder}/${name}`,
        cases: json('tests/corpus', folder, name).cases,
      })),
    ),
  }
}

export const corpus = () => corpusOf(['rules', 'boundary', 'scope'])
export const profileCorpus = () => corpusOf(['profiles'])

/** The whole plans: bytes, the options to check with, and the bytes of the full report. */
export function wholePlans() {
  return names('tests/plans/expected').map((name) => {
    const { phase, asOf } = json('tests/plans/expected', name)
    return {
      name,
      bytes: readFileSync(join(root, 'tests/plans', name)),
      options: { phase, asOf, detail: 'all' },
      report: readFileSync(join(root, 'tests/plans/reports', name), 'utf8').replaceAll('\n', ''),
    }
  })
}

/** The built package. */
export const rehabplan = await import(join(built, 'node.js'))
