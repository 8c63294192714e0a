/**
 * The demo company from an empty database: seconds of each step, on an embedded server with its normal durability.
 * Run: npx tsx benchmarks/demo.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeDemo } from '../src/server/demo-company.ts'
import { openProgram, settingsOf } from '../src/server/opening.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-demo-'))
const opened = await openProgram(settingsOf({}, folder))
const start = performance.now()
const seconds = () => ((performance.now() - start) / 1000).toFixed(1)
let last = ''
const made = await makeDemo(opened, 'benchmark', ({ step, done }) => {
  if (step !== last) console.log(`${seconds()} s  ${step} (${Math.round(done * 100)} %)`)
  last = step
})
console.log(
  `${seconds()} s  ${made.movements} movements, node ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
)
if (process.argv[2] === 'keep') console.log(folder)
await opened.close()
// A folder that the database cannot enter has it elsewhere (root below a closed folder): both go.
if (process.argv[2] !== 'keep')
  for (const place of [folder, opened.deps.folder]) rmSync(place, { recursive: true, force: true })
