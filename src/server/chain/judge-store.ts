import { movementKinds } from '../../domain/chain/line.ts'
import type { Judged, Places } from '../../domain/chain/sheet.ts'
import type { Tx } from '../db/transaction.ts'

/**
 * What is odd about lines of the sheet, in the temporary table `odd`; a line that is not there is new and goes in.
 * r refused by the caller · u unchanged · c conflict with an earlier line of the file · o new, an equal of an earlier line ·
 * x corrects a line of the ledger · p new, of a day when its account was in another market · h its key belongs to a market out of the caller's reach.
 */

/** Lines of these accounts and products don't go in, whatever they say. */
export async function refuseLines(
  tx: Tx,
  accounts: readonly number[],
  skus: readonly number[],
): Promise<void> {
  if (accounts.length === 0 && skus.length === 0) return
  await tx.client.query(
    `INSERT INTO odd (n, verdict, equal) SELECT n, 'r', false FROM sheet
     WHERE account = ANY ($1::int4[]) OR sku = ANY ($2::int4[]) OR seller = ANY ($1::int4[])`,
    [accounts, skus],
  )
}

/** Two numbers turned out to stand for one account (or product): lines of `from` become lines of `to`. */
export async function mergeNumbers(
  tx: Tx,
  column: 'account' | 'sku',
  pairs: readonly (readonly [number, number])[],
): Promise<void> {
  if (pairs.length === 0) return
  const values = [pairs.map(([from]) => from), pairs.map(([, to]) => to)]
  const columns = column === 'account' ? ['account', 'seller'] : ['sku']
  for (const name of columns) {
    await tx.client.query(
      `UPDATE sheet SET ${name} = p.b FROM unnest($1::int4[], $2::int4[]) AS p (a, b) WHERE sheet.${name} = p.a`,
      values,
    )
  }
}

// NOT IN, since it is hashed: an anti join might scan `odd` once a line while the statement fills it.
const EQUALS_IN_FILE = `
  INSERT INTO odd (n, verdict, key, equal)
  SELECT n, CASE WHEN NOT numbered THEN 'o' WHEN print = first_print THEN 'u' ELSE 'c' END,
    CASE WHEN NOT numbered THEN substring(sha256(key || int4send(ordinal::int4)) FROM 1 FOR 16) END,
    NOT numbered AND print = first_print
  FROM (
    SELECT n, key, print, numbered, row_number() OVER w AS ordinal, first_value(print) OVER w AS first_print
    FROM sheet WHERE n NOT IN (SELECT odd.n FROM odd)
    WINDOW w AS (PARTITION BY key ORDER BY n)) AS lines
  WHERE ordinal > 1`

const KNOWN_TO_LEDGER = `
  INSERT INTO odd (n, verdict, key, market_id, movement_id, equal)
  SELECT s.n, CASE WHEN k.fingerprint = s.print THEN 'u' ELSE 'x' END, s.key, k.market_id, k.movement_id, false
  FROM sheet s JOIN line_key k ON k.key = s.key
  WHERE s.n NOT IN (SELECT odd.n FROM odd) AND ($1::uuid[] IS NULL OR k.market_id = ANY ($1))`

const EQUALS_KNOWN_TO_LEDGER = `
  UPDATE odd SET verdict = CASE WHEN k.fingerprint = s.print THEN 'u' ELSE 'x' END, market_id = k.market_id, movement_id = k.movement_id
  FROM sheet s, line_key k
  WHERE odd.verdict = 'o' AND s.n = odd.n AND k.key = odd.key AND ($1::uuid[] IS NULL OR k.market_id = ANY ($1))`

/** Compares the sheet's lines with each other and with the ledger. After `refuseLines`, before `postSheet`. */
export async function judge(tx: Tx): Promise<Judged> {
  const scope = tx.scope === '*' ? null : tx.scope
  await tx.client.query('ANALYZE odd')
  await tx.client.query(EQUALS_IN_FILE)
  await tx.client.query('ANALYZE odd')
  const ledger = await tx.client.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT FROM line_key WHERE $1::uuid[] IS NULL OR market_id = ANY ($1)) AS any',
    [scope],
  )
  if (ledger.rows[0]?.any === true) {
    await tx.client.query(KNOWN_TO_LEDGER, [scope])
    await tx.client.query(EQUALS_KNOWN_TO_LEDGER, [scope])
    await tx.client.query('ANALYZE odd')
  }
  const counts = await tx.client.query<Judged>(`
    SELECT count(*) FILTER (WHERE verdict = 'u') AS unchanged, count(*) FILTER (WHERE verdict = 'c') AS conflicts,
      count(*) FILTER (WHERE verdict = 'x') AS corrected, count(*) FILTER (WHERE equal) AS equal FROM odd`)
  return counts.rows[0] ?? { unchanged: 0, conflicts: 0, corrected: 0, equal: 0 }
}

/** Numbers of the lines that were refused here: conflicts, and keys out of reach. */
export async function refusedHere(tx: Tx): Promise<{ conflicts: number[]; outOfReach: number[] }> {
  const found = await tx.client.query<{ n: number; verdict: string }>(
    "SELECT n, verdict FROM odd WHERE verdict IN ('c', 'h') ORDER BY n",
  )
  const of = (verdict: string) => found.rows.filter((row) => row.verdict === verdict).map((row) => row.n)
  return { conflicts: of('c'), outOfReach: of('h') }
}

const MONTHS_THERE = `
  SELECT count(*) AS lines FROM sheet s
    JOIN unnest($1::int4[], $2::uuid[], $3::uuid[]) AS a (n, market, id) ON a.n = s.account
    JOIN unnest($4::int4[], $5::uuid[]) AS k (n, id) ON k.n = s.sku
  WHERE s.n NOT IN (SELECT odd.n FROM odd) AND EXISTS (
    SELECT FROM rollup_month r WHERE r.market_id = a.market AND r.account_id = a.id AND r.sku_id = k.id
      AND r.kind = (ARRAY['${movementKinds.join("','")}'])[s.kind + 1] AND r.month = s.month)`

/** New lines of a customer and product that have others of the same month and kind in the ledger. After `judge`, before `postSheet`. */
export async function monthsThere(tx: Tx, { accounts, skus }: Places): Promise<number> {
  const values = [accounts.n, accounts.market, accounts.id, skus.n, skus.id]
  const found = await tx.client.query<{ lines: number }>(MONTHS_THERE, values)
  return found.rows[0]?.lines ?? 0
}
