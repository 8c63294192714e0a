import { sql } from 'kysely'
import { within, type Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { StandingPolicy } from '../../domain/develop/policy-attribution.ts'
import { policyOfDraft, type PolicyDraft } from '../../domain/develop/trade-policy-draft.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type PolicyRow = {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly draft: PolicyDraft
  /** Null: all of them. */
  readonly markets: readonly string[] | null
  readonly budgetMinor: number
  readonly heldMinor: number
}

/** A policy has no market of its own: it is in sight where it speaks to one of the scope. */
const inSight = (scope: Scope) =>
  scope === '*' ? sql<boolean>`true` : sql<boolean>`(p.markets IS NULL OR p.markets && ${scope}::uuid[])`

/** Policies that speak to a market of the scope, the newest first. `lock`: for who is about to change one. */
export async function loadPolicies(
  tx: Tx,
  scope: Scope,
  {
    id,
    lock = false,
    limit,
  }: { readonly id?: string; readonly lock?: boolean; readonly limit?: number } = {},
): Promise<readonly PolicyRow[]> {
  const found = await sql<PolicyRow>`
    SELECT p.id, p.code, p.version, p.draft, p.markets, p.budget_minor AS "budgetMinor", p.held_minor AS "heldMinor"
    FROM trade_policy p
    WHERE ${inSight(within(scope, tx.scope))} AND ${id === undefined ? sql`true` : sql`p.id = ${id}::uuid`}
    ORDER BY p.from_on DESC, p.code DESC ${limit === undefined ? sql`` : sql`LIMIT ${limit}`} ${lock ? sql`FOR NO KEY UPDATE OF p` : sql``}`.execute(
    tx.q,
  )
  return found.rows
}

export function standingOf({ id, code, version, draft, markets }: PolicyRow): StandingPolicy {
  return { id, code, version, policy: policyOfDraft(draft, markets) }
}

export async function nextCode(tx: Tx): Promise<string> {
  const found = await sql<{ n: number }>`SELECT count(*)::int + 1 AS n FROM trade_policy`.execute(tx.q)
  return `P-${String(found.rows[0]?.n ?? 1).padStart(3, '0')}`
}

type Stamp = { readonly actor: string; readonly at: Date }
type Written = Pick<PolicyRow, 'id' | 'version' | 'draft' | 'markets'>

function columns({ version, draft, markets }: Written) {
  return {
    version,
    draft: JSON.stringify(draft),
    markets: markets === null ? null : [...markets],
    from_on: draft.from,
    to_on: draft.to,
    budget_minor: draft.budgetMinor ?? 0,
  }
}

export async function insertPolicy(
  tx: Tx,
  one: Written & { readonly code: string },
  { actor, at }: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('trade_policy')
    .values({ id: one.id, code: one.code, ...columns(one), made_by: actor, made_at: at })
    .execute()
  await insertVersion(tx, one, { actor, at })
}

export async function updatePolicy(tx: Tx, one: Written, stamp: Stamp): Promise<void> {
  await tx.q.updateTable('trade_policy').set(columns(one)).where('id', '=', one.id).execute()
  await insertVersion(tx, one, stamp)
}

async function insertVersion(
  tx: Tx,
  { id, version, draft, markets }: Written,
  { actor, at }: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('trade_policy_version')
    .values({
      policy_id: id,
      version,
      draft: JSON.stringify(draft),
      markets: markets === null ? null : [...markets],
      made_by: actor,
      made_at: at,
    })
    .execute()
}

export type VersionRow = {
  readonly version: number
  readonly by: string
  readonly at: Date
  readonly draft: PolicyDraft
}

/** The agreement of which a policy is the rebate; null: somebody made it by itself. */
export async function agreementOf(
  tx: Tx,
  policy: string,
): Promise<{ readonly id: string; readonly code: string } | null> {
  const found = await sql<{ id: string; code: string }>`
    SELECT a.id, a.code FROM agreement_version v JOIN agreement a ON a.market_id = v.market_id AND a.id = v.agreement_id
    WHERE v.policy_id = ${policy}::uuid AND ${reached(tx.scope, 'v.market_id')}`.execute(tx.q)
  return found.rows[0] ?? null
}

