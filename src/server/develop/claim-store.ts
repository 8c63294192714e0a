import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import { within, type Scope } from '../../domain/chain/reach.ts'
import type { ClaimState } from '../../domain/develop/claim.ts'
import type { PeriodKind } from '../../domain/develop/trade-policy.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type ClaimRow = {
  readonly market: string
  readonly id: string
  readonly account: string
  readonly accountName: string
  readonly marketName: string
  readonly policy: string
  readonly policyCode: string
  readonly policyName: string
  readonly period: Day
  readonly periodKind: PeriodKind
  readonly state: ClaimState
  readonly askedMinor: number
  readonly approvedMinor: number
  readonly settledMinor: number
  readonly words: string
  readonly reason: string
  readonly sentOn: Day
  readonly sentBy: string
  readonly sender: string
  readonly decidedOn: Day | null
  readonly decidedBy: string | null
}

type Ask = {
  readonly id?: string
  readonly state?: ClaimState | undefined
  readonly policy?: string | undefined
  readonly account?: string | undefined
  readonly todo?: Todo | undefined
  readonly markets?: Scope
}
export type Todo = 'decide' | 'pay' | 'done'

/** What is to be done about a claim `c`. */
const todoOf = sql<Todo>`CASE WHEN c.state = 'open' THEN 'decide' WHEN c.settled_minor < c.approved_minor THEN 'pay' ELSE 'done' END`

/** Claims of the scope, those sent last first. */
export async function loadClaims(
  tx: Tx,
  { id, state, policy, account, todo, markets = '*' }: Ask,
  limit = 1,
): Promise<readonly ClaimRow[]> {
  const found = await sql<ClaimRow>`
    SELECT c.market_id AS market, c.id, c.account_id AS account, a.name AS "accountName", n.name AS "marketName", c.policy_id AS policy,
      p.code AS "policyCode", p.draft ->> 'name' AS "policyName", c.period, p.draft ->> 'period' AS "periodKind", c.state, c.asked_minor AS "askedMinor", c.approved_minor AS "approvedMinor",
      c.settled_minor AS "settledMinor", c.words, c.reason, c.sent_on AS "sentOn", c.sent_by AS sender,
      coalesce(s.name, c.sent_by) AS "sentBy", c.decided_on AS "decidedOn", coalesce(d.name, c.decided_by) AS "decidedBy"
    FROM claim c JOIN account a ON a.market_id = c.market_id AND a.id = c.account_id JOIN trade_policy p ON p.id = c.policy_id
      JOIN territory_node n ON n.id = c.market_id
      LEFT JOIN person s ON c.sent_by = 'person:' || s.id LEFT JOIN person d ON c.decided_by = 'person:' || d.id
    WHERE ${reached(within(tx.scope, markets), 'c.market_id')} AND ${id === undefined ? sql`true` : sql`c.id = ${id}::uuid`}
      AND ${state === undefined ? sql`true` : sql`c.state = ${state}`}
      AND ${policy === undefined ? sql`true` : sql`c.policy_id = ${policy}::uuid`}
      AND ${account === undefined ? sql`true` : sql`c.account_id = ${account}::uuid`}
      AND ${todo === undefined ? sql`true` : sql`${todoOf} = ${todo}`}
    ORDER BY c.made_at DESC, c.id DESC LIMIT ${limit}`.execute(tx.q)
  return found.rows
}

/** How many claims of the scope wait to be decided and to be paid, and for how much, minor units. */
export async function claimsToDo(tx: Tx, markets: Scope) {
  const found = await sql<{ todo: Todo; n: number; minor: number }>`
    SELECT ${todoOf} AS todo, count(*)::int AS n,
      sum(CASE c.state WHEN 'open' THEN c.asked_minor ELSE c.approved_minor - c.settled_minor END)::bigint AS minor
    FROM claim c WHERE ${reached(within(tx.scope, markets), 'c.market_id')} GROUP BY 1`.execute(tx.q)
  const of = (todo: Todo) => {
    const row = found.rows.find((one) => one.todo === todo)
    return { n: row?.n ?? 0, minor: row?.minor ?? 0 }
  }
  return { decide: of('decide'), pay: of('pay') }
}

