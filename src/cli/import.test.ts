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
      expect(strict).toMatchObject({
        status: 3,
        json: { problem: { code: 'import/refusals', understood: { layout: 'lines', headerRow: 1 } } },
      })
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

  it('what is exported can be brought in again and changes nothing', { timeout: 180_000 }, async () => {
    const file = path.join(folder, 'odd.csv')
    // Five of twelve bottles are 0.417 of a case: the cases alone would make 2,502 ml of 2,500. T9 has no size at all.
    const odd = [
      'date,buyer_code,buyer_name,market_code,sku_code,pack_units,unit_ml,units,litres,amount,doc,line',
      '2025-01-05,B1,East,M1,T1,12,500,5,,10,E1,1',
      '2025-01-05,B1,East,M1,T9,,,,7.5,10,E1,2',
    ]
    writeFileSync(file, odd.join('\n'))
    await run('import', file, '--as', 'movements', '--create-missing')
    await run(
      'user',
      'add',
      '--email',
      'two@example.com',
      '--name',
      'Two',
      '--role',
      'rep',
      '--scope',
      'HQ',
      'M1',
    )
    for (const [kind, rows] of [
      ['movements', 2],
      ['products', 2],
      ['people', 2],
    ] as const) {
      const out = path.join(folder, `${kind}.csv`)
      await run('export', kind, '-o', out)
      const again = await run('import', out, '--as', kind)
      expect([kind, again.json]).toMatchObject([kind, { rowsRead: rows, unchanged: rows, warnings: {} }])
    }
  })
})
