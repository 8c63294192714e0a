import { sql, type RawBuilder } from 'kysely'
import type { Move, Moves } from '../../domain/chain/account-move.ts'
import type { Tx } from '../db/transaction.ts'
import type { Whom } from './moved.ts'

/** All moves of accounts between markets, by account, in the order of their days. Needs scope '*'. */
export async function loadMoves(tx: Tx): Promise<Moves> {
  const found = await sql<Move & { id: string }>`
    SELECT account_id AS id, other_market AS "from", market_id AS "to", day FROM account_move WHERE side = 'from'
    ORDER BY account_id, day`.execute(tx.q)
  const moves = new Map<string, Move[]>()
  for (const { id, ...move } of found.rows) moves.set(id, [...(moves.get(id) ?? []), move])
  return moves
}

/** A condition on rows by their market and account: those of the markets, and of the accounts that came from elsewhere. */
export function among({ markets, from }: Whom, market: string, account: string): RawBuilder<boolean> {
  const own = sql<boolean>`${sql.ref(market)} = ANY (${markets}::uuid[])`
  if (from.markets.length === 0) return own
  return sql<boolean>`(${own} OR ${sql.ref(market)} = ANY (${from.markets}::uuid[])
    AND ${sql.ref(account)} = ANY (${from.accounts}::uuid[]))`
}
