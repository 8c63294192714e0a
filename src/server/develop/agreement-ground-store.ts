import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Ground } from '../../domain/develop/agreement/territory-overlap.ts'
import type { Tx } from '../db/transaction.ts'
import type { AgreementAt } from './agreement-store.ts'

type Of = AgreementAt & { readonly version: number; readonly code: string }

export async function writeGround(tx: Tx, { id, version, code }: Of, ground: Ground): Promise<void> {
  await tx.q
    .insertInto('agreement_ground')
    .values(
      [...ground.markets].map((market) => ({
        market_id: market,
        agreement_id: id,
        version,
        code,
        products: ground.products && [...ground.products],
        from_on: ground.from,
        to_on: ground.to,
        exclusive: ground.exclusive,
      })),
    )
    .execute()
}

export type OtherGround = Ground & { readonly id: string; readonly code: string }

type Row = {
  readonly id: string
  readonly code: string
  readonly markets: readonly string[]
  readonly products: readonly string[] | null
  readonly from: Day
  readonly to: Day
  readonly exclusive: boolean
}

/** What other agreements were given in these markets at these days, the oldest first. */
export async function othersThere(tx: Tx, id: string, ground: Ground): Promise<readonly OtherGround[]> {
  const found = await sql<Row>`
    SELECT g.agreement_id AS id, g.code, array_agg(g.market_id ORDER BY g.market_id) AS markets, g.products, g.from_on AS "from",
      g.to_on AS "to", g.exclusive
    FROM agreement_ground g
    WHERE g.market_id = ANY (${[...ground.markets]}::uuid[]) AND g.agreement_id <> ${id}::uuid
      AND g.from_on <= ${ground.to}::date AND g.to_on >= ${ground.from}::date
    GROUP BY g.agreement_id, g.version, g.code, g.products, g.from_on, g.to_on, g.exclusive ORDER BY g.code, g.version`.execute(
    tx.q,
  )
  return found.rows.map(({ markets, products, ...row }) => ({
    ...row,
    markets: new Set(markets),
    products: products && new Set(products),
  }))
}

/** Reasons for which others may stand on the ground of a version, by their agreement. */
export async function loadWaivers(
  tx: Tx,
  { market, id, version }: Omit<Of, 'code'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.q
    .selectFrom('agreement_waiver')
    .select(['other_id', 'reason'])
    .where('market_id', '=', market)
    .where('agreement_id', '=', id)
    .where('version', '=', version)
    .execute()
  return new Map(rows.map(({ other_id, reason }) => [other_id, reason]))
}

export async function insertWaivers(
  tx: Tx,
  { market, id, version }: Omit<Of, 'code'>,
  others: readonly string[],
  reason: string,
  { actor, at }: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx.q
    .insertInto('agreement_waiver')
    .values(
      others.map((other) => ({
        market_id: market,
        agreement_id: id,
        version,
        other_id: other,
        reason,
        made_by: actor,
        made_at: at,
      })),
    )
    .execute()
}

/** Another agreement of an account that was activated and counts on one of these days. */
export async function otherOfAccount(
  tx: Tx,
  { market, id }: AgreementAt,
  account: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<string | undefined> {
  const found = await sql<{ code: string }>`
    SELECT a.code FROM agreement a JOIN agreement_version v ON v.market_id = a.market_id AND v.agreement_id = a.id
    WHERE a.market_id = ${market}::uuid AND a.account_id = ${account}::uuid AND a.id <> ${id}::uuid
      AND v.from_on <= ${to}::date AND coalesce(v.ended_on, v.to_on) >= ${from}::date
      AND EXISTS (SELECT FROM agreement_event e WHERE e.market_id = v.market_id AND e.agreement_id = v.agreement_id
        AND e.version = v.version AND e.kind = 'activated')
    ORDER BY a.code LIMIT 1`.execute(tx.q)
  return found.rows[0]?.code
}

/** Names of markets and products, for what is said of them. */
export async function namesOn(tx: Tx, markets: readonly string[], products: readonly string[]) {
  const places = await sql<{ id: string; name: string }>`
    SELECT id, name FROM territory_node WHERE id = ANY (${markets}::uuid[])`.execute(tx.q)
  const skus = await sql<{ id: string; name: string }>`
    SELECT id, name FROM sku WHERE id = ANY (${products}::uuid[])`.execute(tx.q)
  const named = ({ rows }: typeof places) => Object.fromEntries(rows.map(({ id, name }) => [id, name]))
  return { markets: named(places), products: named(skus) }
}
