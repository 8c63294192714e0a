import type { Move } from '../../domain/chain/account-move.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** The moves of these accounts as far as the scope sees where they arrived, by account, the earliest first. */
export async function movesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Move[]>> {
  const found = await tx.client.query<Move & { id: string }>(
    `SELECT account_id AS id, other_market AS "from", market_id AS "to", day FROM account_move
     WHERE side = 'from' AND account_id = ANY ($1::uuid[]) AND ($2::uuid[] IS NULL OR market_id = ANY ($2)) ORDER BY day`,
    [ids, tx.scope === '*' ? null : tx.scope],
  )
  const moves = new Map<string, Move[]>()
  for (const { id, ...move } of found.rows) moves.set(id, [...(moves.get(id) ?? []), move])
  return moves
}

/** Accounts of a market that count for one of these, through however many merges. */
export async function mergedInto(tx: Tx, market: string, ids: readonly string[]): Promise<readonly string[]> {
  const found = await tx.client.query<{ id: string }>(
    `WITH RECURSIVE down AS (
       SELECT id, 0 AS steps FROM account WHERE market_id = $1 AND id = ANY ($2::uuid[])
       UNION ALL
       SELECT a.id, down.steps + 1 FROM down JOIN account a ON a.market_id = $1 AND a.merged_into = down.id WHERE down.steps < 100)
     SELECT DISTINCT id FROM down WHERE steps > 0`,
    [market, ids],
  )
  return found.rows.map(({ id }) => id)
}

type Moving = Move & { readonly ids: readonly string[] }

const COPIED =
  'code, name, name_as_of, tier, merged_into, address, city, latitude, longitude, phone, contact, channel, owner_id, grams, opened_on, closed_on'

/**
 * The row in the new market, made or brought back; the old one stays with its history and says where the account went. Who stood above
 * it stays so only where they come along.
 */
const ARRIVES = `
  INSERT INTO account (market_id, id, parent_id, ${COPIED})
  SELECT $2, id, CASE WHEN parent_id = ANY ($3::uuid[]) THEN parent_id END, ${COPIED} FROM account
  WHERE market_id = $1 AND id = ANY ($3::uuid[])
  ON CONFLICT (market_id, id) DO UPDATE SET (parent_id, ${COPIED}) = ROW (excluded.parent_id,
    ${COPIED.split(', ')
      .map((name) => `excluded.${name}`)
      .join(', ')}), moved_to_market = NULL, batch_id = NULL, withdrawn_at = NULL`

const LEAVES = `UPDATE account SET moved_to_market = $2, batch_id = NULL WHERE market_id = $1 AND id = ANY ($3::uuid[])`

const SIDES = `
  INSERT INTO account_move (market_id, account_id, side, other_market, day)
  SELECT here, id, side, other, $4 FROM unnest($3::uuid[]) AS a (id), (VALUES ($1::uuid, 'to', $2::uuid), ($2, 'from', $1)) AS s (here, side, other)`

/** From now on its codes lead to the new market; lines of earlier days find their way by the move. */
const OLD_KEYS =
  'DELETE FROM account_key WHERE market_id = $1 AND account_id = ANY ($2::uuid[]) RETURNING code_key AS key, account_id AS id'
const NEW_KEYS = `INSERT INTO account_key (code_key, market_id, account_id)
  SELECT key, $1, id FROM jsonb_to_recordset($2) AS r (key text, id uuid)`

const OPEN_LINKS = `
  SELECT seller_id AS seller, buyer_id AS buyer, greatest(valid_from, $3) AS "from", valid_to AS "to" FROM supply_link
  WHERE market_id = $1 AND buyer_id = ANY ($2::uuid[]) AND (valid_to IS NULL OR valid_to > $3)`
const LATER_LINKS =
  'DELETE FROM supply_link WHERE market_id = $1 AND buyer_id = ANY ($2::uuid[]) AND valid_from >= $3'
const END_LINKS = `UPDATE supply_link SET valid_to = $3
  WHERE market_id = $1 AND buyer_id = ANY ($2::uuid[]) AND valid_from < $3 AND (valid_to IS NULL OR valid_to > $3)`
const NEW_LINKS = `INSERT INTO supply_link (market_id, id, seller_id, buyer_id, valid_from, valid_to)
  SELECT $1, id, seller, buyer, "from", "to" FROM jsonb_to_recordset($2) AS r (id uuid, seller uuid, buyer uuid, "from" date, "to" date)`

/** Moves accounts with everything that says who and where they are; their movements, notes and facts stay where they were written. */
export async function moveRows(tx: Tx, { from, to, day, ids }: Moving, newId: () => string): Promise<void> {
  const query = tx.client.query.bind(tx.client)
  await query(ARRIVES, [from, to, ids])
  await query(LEAVES, [from, to, ids])
  await query(SIDES, [from, to, ids, day])
  const keys = await query<{ key: string; id: string }>(OLD_KEYS, [from, ids])
  await query(NEW_KEYS, [to, JSON.stringify(keys.rows)])
  const links = await query<{ seller: string; buyer: string; from: Day; to: Day | null }>(OPEN_LINKS, [
    from,
    ids,
    day,
  ])
  await query(LATER_LINKS, [from, ids, day])
  await query(END_LINKS, [from, ids, day])
  await query(NEW_LINKS, [to, JSON.stringify(links.rows.map((link) => ({ ...link, id: newId() })))])
}