/** All that a policy has ever said, the latest first. */
export async function loadVersions(tx: Tx, id: string): Promise<readonly VersionRow[]> {
  const found = await sql<VersionRow>`
    SELECT v.version, coalesce(p.name, v.made_by) AS by, v.made_at AS at, v.draft
    FROM trade_policy_version v LEFT JOIN person p ON v.made_by = 'person:' || p.id
    WHERE v.policy_id = ${id}::uuid ORDER BY v.version DESC`.execute(tx.q)
  return found.rows
}

/** What was posted for policies in the scope, minor units; `policy`: for that one alone. */
export async function accruedBy(
  tx: Tx,
  { policy = null, markets = '*' }: { readonly policy?: string | null; readonly markets?: Scope } = {},
): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ id: string; minor: number }>`
    SELECT b.policy_id AS id, sum(b.accrued_minor)::bigint AS minor FROM policy_balance b
    WHERE ${reached(within(tx.scope, markets), 'b.market_id')} AND (${policy}::uuid IS NULL OR b.policy_id = ${policy}::uuid) GROUP BY 1`.execute(
    tx.q,
  )
  return new Map(found.rows.map(({ id, minor }) => [id, minor]))
}

export type UnitRow = {
  readonly market: string
  readonly account: string
  readonly accountCode: string
  readonly accountName: string
  readonly period: Day
  readonly quantity: number
  readonly base: number
  readonly confirmed: boolean
  readonly accruedMinor: number
}

/** A policy's units in the scope, those with most first. */
export async function loadUnits(tx: Tx, policy: string, limit: number): Promise<readonly UnitRow[]> {
  const found = await sql<UnitRow>`
    SELECT b.market_id AS market, b.account_id AS account, a.code AS "accountCode", a.name AS "accountName", b.period, b.quantity,
      b.base, b.confirmed, b.accrued_minor AS "accruedMinor"
    FROM policy_balance b JOIN account a ON a.market_id = b.market_id AND a.id = b.account_id
    WHERE b.policy_id = ${policy}::uuid AND ${reached(tx.scope, 'b.market_id')} AND (b.accrued_minor <> 0 OR b.quantity <> 0 OR b.confirmed)
    ORDER BY b.accrued_minor DESC, a.code, b.period LIMIT ${limit}`.execute(tx.q)
  return found.rows
}

/** Accounts of the scope among some, and products, as a new policy asks for them. */
export async function loadGround(
  tx: Tx,
  { accounts, skus }: Pick<PolicyDraft, 'accounts' | 'skus'>,
): Promise<{
  readonly accounts: ReadonlyMap<
    string,
    { readonly id: string; readonly code: string; readonly name: string }
  >
  readonly skus: readonly {
    readonly id: string
    readonly code: string
    readonly packs: readonly { from: Day; to: Day | null }[]
  }[]
}> {
  const known = await sql<{ id: string; code: string; name: string }>`
    SELECT a.id, a.code, a.name FROM account a WHERE a.id = ANY (${accounts ?? []}::uuid[]) AND a.withdrawn_at IS NULL
      AND ${reached(tx.scope, 'a.market_id')} ORDER BY a.moved_to_market IS NOT NULL DESC, a.code`.execute(
    tx.q,
  )
  const products = await sql<{ id: string; code: string; packs: { from: Day; to: Day | null }[] }>`
    SELECT s.id, s.code, coalesce((SELECT jsonb_agg(jsonb_build_object('from', p.valid_from, 'to', p.valid_to) ORDER BY p.valid_from)
      FROM sku_period p WHERE p.sku_id = s.id AND p.pack_units IS NOT NULL), '[]') AS packs
    FROM sku s WHERE s.id = ANY (${skus ?? []}::uuid[]) AND s.withdrawn_at IS NULL`.execute(tx.q)
  return { accounts: new Map(known.rows.map((row) => [row.id, row])), skus: products.rows }
}

/** The node of the whole company: the chain of the audit for what belongs to no market. */
export async function headquarters(tx: Tx): Promise<string> {
  const row = await tx.q
    .selectFrom('territory_node')
    .select('id')
    .where('kind', '=', 'hq')
    .executeTakeFirstOrThrow()
  return row.id
}
