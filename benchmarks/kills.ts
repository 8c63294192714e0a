/**
 * Twenty kill -9 at random moments of an import, ten of the importing program and ten of the database process that serves it: after
 * each the ledger is as before or as after, never between, and replaying it gives every rollup. `npx tsx benchmarks/kills.ts [lines]`
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { connect } from '../src/server/db/client.ts'
import type { Deps } from '../src/server/db/deps.ts'
import { inScope } from '../src/server/db/transaction.ts'
import { aCompany } from '../test/make/chain.ts'
import { startTestServer } from '../test/make/cluster.ts'
import { brought, done, takeBack } from '../test/make/import.ts'
import { killFile, runVictim, stateOf } from '../test/make/kills.ts'

const LINES = Number(process.argv[2] ?? 20_000)
const KILLS = 20

const { server, stop } = await startTestServer()
const root = new Client(server.root)
await root.connect()
await root.query(`CREATE DATABASE kills TEMPLATE "${server.template}" OWNER "${server.owner.user}"`)
await root.end()
const app = { host: server.root.host, port: server.root.port, database: 'kills', ...server.app }
const db = connect(app)
const folder = mkdtempSync(path.join(tmpdir(), 'tonnage-kills-'))
const deps: Deps = {
  db,
  now: () => new Date(),
  newId: () => v7(),
  folder,
  version: '',
  log: pino({ level: 'silent' }),
}

async function undoLast(): Promise<void> {
  const last = await inScope(db, [], ({ q }) =>
    q
      .selectFrom('import_batch')
      .select('id')
      .where('state', '=', 'done')
      .where('undo_of', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  done(await takeBack(deps, last.id))
}

/** The busiest of the victim's database processes: the one that holds the import's transaction. */
async function killServer(): Promise<void> {
  const found = await db.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'victim' AND datname = current_database()
     ORDER BY xact_start NULLS LAST LIMIT 1`,
  )
  const pid = found.rows[0]?.pid
  if (pid !== undefined) execFileSync('kill', ['-9', String(pid)])
}

async function settled(): Promise<string> {
  for (;;) {
    try {
      return await stateOf(deps)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

await aCompany(deps)
await brought(deps, killFile(LINES, false))
const old = await stateOf(deps)
const victim = { app, folder, text: killFile(LINES, true) }
const { ran } = await runVictim(deps, victim, null)
const next = await stateOf(deps)
await undoLast()
let state = 29
const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff
const seen = { old: 0, new: 0, between: 0 }
for (let kill = 0; kill < KILLS; kill++) {
  const after = random() * ran * 1.05
  await runVictim(deps, victim, after, kill % 2 === 0 ? undefined : killServer)
  const now = await settled()
  seen[now === old ? 'old' : now === next ? 'new' : 'between'] += 1
  if (now === next) await undoLast()
  console.log(
    `${kill % 2 === 0 ? 'program' : 'database'} killed after ${(after / 1000).toFixed(1)} s of ${(ran / 1000).toFixed(1)}: ${now === old ? 'old' : now === next ? 'new' : 'BETWEEN'}`,
  )
}
const last = await brought(deps, killFile(LINES, true))
const whole = (await settled()) === next && last.corrected === LINES / 5
console.log(JSON.stringify({ kills: KILLS, ...seen, importedAfterwards: whole }))
await db.close()
await stop()
if (seen.between > 0 || !whole) process.exitCode = 1