type Unit = {
  readonly market: string
  readonly ids: readonly string[]
  readonly policy: string
  readonly period: Day
}

/**
 * What was posted for a unit and what its claims have taken, over all that count for the account. With `lock` the account is held first,
 * then the policy, then the unit: everybody who does so takes them in this order. An import holds its units first and then refers to the
 * policy: it is held so that one may refer to it, or the two would wait for each other.
 */
export async function unitRoom(
  tx: Tx,
  { market, ids, policy, period }: Unit,
  { lock }: { readonly lock: boolean },
): Promise<{
  readonly accrued: number
  readonly claimed: number
  readonly budget: number
  readonly held: number
}> {
  if (lock)
    await sql`SELECT id FROM account WHERE market_id = ${market}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR KEY SHARE`.execute(
      tx.q,
    )
  const found = await sql<{ budget: number; held: number }>`
    SELECT budget_minor AS budget, held_minor AS held FROM trade_policy WHERE id = ${policy}::uuid ${lock ? sql`FOR NO KEY UPDATE` : sql``}`.execute(
    tx.q,
  )
  const balances = await sql<{ minor: number }>`
    SELECT b.accrued_minor AS minor FROM policy_balance b
    WHERE b.market_id = ${market}::uuid AND b.account_id = ANY (${ids}::uuid[]) AND b.policy_id = ${policy}::uuid AND b.period = ${period}::date
    ORDER BY b.account_id ${lock ? sql`FOR UPDATE` : sql``}`.execute(tx.q)
  const claims = await sql<{ minor: number }>`
    SELECT coalesce(sum(CASE c.state WHEN 'open' THEN c.asked_minor ELSE c.approved_minor END), 0)::bigint AS minor FROM claim c
    WHERE c.market_id = ${market}::uuid AND c.account_id = ANY (${ids}::uuid[]) AND c.policy_id = ${policy}::uuid
      AND c.period = ${period}::date AND c.state IN ('open', 'approved')`.execute(tx.q)
  return {
    accrued: balances.rows.reduce((sum, { minor }) => sum + minor, 0),
    claimed: claims.rows[0]?.minor ?? 0,
    budget: found.rows[0]?.budget ?? 0,
    held: found.rows[0]?.held ?? 0,
  }
}

/** Takes so much of a policy's budget, or gives it back (below zero). The database stops what would be more than the budget. */
export async function hold(tx: Tx, policy: string, minor: number): Promise<void> {
  await sql`UPDATE trade_policy SET held_minor = held_minor + ${minor} WHERE id = ${policy}::uuid`.execute(
    tx.q,
  )
}

export type EvidenceRow = { readonly record: string; readonly digest: Buffer; readonly name: string }

/** Which of these are files that stand with the account. */
export async function filesOf(
  tx: Tx,
  { market, ids }: Pick<Unit, 'market' | 'ids'>,
  records: readonly string[],
): Promise<readonly EvidenceRow[]> {
  const found = await sql<EvidenceRow>`
    SELECT r.id AS record, r.digest, r.name FROM account_record r
    WHERE r.market_id = ${market}::uuid AND r.account_id = ANY (${ids}::uuid[]) AND r.id = ANY (${records}::uuid[])
      AND r.kind = 'file' AND r.withdrawn_at IS NULL AND r.digest IS NOT NULL`.execute(tx.q)
  return found.rows
}

/** A claim that these bytes show already. */
export async function usedBy(
  tx: Tx,
  market: string,
  digests: readonly Buffer[],
): Promise<{ readonly digest: Buffer; readonly day: Day } | undefined> {
  const found = await sql<{ digest: Buffer; day: Day }>`
    SELECT e.digest, c.sent_on AS day FROM claim_evidence e JOIN claim c ON c.market_id = e.market_id AND c.id = e.claim_id
    WHERE e.market_id = ${market}::uuid AND e.counts AND e.digest = ANY (${digests}::bytea[]) LIMIT 1`.execute(
    tx.q,
  )
  return found.rows[0]
}

