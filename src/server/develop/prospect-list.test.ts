import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { Funnel } from '../../contract/prospect-funnel.ts'
import { Prospects } from '../../contract/prospect.ts'
import { Search } from '../../contract/search.ts'
import { inScope } from '../db/transaction.ts'

let trade: Trade

/** 450 in First and 10 in Second, found one a day; each fifth is lost nine days after it was found, three order in two weeks. */
beforeAll(async () => {
  trade = await aTrade({ hq: ['hq', 'HQ'], rep: ['rep', 'First'] })
  const { db } = trade.database.deps
  const bought = (code: string) =>
    `2025-12-20,${code},Firm ${code},First,LAGER,Lager,6,500,60,200,120,X${code},1`
  await brought(trade.database.deps, salesFile(['W31', 'W32', 'W33'].map(bought)))
  await inScope(db, '*', async ({ q }) => {
    for (const [code, count, name] of [
      ['First', 450, '永盛'],
      ['Second', 10, '永兴'],
    ] as const) {
      const market = trade.node[code]
      await sql`
        INSERT INTO prospect (market_id, id, name, sound, initials, core_sound, phone, source, found_on, stage, lost_from, lost_reason,
          next_step, next_on, version, made_by, made_at)
        SELECT ${market}::uuid, gen_random_uuid(), ${name} || n, 'yong sheng', 'ys', '', '1391234' || lpad(n::text, 4, '0'),
          CASE WHEN n % 2 = 0 THEN 'media' ELSE 'peer' END, '2026-01-05'::date - n, CASE WHEN n % 5 = 0 THEN 'lost' ELSE 'found' END,
          CASE WHEN n % 5 = 0 THEN 'found' END, CASE WHEN n % 5 = 0 THEN 'profit' END, '去', '2026-01-05'::date + n - 11, 1, 'x', now()
        FROM generate_series(1, ${count}::int) n`.execute(q)
    }
    await sql`
      UPDATE prospect p SET stage = 'signed', signed_on = '2025-12-06', account_id = a.id FROM account a
      WHERE a.market_id = p.market_id AND a.code LIKE 'W%' AND p.name = replace(a.code, 'W', '永盛')`.execute(
      q,
    )
    await sql`
      INSERT INTO prospect_event (market_id, id, prospect_id, seq, kind, stage, day, words, made_by, made_at)
      SELECT p.market_id, gen_random_uuid(), p.id, k, (ARRAY['found', 'lose', 'change'])[k], (ARRAY['found', 'lost', 'lost'])[k],
        p.found_on + (ARRAY[0, 9, 20])[k], '', 'x', now()
      FROM prospect p, generate_series(1, 3) k WHERE k = 1 OR p.stage = 'lost'`.execute(q)
  })
})
afterAll(() => trade.database.close())

const list = async (ask: string, as = 'rep') =>
  Prospects.parse((await trade.call('GET', `/prospects?${ask}`, undefined, as)).json)
const sought = async (q: string) =>
  Search.parse((await trade.call('GET', `/search?q=${q}`, undefined, 'rep')).json).prospects
const names = ({ rows }: Prospects) => rows.map(({ name }) => name)

describe('a long list of prospects', () => {
  it('is read page by page, what is due first in front; a page beyond the last is the last', async () => {
    const pages = await Promise.all(['1', '2', '3', '9'].map((page) => list(`state=all&page=${page}`)))
    expect(pages.map(({ page, rows, total }) => [page, rows.length, total])).toEqual([
      [1, 200, 450],
      [2, 200, 450],
      [3, 50, 450],
      [3, 50, 450],
    ])
    const all = pages.slice(0, 3).flatMap(names)
    expect(all).toEqual(Array.from({ length: 450 }, (_, at) => `永盛${String(at + 1)}`))
  })

  it('counts all of them on every page; overdue are those whose day has gone by', async () => {
    for (const ask of ['page=1', 'page=2', 'q=永盛7&state=lost'])
      expect(await list(ask)).toMatchObject({ open: 357, overdue: 8, signed: 3, lost: 90 })
    expect((await list('source=media')).open).toBe(179)
    expect((await list('', 'hq')).open).toBe(365)
    expect((await list('node=Second', 'hq')).total).toBe(8)
    expect((await list('owner=me')).total).toBe(0)
  })

  it('says the same of the time that it takes as the funnel does', async () => {
    const funnel = Funnel.parse(
      (await trade.call('GET', '/prospects/funnel?from=2025-01-06', undefined, 'rep')).json,
    )
    const { leadTime } = await list('')
    expect(leadTime).toEqual(funnel.leadTime)
    expect(leadTime).toMatchObject({ ordered: 3, lost: 72, days: { median: 16 } })
    expect((await list('state=signed')).rows.map(({ stage }) => stage)).toEqual([
      'ordered',
      'ordered',
      'ordered',
    ])
  })

  it('finds on the server, over all pages and in reach alone', async () => {
    expect(names(await list('q=永盛449'))).toEqual(['永盛449'])
    expect((await list('q=yongsheng&state=all')).total).toBe(450)
    expect((await list('q=ys&state=all', 'hq')).total).toBe(460)
    expect((await list('q=y&state=all')).total).toBe(450)
    expect(names(await list('q=0449'))).toEqual(['永盛449'])
    // One Han character anywhere, one letter or digit at the beginning alone.
    expect((await list('q=盛&state=all')).total).toBe(450)
    expect((await list('q=s&state=all')).total).toBe(0)
    expect((await list('q=4&state=all')).total).toBe(0)
    expect((await list('q=永兴&state=all')).total).toBe(0)
    expect((await list(`q=${encodeURIComponent("%_\\'")}`)).total).toBe(0)
  })

  it('calls who has bought since signing ordered, as the finder does', async () => {
    expect((await sought('永盛31')).find(({ name }) => name === '永盛31')?.stage).toBe('ordered')
    expect((await sought('永盛41')).find(({ name }) => name === '永盛41')?.stage).toBe('found')
  })

  it('finds signs that were written full-width, typed either way', async () => {
    await inScope(trade.database.deps.db, '*', ({ q }) =>
      sql`UPDATE prospect SET name = '永盛（城东）ＡＢ' WHERE name = '永盛449'`.execute(q),
    )
    for (const q of ['（城东）', '(城东)', 'ab', 'ＡＢ'])
      expect([q, names(await list(`q=${q}`)), (await sought(q)).map(({ name }) => name)]).toEqual([
        q,
        ['永盛（城东）ＡＢ'],
        ['永盛（城东）ＡＢ'],
      ])
  })
})
