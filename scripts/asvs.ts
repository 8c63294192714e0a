/**
 * `npm run asvs`: runs the tests that docs/security/asvs.csv names and says how many requirements of OWASP ASVS 5.0 are tested,
 * do not apply, or are open. Ends with 1 where a named test does not exist, did not run or failed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { named, requirements, states } from '../test/security/asvs.ts'

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
    }[]
  }[]
}

const rows = requirements()
const wanted = rows.flatMap(({ id, tests }) => tests.map((test) => ({ id, test, ...named(test) })))
const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-asvs-'))
const file = path.join(folder, 'report.json')
const vitest = path.join('node_modules', 'vitest', 'vitest.mjs')
const files = [...new Set(wanted.map((one) => one.file))]
const args = [vitest, 'run', '--reporter=json', `--outputFile.json=${file}`, ...files]
spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
rmSync(folder, { recursive: true })

const ran = new Map(
  testResults.map(({ name, assertionResults }) => [
    path.relative(process.cwd(), name).replaceAll(path.sep, '/'),
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      whole: [...ancestorTitles, title].join(' › '),
      status,
    })),
  ]),
)
const bad = wanted.filter((one) => {
  const found = (ran.get(one.file) ?? []).filter(({ whole }) => whole.includes(one.words))
  return found.length === 0 || found.some(({ status }) => status !== 'passed')
})
for (const { id, test } of bad) process.stdout.write(`${id}: did not pass: ${test}\n`)
for (const state of states) {
  const those = rows.filter((row) => row.state === state)
  const first = those.filter(({ level }) => level === 1).length
  process.stdout.write(`${state}: ${those.length} (level 1: ${first}, level 2: ${those.length - first})\n`)
}
const names = new Set(wanted.map(({ test }) => test)).size
process.stdout.write(`${rows.length} requirements, ${names} tests named, ${bad.length} not passed\n`)
process.exitCode = bad.length === 0 ? 0 : 1