export async function insertClaim(
  tx: Tx,
  unit: Unit & { readonly id: string; readonly account: string },
  claim: { readonly asked: number; readonly words: string; readonly files: readonly EvidenceRow[] },
  { actor, at, today }: { readonly actor: string; readonly at: Date; readonly today: Day },
): Promise<void> {
  const { market, id, account, policy, period } = unit
  await tx.q
    .insertInto('claim')
    .values({
      market_id: market,
      id,
      account_id: account,
      policy_id: policy,
      period,
      state: 'open',
      asked_minor: claim.asked,
      words: claim.words,
      sent_on: today,
      sent_by: actor,
      made_at: at,
    })
    .execute()
  if (claim.files.length === 0) return
  await tx.q
    .insertInto('claim_evidence')
    .values(
      claim.files.map(({ record, digest }) => ({
        market_id: market,
        claim_id: id,
        record_id: record,
        digest,
        counts: true,
      })),
    )
    .execute()
}

type At = { readonly market: string; readonly id: string }

/** How a claim ended, or what was approved of it. A claim that comes to nothing sets its files free. */
export async function endClaim(
  tx: Tx,
  { market, id }: At,
  end: {
    readonly state: 'approved' | 'refused' | 'withdrawn'
    readonly approved: number
    readonly reason: string
    /** Null where it was taken back: `withdrawnOn` says when. */
    readonly by: { readonly actor: string; readonly today: Day } | null
    readonly withdrawnOn?: Day
  },
): Promise<void> {
  await tx.q
    .updateTable('claim')
    .set({
      state: end.state,
      approved_minor: end.approved,
      reason: end.reason,
      decided_on: end.by?.today ?? null,
      decided_by: end.by?.actor ?? null,
      withdrawn_on: end.withdrawnOn ?? null,
    })
    .where('market_id', '=', market)
    .where('id', '=', id)
    .execute()
  if (end.state === 'approved') return
  await tx.q
    .updateTable('claim_evidence')
    .set({ counts: false })
    .where('market_id', '=', market)
    .where('claim_id', '=', id)
    .execute()
}

export type SettlementRow = {
  readonly how: 'credit' | 'cash' | 'goods'
  readonly amountMinor: number
  readonly sku: string | null
  readonly cases: number | null
  readonly on: Day
}

export async function insertSettlement(
  tx: Tx,
  { market, id }: At,
  paid: Omit<SettlementRow, 'on'> & { readonly id: string },
  { actor, at, today }: { readonly actor: string; readonly at: Date; readonly today: Day },
): Promise<void> {
  await tx.q
    .insertInto('settlement')
    .values({
      market_id: market,
      id: paid.id,
      claim_id: id,
      how: paid.how,
      amount_minor: paid.amountMinor,
      sku_id: paid.sku,
      cases: paid.cases,
      settled_on: today,
      made_by: actor,
      made_at: at,
    })
    .execute()
  await sql`UPDATE claim SET settled_minor = settled_minor + ${paid.amountMinor} WHERE market_id = ${market}::uuid AND id = ${id}::uuid`.execute(
    tx.q,
  )
}

export async function partsOf(tx: Tx, { market, id }: At) {
  const evidence = await sql<{ record: string; name: string }>`
    SELECT e.record_id AS record, r.name FROM claim_evidence e
      JOIN account_record r ON r.market_id = e.market_id AND r.id = e.record_id AND r.withdrawn_at IS NULL
    WHERE e.market_id = ${market}::uuid AND e.claim_id = ${id}::uuid ORDER BY r.name, r.id`.execute(tx.q)
  const settlements = await sql<SettlementRow>`
    SELECT s.how, s.amount_minor AS "amountMinor", k.name AS sku, s.cases, s.settled_on AS on
    FROM settlement s LEFT JOIN sku k ON k.id = s.sku_id
    WHERE s.market_id = ${market}::uuid AND s.claim_id = ${id}::uuid ORDER BY s.made_at, s.id`.execute(tx.q)
  return { evidence: [...evidence.rows], settlements: [...settlements.rows] }
}

export async function skuThere(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.q
    .selectFrom('sku')
    .select('id')
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
