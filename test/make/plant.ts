import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { codeKey } from '../../src/domain/chain/code.ts'
import type { Tier } from '../../src/domain/chain/line.ts'
import type { FactName } from '../../src/domain/assess/figures.ts'
import type { Day } from '../../src/domain/day.ts'
import { addDays } from '../../src/domain/day.ts'
import { audit } from '../../src/server/db/audit.ts'
import type { Deps } from '../../src/server/db/deps.ts'
import { inScope, type Tx } from '../../src/server/db/transaction.ts'

export type Order = {
  readonly day: Day
  readonly litres: number
  /** Yuan, without VAT. */
  readonly amount?: number
  /** Yuan; null: the line has none. */
  readonly cost?: number | null
  readonly sku?: string
  readonly kind?: 'sell_in' | 'return' | 'sell_through'
}

export type Planted = {
  readonly code: string
  readonly name?: string
  readonly market?: string
  readonly tier?: Tier
  readonly parent?: string
  readonly orders?: readonly Order[]
  readonly facts?: readonly { fact: FactName; value: number; day: Day; expiresOn?: Day }[]
  /** Codes of accounts planted before that buy from this one. */
  readonly supplies?: readonly string[]
}

export const BATCH = '00000000-0000-7000-8000-000000000001'

/** Orders every `every` days, the last on `last`, for about two years: an ordinary customer. Yuan: 4 a litre, cost 3. */
export function steady(
  last: Day,
  every: number,
  litres: number,
  count = Math.ceil(730 / every),
): readonly Order[] {
  return Array.from({ length: count }, (_, i) => ({ day: addDays(last, -every * i), litres }))
}

/** Adds markets beneath a node (its code; HQ unless said). */
export async function plantMarkets(deps: Deps, codes: readonly string[], under = 'HQ'): Promise<void> {
  await inScope(deps.db, '*', async (tx) => {
    const parent = await nodeOf(tx, under)
    for (const code of codes)
      await tx.q
        .insertInto('territory_node')
        .values({
          id: deps.newId(),
          kind: 'market',
          code,
          code_key: codeKey(code),
          name: code,
          parent_id: parent,
        })
        .execute()
    await written(tx, deps)
  })
}

/** Adds accounts with their movements, rollups, facts and supply links, as an import would leave them. Answers ids by code. */
export async function plant(deps: Deps, accounts: readonly Planted[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  await inScope(deps.db, '*', async (tx) => {
    for (const one of accounts) {
      const market = await nodeOf(tx, one.market ?? 'First')
      const id = deps.newId()
      ids.set(one.code, id)
      await tx.q
        .insertInto('account')
        .values({
          market_id: market,
          id,
          code: one.code,
          name: one.name ?? `Account ${one.code}`,
          tier: one.tier ?? 'wholesaler',
          parent_id: one.parent === undefined ? null : (ids.get(one.parent) ?? null),
          grams: [],
        })
        .execute()
      for (const fact of one.facts ?? [])
        await tx.q
          .insertInto('account_fact')
          .values({
            market_id: market,
            id: deps.newId(),
            account_id: id,
            fact: fact.fact,
            value: String(fact.value),
            day: fact.day,
            expires_on: fact.expiresOn ?? null,
            source: 'visit',
          })
          .execute()
      for (const buyer of one.supplies ?? [])
        await tx.q
          .insertInto('supply_link')
          .values({
            market_id: market,
            id: deps.newId(),
            seller_id: id,
            buyer_id: ids.get(buyer) ?? '',
            valid_from: '2020-01-01',
          })
          .execute()
      await post(tx, deps, market, id, one.orders ?? [])
    }
    await rollUp(tx)
    await written(tx, deps)
  })
  return ids
}

async function post(
  tx: Tx,
  deps: Deps,
  market: string,
  account: string,
  orders: readonly Order[],
): Promise<void> {
  const rows = []
  for (const order of orders) {
    const millilitres = Math.round(order.litres * 1000)
    const amount = order.amount ?? order.litres * 4
    const cost = order.cost === undefined ? order.litres * 3 : order.cost
    const id = deps.newId()
    rows.push({
      market_id: market,
      id,
      batch_id: BATCH,
      line_key: createHash('sha256').update(id).digest().subarray(0, 16),
      kind: order.kind ?? 'sell_in',
      day: order.day,
      account_id: account,
      sku_id: await skuOf(tx, deps, order.sku ?? 'LAGER'),
      millilitres,
      milli_cases: Math.round(millilitres / 6),
      amount_minor: Math.round(amount * 100),
      cost_minor: cost === null ? null : Math.round(cost * 100),
      fingerprint: Buffer.alloc(16),
      sign: 1,
      recorded_at: deps.now(),
    })
  }
  if (rows.length > 0) await tx.q.insertInto('movement').values(rows).execute()
}

/** Makes both rollups of the whole ledger anew. */
async function rollUp(tx: Tx): Promise<void> {
  const sums = sql`sum(millilitres), coalesce(sum(milli_cases), 0), coalesce(sum(amount_minor), 0),
    coalesce(sum(cost_minor), 0), coalesce(sum(millilitres) FILTER (WHERE cost_minor IS NOT NULL), 0),
    coalesce(sum(amount_minor) FILTER (WHERE cost_minor IS NOT NULL), 0), sum(sign),
    coalesce(sum(sign) FILTER (WHERE cost_minor IS NOT NULL), 0) FROM movement`
  await sql`DELETE FROM rollup_day`.execute(tx.q)
  await sql`DELETE FROM rollup_month`.execute(tx.q)
  await sql`INSERT INTO rollup_day SELECT market_id, account_id, kind, day, ${sums} GROUP BY 1, 2, 3, 4`.execute(
    tx.q,
  )
  await sql`INSERT INTO rollup_month SELECT market_id, account_id, sku_id, kind, date_trunc('month', day)::date, ${sums}
    GROUP BY 1, 2, 3, 4, 5`.execute(tx.q)
}

/** Whatever is written leaves an audit entry in the chain of each market that it touches, and readers rely on that. */
export async function written(tx: Tx, deps: Deps): Promise<void> {
  const nodes = await tx.q
    .selectFrom('territory_node')
    .select('id')
    .where('kind', 'in', ['hq', 'market'])
    .orderBy('id')
    .execute()
  for (const { id } of nodes)
    await audit(
      tx,
      deps.newId,
      { actor: 'test', at: deps.now() },
      { market: id, action: 'test.plant', detail: {} },
    )
}

async function nodeOf(tx: Tx, code: string): Promise<string> {
  const key = codeKey(code)
  const node = await tx.q
    .selectFrom('territory_node')
    .select('id')
    .where((eb) => eb.or([eb('code_key', '=', key), eb('kind', '=', key)]))
    .executeTakeFirstOrThrow()
  return node.id
}

async function skuOf(tx: Tx, deps: Deps, code: string): Promise<string> {
  const there = await tx.q.selectFrom('sku').select('id').where('code', '=', code).executeTakeFirst()
  if (there) return there.id
  const id = deps.newId()
  await tx.q
    .insertInto('sku')
    .values({ id, code, code_key: codeKey(code), name: code })
    .execute()
  return id
}
