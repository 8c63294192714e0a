import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCompany } from '../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../test/make/database.ts'
import { salesFile } from '../../test/make/import.ts'
import { buildProgram, tonnage } from '../../test/make/program.ts'

let database: FreshDatabase
let folder: string

beforeAll(async () => {
  buildProgram()
  folder = mkdtempSync(path.join(tmpdir(), 'tonnage-import-'))
  database = await freshDatabase()
  await aCompany(database.deps)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

type Answer = { readonly status: number; readonly json: Record<string, unknown> }

/** The command line as people call it, on the test's database. */
async function run(...words: string[]): Promise<Answer> {
  const app = new URL(database.ownerUrl)
  app.username = inject('server').app.user
  const env = { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: app.href }
  const answer = await tonnage(folder, [...words, '--json', '--lang', 'en'], { env })
  return { status: answer.status ?? -1, json: JSON.parse(answer.out) as Record<string, unknown> }
}

describe('tonnage import', () => {
  it(
    'brings a file in with a map, tells exit statuses apart, and takes it back',
    { timeout: 180_000 },
    async () => {
      const file = path.join(folder, 'sales.csv')
      writeFileSync(
        file,
        salesFile([
          '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,50,D1,1',
          '2025-01-06,,,M1,S1,Lager,12,500,24,96,50,D1,2',
        ]),
      )
      const map = path.join(folder, 'map.json')
      writeFileSync(map, JSON.stringify({ constants: { source: 'erp' } }))
      const ask = ['import', file, '--as', 'movements', '--map', map, '--create-missing'] as const
      const strict = await run(...ask, '--all-or-nothing')
      expect(strict).toMatchObject({ status: 3, json: { problem: { code: 'import/refusals' } } })
      const trial = await run(...ask, '--dry-run')
      expect(trial).toMatchObject({ status: 0, json: { dryRun: true, rowsAccepted: 1 } })
      const done = await run(...ask)
      expect(done).toMatchObject({
        status: 0,
        json: {
          rowsRead: 2,
          rowsAccepted: 1,
          rowsRejected: 1,
          created: { markets: 1, accounts: 1, skus: 1 },
        },
      })
      const batch = String(done.json['batch'])
      expect(await run('import', 'undo', batch)).toMatchObject({ status: 0, json: { batch, undone: 1 } })
      expect(await run('import', 'undo', batch)).toMatchObject({
        status: 5,
        json: { problem: { code: 'import/already-undone' } },
      })
      expect(await run('import', file)).toMatchObject({
        status: 2,
        json: { problem: { code: 'request/usage' } },
      })
      expect(await run('import', file, '--as', 'wishes')).toMatchObject({
        status: 2,
        json: { problem: { code: 'import/kind-unknown' } },
      })
    },
  )
})
