import { sql } from 'kysely'
import type { Caller } from '../../domain/chain/reach.ts'
import { refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { waitForLedger } from '../db/ledger-lock.ts'
import { inScope, type Tx } from '../db/transaction.ts'

type Row = {
  readonly id: string
  readonly market_id: string
  readonly code: string
  readonly parent_id: string | null
  readonly merged_into: string | null
  readonly tier: string
}

type MergeProblem =
  | 'account/missing'
  | 'account/merge-self'
  | 'account/merge-child'
  | 'account/merge-market'
  | 'account/merged-already'
  | 'account/merge-tier'

/** What hangs on who counts for whom, handed over by the app: in the transaction that changes it. */
export type AfterMerge = (
  tx: Tx,
  deps: Deps,
  change: { readonly market: string; readonly accounts: readonly string[]; readonly at: Date },
) => Promise<void>

export type Merged = { readonly account: string; readonly into: string | null }

/** Locks the rows in one order, so that two people who merge the same pair the other way round do not wait for each other. */
async function accounts({ q, scope }: Tx, ids: readonly string[]): Promise<readonly Row[]> {
  let query = q
    .selectFrom('account')
    .select(['id', 'market_id', 'code', 'parent_id', 'merged_into', 'tier'])
    .where('id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .where('moved_to_market', 'is', null)
  if (scope !== '*') query = query.where('market_id', 'in', scope.length === 0 ? [noMarket] : [...scope])
  return query.orderBy('id').forUpdate().execute()
}

/** Whether one stands above the other, however far, in one market. */
export async function related(
  { q }: Tx,
  market: string,
  one: { readonly id: string },
  two: { readonly id: string },
): Promise<boolean> {
  const found = await sql<{ id: string }>`
    WITH RECURSIVE up AS (
      SELECT id AS start, id, parent_id, 0 AS steps FROM account
      WHERE market_id = ${market}::uuid AND id IN (${one.id}::uuid, ${two.id}::uuid)
      UNION ALL
      SELECT up.start, a.id, a.parent_id, up.steps + 1
      FROM up JOIN account a ON a.market_id = ${market}::uuid AND a.id = up.parent_id WHERE up.steps < 100
    )
    SELECT id FROM up WHERE steps > 0 AND id IN (${one.id}::uuid, ${two.id}::uuid) AND id <> start LIMIT 1`.execute(
    q,
  )
  return found.rows.length > 0
}

const noMarket = '00000000-0000-0000-0000-000000000000'

/**
 * One firm under two codes: from now on `account` counts for `into`, in every reading and on every day. Movements stay where
 * they were posted, so that `unmerge` needs to forget one field only.
 */
export async function merge(
  deps: Deps,
  caller: Caller,
  ask: { readonly account: string; readonly into: string },
  after: AfterMerge,
): Promise<Result<Merged, MergeProblem>> {
  if (ask.account === ask.into) return refuse('account/merge-self')
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    await waitForLedger(tx)
    const found = await accounts(tx, [ask.account, ask.into])
    const one = found.find((row) => row.id === ask.account)
    const into = found.find((row) => row.id === ask.into)
    if (!one || !into) return refuse('account/missing')
    if (one.merged_into !== null || into.merged_into !== null)
      return refuse('account/merged-already', { account: one.merged_into === null ? into.code : one.code })
    if (one.market_id !== into.market_id) return refuse('account/merge-market')
    if (one.tier !== into.tier) return refuse('account/merge-tier')
    if (await related(tx, one.market_id, one, into)) return refuse('account/merge-child')
    await point(tx, one, into.id)
    await after(tx, deps, { market: one.market_id, accounts: [one.id, into.id], at })
    const detail = { account: one.code, into: into.code }
    const entry = { market: one.market_id, action: 'account.merge', subject: one.id, detail }
    await audit(tx, deps.newId, { actor: caller.actor, at }, entry)
    return { ok: true, value: { account: one.id, into: into.id } }
  })
}

/** The account counts for itself again. What was merged into it before stays with it. */
export async function unmerge(
  deps: Deps,
  caller: Caller,
  account: string,
  after: AfterMerge,
): Promise<Result<Merged, 'account/missing' | 'account/not-merged'>> {
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    await waitForLedger(tx)
    const [one] = await accounts(tx, [account])
    if (!one) return refuse('account/missing')
    if (one.merged_into === null) return refuse('account/not-merged')
    await point(tx, one, null)
    await after(tx, deps, { market: one.market_id, accounts: [one.id, one.merged_into], at })
    const detail = { account: one.code, from: one.merged_into }
    const entry = { market: one.market_id, action: 'account.unmerge', subject: one.id, detail }
    await audit(tx, deps.newId, { actor: caller.actor, at }, entry)
    return { ok: true, value: { account: one.id, into: null } }
  })
}

async function point({ q }: Tx, account: Row, into: string | null): Promise<void> {
  await q
    .updateTable('account')
    .set({ merged_into: into })
    .where('market_id', '=', account.market_id)
    .where('id', '=', account.id)
    .execute()
}
