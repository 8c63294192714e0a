// `npm test`: every test once; the last line is always "N passed, N failed". `--discover` runs the long versions as well.
// Other arguments go to vitest (a path, -t "name").
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildAll, install, prepare, project } from './prepare.mjs'

prepare(install, buildAll)

const args = process.argv.slice(2)
const discover = args.includes('--discover')
const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-report-'))
const report = path.join(folder, 'report.json')

const child = spawn(
  process.execPath,
  [
    path.join(project, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args.filter((arg) => arg !== '--discover'),
  ],
  {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(discover ? { TONNAGE_DISCOVER: '1' } : {}) },
  },
)
// Ctrl-C reaches vitest too; it cleans up, and the line is still printed.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))

const status = await new Promise((resolve) => {
  child.once('error', () => resolve(1))
  child.once('close', (code) => resolve(code ?? 1))
})

/** A file that could not even be read counts as one failed test; so does a crash, an error outside tests, and no test at all. */
function count() {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const found = JSON.parse(readFileSync(report, 'utf8'))
  const unread = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const passed = found.numPassedTests
  const failed = found.numFailedTests + unread.length
  const skipped = found.numPendingTests + found.numTodoTests
  const silent = failed === 0 && (status !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed, skipped }
}

const { passed, failed, skipped } = count()
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exitCode = failed === 0 && status === 0 ? 0 : 1
