import { v7 } from 'uuid'
import { pino } from 'pino'
import type pg from 'pg'
import { connect } from '../../src/server/db/client.ts'
import { ledger } from '../../src/server/chain/ledger.ts'
import { importFile } from '../../src/server/intake/import-file.ts'
import { aCaller } from './import.ts'

/** A process of its own that brings one file in, to be killed: `{ app, folder, file }` as JSON in its first argument. */
const ask = JSON.parse(process.argv[2] ?? '{}') as { app: pg.PoolConfig; folder: string; file: string }
const db = connect({ ...ask.app, application_name: 'victim' })
const deps = {
  db,
  ledger,
  now: () => new Date(),
  newId: () => v7(),
  folder: ask.folder,
  version: '0.0.0-test',
  log: pino({ level: 'silent' }),
}
process.stdout.write('go\n')
const request = {
  path: ask.file,
  fileName: 'sales.csv',
  kind: 'movements',
  map: null,
  dryRun: false,
  createMissing: true,
  allOrNothing: false,
} as const
const result = await importFile(deps, aCaller(), request, () => undefined)
await db.close()
process.stdout.write(result.ok ? 'done\n' : `refused ${result.problem.code}\n`)
