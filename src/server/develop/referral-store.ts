import { sql } from 'kysely'
import type { ReferrerKind } from '../../domain/develop/prospect.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

type Of = {
  readonly market: string
  readonly id: string
  readonly account: string | null
  readonly referrerKind: ReferrerKind | null
  readonly referrerId: string | null
}

/** How the account of a prospect and its referrer are called, as far as the scope sees them. */
export async function namesOf(
  tx: Tx,
  { market, account, referrerKind, referrerId, mayAccounts }: Of & { readonly mayAccounts: boolean },
): Promise<{
  readonly account: { readonly id: string; readonly code: string; readonly name: string } | null
  readonly referrer: string | null
}> {
  const found = await sql<{ id: string; code: string; name: string }>`
    SELECT a.id, a.code, a.name FROM account a
    WHERE a.market_id = ${market}::uuid AND a.id = ${account}::uuid AND ${mayAccounts}`.execute(tx.q)
  const names =
    referrerKind === null || referrerKind === 'trader' || (referrerKind === 'account' && !mayAccounts)
      ? new Map<string, string>()
      : await referrerNames(tx, [{ kind: referrerKind, id: referrerId ?? '' }])
  return { account: found.rows[0] ?? null, referrer: names.get(`${referrerKind}:${referrerId}`) ?? null }
}

/** Names of accounts, prospects and campaigns within the scope, by `kind:id`. */
export async function referrerNames(
  tx: Tx,
  referrers: readonly { readonly kind: ReferrerKind; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: ReferrerKind) => referrers.filter((one) => one.kind === kind).map(({ id }) => id)
  const found = await sql<{ key: string; name: string }>`
    SELECT 'account:' || a.id AS key, a.name FROM account a
    WHERE a.id = ANY (${ids('account')}::uuid[]) AND ${reached(tx.scope, 'a.market_id')} AND a.withdrawn_at IS NULL
    UNION ALL
    SELECT 'prospect:' || p.id, p.name FROM prospect p
    WHERE p.id = ANY (${ids('prospect')}::uuid[]) AND ${reached(tx.scope, 'p.market_id')}
    UNION ALL
    SELECT 'campaign:' || c.id, c.name FROM campaign c
    WHERE c.id = ANY (${ids('campaign')}::uuid[]) AND ${reached(tx.scope, 'c.market_id')}`.execute(tx.q)
  return new Map(found.rows.map(({ key, name }) => [key, name]))
}

/** Prospects within the scope that came through this one, or through the account that it became. */
export async function loadBrought(
  tx: Tx,
  { id, account }: Of,
): Promise<readonly { readonly id: string; readonly name: string; readonly stage: string }[]> {
  const found = await sql<{ id: string; name: string; stage: string }>`
    SELECT p.id, p.name, p.stage FROM prospect p
    WHERE ${reached(tx.scope, 'p.market_id')} AND ((p.referrer_kind = 'prospect' AND p.referrer_id = ${id}::uuid)
      OR (p.referrer_kind = 'account' AND p.referrer_id = ${account}::uuid))
    ORDER BY p.found_on DESC, p.id LIMIT 100`.execute(tx.q)
  return found.rows
}
