import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { aCaller, bring, brought, done, salesFile, takeBack } from '../../../test/make/import.ts'
import { say } from '../../language/index.ts'
import { replay } from '../chain/check-store.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let deps: Deps
const opened: FreshDatabase[] = []

beforeEach(async () => {
  database = await freshDatabase()
  opened.push(database)
  deps = database.deps
  await aCompany(deps)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

type Row = Record<string, unknown>
async function rows(query: string): Promise<Row[]> {
  return inScope(deps.db, '*', async ({ client }) => (await client.query<Row>(query)).rows)
}

/** Every figure that a reading could give: by account, product, kind and month, and by day. */
async function figures(): Promise<unknown> {
  const months = await rows(`
    SELECT t.code AS market, a.code AS account, a.name, s.code AS sku, r.kind, r.month, r.millilitres, r.milli_cases, r.amount_minor,
      r.cost_minor, r.lines, r.costed_lines
    FROM rollup_month r JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id JOIN sku s ON s.id = r.sku_id
      JOIN territory_node t ON t.id = r.market_id ORDER BY 1, 2, 4, 5, 6`)
  const days = await rows(`
    SELECT a.code, r.kind, r.day, r.millilitres, r.amount_minor, r.lines FROM rollup_day r
      JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id ORDER BY 1, 2, 3`)
  const masters = await rows(`
    SELECT 'account' AS what, code, name FROM account WHERE withdrawn_at IS NULL UNION ALL
    SELECT 'sku', code, name FROM sku WHERE withdrawn_at IS NULL UNION ALL
    SELECT 'market', code, name FROM territory_node WHERE withdrawn_at IS NULL AND kind = 'market' ORDER BY 1, 2`)
  const { outOfStep } = await inScope(deps.db, '*', replay, { snapshot: true })
  expect(outOfStep).toEqual([])
  return { months, days, masters }
}

const FIRST = salesFile([
  '2025-01-05,A1,Cloudcrest East,M1,S1,Lager,12,500,24,96.00,50.00,D1,1',
  '2025-01-06,A1,Cloudcrest East,M1,S2,Stout,6,1000,12,120.00,70.00,D1,2',
  '2025-02-01,A2,Riverside,M2,S1,Lager,12,500,120,480.00,250.00,D2,1',
])

describe('a file of movements', () => {
  it('makes what is missing, posts volume, cases and money, and says so', async () => {
    const result = await brought(deps, FIRST)
    expect(result).toMatchObject({
      rowsRead: 3,
      rowsAccepted: 3,
      rowsRejected: 0,
      unchanged: 0,
      created: { markets: 2, accounts: 2, skus: 2 },
      updated: { markets: 0, accounts: 0, skus: 0 },
      seen: { markets: 2, accounts: 2, skus: 2, firstDay: '2025-01-05', lastDay: '2025-02-01' },
      // 24 × 500 ml + 12 × 1000 ml + 120 × 500 ml; 2 + 2 + 10 cases
      totals: { millilitres: 84_000, cases: 14, amountMinor: 69_600, costMinor: 37_000 },
    })
    const parents = await rows(
      "SELECT p.kind FROM territory_node n JOIN territory_node p ON p.id = n.parent_id WHERE n.code = 'M1'",
    )
    expect(parents).toEqual([{ kind: 'unassigned' }])
    await figures()
  })

  it('changes nothing when it comes again, and everything back when it is undone; then it can come again', async () => {
    const first = await brought(deps, FIRST)
    const before = await figures()
    const again = await brought(deps, FIRST)
    expect(again).toMatchObject({
      rowsAccepted: 0,
      unchanged: 3,
      created: { markets: 0, accounts: 0, skus: 0 },
      updated: { accounts: 0 },
    })
    expect(await figures()).toEqual(before)
    expect(done(await takeBack(deps, first.batch))).toMatchObject({ batch: first.batch, undone: 3 })
    expect(await figures()).toEqual({ months: [], days: [], masters: [] })
    expect(await takeBack(deps, first.batch)).toMatchObject({
      ok: false,
      problem: { code: 'import/already-undone' },
    })
    const third = await brought(deps, FIRST)
    expect(third).toMatchObject({ rowsAccepted: 3, created: first.created, totals: first.totals })
    expect(await figures()).toEqual(before)
  })

  it('a trial says the same and leaves nothing', async () => {
    const nothing = await figures()
    const trial = await brought(deps, FIRST, { dryRun: true })
    expect(trial).toMatchObject({
      dryRun: true,
      rowsAccepted: 3,
      created: { markets: 2, accounts: 2, skus: 2 },
    })
    expect(await figures()).toEqual(nothing)
    expect(await rows('SELECT id FROM import_batch')).toEqual([])
  })

  it('corrects a line that comes changed; undo brings the old one back, and waits for later corrections', async () => {
    const first = await brought(deps, FIRST)
    const before = await figures()
    const changed = FIRST.replace('24,96.00,50.00', '36,144.00,75.00')
    const second = await brought(deps, changed)
    expect(second).toMatchObject({
      rowsAccepted: 1,
      corrected: 1,
      unchanged: 2,
      totals: { millilitres: 18_000 },
    })
    expect(await takeBack(deps, first.batch)).toMatchObject({
      problem: { code: 'import/later-batch', facts: { batch: second.batch } },
    })
    expect(await figures()).not.toEqual(before)
    expect(done(await takeBack(deps, second.batch)).undone).toBe(2)
    expect(await figures()).toEqual(before)
    expect(await brought(deps, FIRST)).toMatchObject({ rowsAccepted: 0, unchanged: 3 })
    expect(done(await takeBack(deps, first.batch)).undone).toBe(3)
    expect(await figures()).toEqual({ months: [], days: [], masters: [] })
  })

  it('a line that goes to another account, in another market, leaves the old one', async () => {
    await brought(deps, FIRST)
    const moved = await brought(
      deps,
      FIRST.replace('2025-01-05,A1,Cloudcrest East,M1', '2025-01-05,A2,Riverside,M2'),
    )
    expect(moved).toMatchObject({ corrected: 1, unchanged: 2 })
    const lines = await rows(
      'SELECT a.code, sum(r.lines)::int AS lines FROM rollup_day r JOIN account a ON a.id = r.account_id GROUP BY 1 ORDER BY 1',
    )
    expect(lines).toEqual([
      { code: 'A1', lines: 1 },
      { code: 'A2', lines: 2 },
    ])
    await figures()
  })

  it('one document and line twice: equal counts once, unequal is refused; lines without a number all count', async () => {
    const result = await brought(
      deps,
      salesFile([
        '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,D1,1',
        '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,D1,1',
        '2025-01-05,A1,East,M1,S1,Lager,12,500,36,96,,D1,1',
        '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,D2,',
        '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,D2,',
        '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,,',
      ]),
    )
    expect(result).toMatchObject({
      rowsRead: 6,
      rowsAccepted: 4,
      unchanged: 1,
      rowsRejected: 1,
      warnings: { 'line/equal': 1 },
    })
    expect(result.rejectedBy).toMatchObject([{ code: 'line/conflict', count: 1, row: 4 }])
    expect(readFileSync(result.rejectedFile ?? '', 'utf8').split('\r\n')[1]).toContain('36,96,,D1,1,')
  })

  it('refuses what cannot be known, one sentence a row, in a file of the same shape that is safe to open', async () => {
    const result = await brought(
      deps,
      salesFile([
        '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,D1,1',
        '2025-01-05,,,M1,S1,Lager,12,500,24,96,,D1,2',
        '2025-01-05,A1,East,M1,,,12,500,24,96,,D1,3',
        '2025-01-05,A1,East,M1,S1,Lager,12,500,,96,,D1,4',
        '2025-01-05,A9,=cmd(),,S1,Lager,12,500,1,9,,D1,5',
        '2025-13-05,A1,East,M1,S1,Lager,12,500,24,96,,D1,6',
      ]),
    )
    expect(result).toMatchObject({ rowsAccepted: 1, rowsRejected: 5, created: { accounts: 1 } })
    expect(new Set(result.rejectedBy.map(({ code }) => code))).toEqual(
      new Set([
        'line/no-account',
        'line/no-sku',
        'line/amount-without-units',
        'line/no-market',
        'line/date-unreadable',
      ]),
    )
    const text = readFileSync(result.rejectedFile ?? '', 'utf8')
    expect(text.startsWith('\uFEFFdate,buyer_code')).toBe(true)
    expect(text).toContain("'=cmd()")
    expect(text.trimEnd().split('\r\n')).toHaveLength(6)
  })

  it('says which product is not there, and that an amount leaves VAT open', async () => {
    await brought(deps, FIRST)
    const head = '日期,客户编码,产品编码,箱数,金额'
    const text = [head, '2025-03-05,A1,S1,2,90', '2025-03-05,A1,S9,2,90'].join('\n')
    const result = await brought(deps, text, { createMissing: false })
    expect(result).toMatchObject({ rowsAccepted: 1, warnings: { 'amount/vat-unclear': 1 } })
    expect(result.rejectedBy).toMatchObject([{ code: 'line/sku-unknown', count: 1 }])
    const again = await brought(deps, text, { createMissing: false, dryRun: true })
    expect(again.warnings).toEqual({})
  })

  it('nothing goes in where all or nothing was asked for, or where no line is usable', async () => {
    const nothing = await figures()
    const bad = salesFile([
      '2025-01-05,A1,East,M1,S1,Lager,12,500,24,96,,D1,1',
      '2025-01-05,,,M1,S1,Lager,12,500,24,96,,D1,2',
    ])
    expect(await bring(deps, bad, { allOrNothing: true })).toMatchObject({
      problem: { code: 'import/refusals', facts: { count: 1 } },
    })
    const unknown = await bring(deps, FIRST, { createMissing: false })
    expect(unknown).toMatchObject({ problem: { code: 'file/nothing-usable', facts: { rows: 3 } } })
    expect(await figures()).toEqual(nothing)
    expect(await rows('SELECT state FROM import_batch ORDER BY id')).toEqual([
      { state: 'failed' },
      { state: 'failed' },
    ])
  })
})

describe('accounts, markets and products of a file', () => {
  it('a line without a market takes its account’s, wherever that stands; one that names another goes to the account’s', async () => {
    const result = await brought(
      deps,
      salesFile([
        '2025-01-05,A1,East,,S1,Lager,12,500,24,96,,D1,1',
        '2025-01-06,A1,East,M1,S1,Lager,12,500,24,96,,D1,2',
        '2025-01-07,A1,East,Ｍ２ ,S1,Lager,12,500,24,96,,D1,3',
        '2025-01-07,A2,West,ｍ1,S1,Lager,12,500,24,96,,D1,4',
      ]),
    )
    expect(result).toMatchObject({
      rowsAccepted: 4,
      created: { markets: 1, accounts: 2 },
      warnings: { 'line/other-market': 1 },
    })
  })

  it('the latest day’s name stands, also across files, and undo gives the name back', async () => {
    const one = await brought(
      deps,
      salesFile([
        '2025-03-01,A1,New name,M1,S1,Lager,12,500,1,4,,D1,1',
        '2025-01-01,A1,Old name,M1,S1,Lager,12,500,1,4,,D1,2',
      ]),
    )
    expect(await rows('SELECT name FROM account')).toEqual([{ name: 'New name' }])
    const older = await brought(deps, salesFile(['2025-02-01,A1,Middle name,M1,S1,Lager,12,500,1,4,,D2,1']))
    expect(older.updated.accounts).toBe(0)
    const newer = await brought(deps, salesFile(['2025-04-01,A1,Newest name,M1,S1,Ale,12,500,1,4,,D3,1']))
    expect(newer.updated).toEqual({ markets: 0, accounts: 1, skus: 1 })
    expect(await rows('SELECT a.name, s.name AS sku FROM account a, sku s')).toEqual([
      { name: 'Newest name', sku: 'Ale' },
    ])
    done(await takeBack(deps, newer.batch))
    expect(await rows('SELECT a.name, s.name AS sku FROM account a, sku s')).toEqual([
      { name: 'New name', sku: 'Lager' },
    ])
    expect(one.created.accounts).toBe(1)
  })

  it('a size that differs opens a period; a line’s own size counts, and undo closes the period again', async () => {
    await brought(deps, salesFile(['2025-01-01,A1,East,M1,S1,Lager,12,500,12,4,,D1,1']))
    const second = await brought(
      deps,
      salesFile([
        '2025-06-01,A1,East,M1,S1,Lager,12,450,12,4,,D2,1',
        '2025-07-01,A1,East,M1,S1,Lager,,,12,4,,D2,2',
      ]),
    )
    expect(second).toMatchObject({ totals: { millilitres: 10_800 }, warnings: { 'sku/period-opened': 1 } })
    const periods = 'SELECT valid_from, valid_to, unit_ml::float8 AS ml FROM sku_period ORDER BY 1'
    expect(await rows(periods)).toEqual([
      { valid_from: '1970-01-01', valid_to: '2025-06-01', ml: 500 },
      { valid_from: '2025-06-01', valid_to: null, ml: 450 },
    ])
    done(await takeBack(deps, second.batch))
    expect(await rows(periods)).toEqual([{ valid_from: '1970-01-01', valid_to: null, ml: 500 }])
  })

  it('returns: negative units, whatever the sign of the money; the buyer stays the customer', async () => {
    const result = await brought(deps, salesFile(['2025-01-05,A1,East,M1,S1,Lager,12,500,-24,96,50,D1,1']))
    expect(result.totals).toEqual({ millilitres: -12_000, cases: -2, amountMinor: -9600, costMinor: -5000 })
    expect(await rows('SELECT kind FROM movement')).toEqual([{ kind: 'return' }])
  })

  it('one import at a time: a second one is told so while the first runs', async () => {
    const second: Promise<unknown>[] = []
    await brought(deps, FIRST, {
      onProgress: ({ step }) => {
        if (step === 'settle' && second.length === 0) second.push(bring(deps, FIRST))
      },
    })
    expect(await Promise.all(second)).toMatchObject([{ problem: { code: 'import/running' } }])
  })

  it('makes no account in a closed market, also where only the buyer says which market it is', async () => {
    await brought(deps, FIRST)
    await rows(`INSERT INTO territory_stay (id, node_id, parent_id, valid_from, valid_to)
      SELECT gen_random_uuid(), id, parent_id, '1970-01-01', '2026-01-02' FROM territory_node WHERE code = 'M1'`)
    const header = 'date,kind,seller_code,buyer_code,sku_code,pack_units,unit_ml,units,doc,line'
    const told = await bring(deps, salesFile(['2025-06-05,sell_through,NEW,A1,S1,12,500,24,D9,1'], header))
    expect(told).toMatchObject({ problem: { code: 'file/nothing-usable' } })
    expect(JSON.stringify(told)).toContain('closed since 2026-01-02')
  })

  it('two people with the same file at once: one goes, the other is told so, and nothing counts twice', async () => {
    const twice = await Promise.all(
      ['person:one', 'person:two'].map((actor) => bring(deps, FIRST, { caller: { ...aCaller(), actor } })),
    )
    // The one that comes second meets the first at work, or finds its lines there already.
    const went = twice.filter((one) => one.ok && one.value.rowsAccepted > 0)
    expect(went).toHaveLength(1)
    const told = twice.flatMap((one) => (one.ok ? [] : [say('en', one.problem)]))
    expect(told.filter((words) => !words.startsWith('Another import is running'))).toEqual([])
    const [counted] = await rows('SELECT count(*)::int AS n FROM movement')
    expect(went).toMatchObject([{ value: { rowsAccepted: counted?.['n'] } }])
  })
})

describe('who may post where', () => {
  it('a caller of one market posts there and nowhere else, and learns nothing of the others', async () => {
    await brought(deps, FIRST)
    const [market] = await rows("SELECT id FROM territory_node WHERE code = 'M1'")
    const caller = aCaller([String(market?.['id'])])
    const file = salesFile([
      '2025-03-05,A1,East,M1,S1,Lager,12,500,24,96,,D9,1',
      '2025-03-05,A2,Riverside,,S1,Lager,12,500,24,96,,D9,2',
      '2025-03-05,A3,Stolen,M1,S1,Lager,12,500,24,96,,D9,3',
      '2025-03-05,A4,Other,M2,S1,Lager,12,500,24,96,,D9,4',
      '2025-03-05,A2,Riverside,M1,S1,Lager,12,500,24,96,,D9,5',
      '2025-02-01,A1,East,M1,S1,Lager,12,500,24,96,,D2,1',
    ])
    const result = await brought(deps, file, { caller })
    expect(result).toMatchObject({ rowsAccepted: 2, rowsRejected: 4, created: { accounts: 1 } })
    expect(result.rejectedBy.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    await figures()
    expect(await takeBack(deps, result.batch, caller)).toMatchObject({ ok: true })
    const [whole] = await rows("SELECT id FROM import_batch WHERE state = 'done' AND undo_of IS NULL")
    expect(await takeBack(deps, String(whole?.['id']), caller)).toMatchObject({
      problem: { code: 'import/batch-missing' },
    })
  })
})
