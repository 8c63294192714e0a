import { movementKinds } from '../../domain/chain/line.ts'
import type { BatchOfPostings, Places, Posted, PostedMarket } from '../../domain/chain/sheet.ts'
import type { Tx } from '../db/transaction.ts'

const KINDS = `(ARRAY['${movementKinds.join("','")}'])[s.kind + 1]`

/** The tail of an id is the line's number; reversals count in the upper half. */
const ID = "($1 || lpad(to_hex(s.n), 8, '0'))::uuid"

/**
 * What is not odd goes in, and some of what is. Said with coalesce, which the planner takes for half of the lines: from "is null
 * or" it expects one line where few are odd, and then walks through all accounts once for each of millions.
 */
const NOT_BARRED = "coalesce(o.verdict IN ('o', 'x', 'p'), true)"

const GOES_IN = `
  FROM sheet s JOIN place_account a ON a.n = s.account LEFT JOIN odd o ON o.n = s.n
  WHERE ${NOT_BARRED}`

const MARKET = 'coalesce(o.post_market, a.market_id)'

/** `r`: the place in the order of the rollups' keys. Sorting by it is sorting by them, at the price of an integer. */
const PLACE_ACCOUNTS = `
  INSERT INTO place_account SELECT n, market_id, account_id, row_number() OVER (ORDER BY market_id, account_id)
  FROM unnest($1::int4[], $2::uuid[], $3::uuid[]) AS p (n, market_id, account_id)`

const PLACE_SKUS = `
  INSERT INTO place_sku SELECT n, sku_id, row_number() OVER (ORDER BY sku_id)
  FROM unnest($1::int4[], $2::uuid[]) AS p (n, sku_id)`

async function place(tx: Tx, places: Places): Promise<void> {
  const { accounts, skus } = places
  await tx.client.query(`CREATE TEMP TABLE place_account
    (n int4 NOT NULL, market_id uuid NOT NULL, account_id uuid NOT NULL, r int4 NOT NULL) ON COMMIT DROP`)
  await tx.client.query(
    'CREATE TEMP TABLE place_sku (n int4 NOT NULL, sku_id uuid NOT NULL, r int4 NOT NULL) ON COMMIT DROP',
  )
  await tx.client.query(PLACE_ACCOUNTS, [accounts.n, accounts.market, accounts.id])
  await tx.client.query(PLACE_SKUS, [skus.n, skus.id])
  await tx.client.query('ANALYZE place_account')
  await tx.client.query('ANALYZE place_sku')
}

/** A corrected line stays in the market of its first posting as long as it is the same account's. */
const STAYS = `
  UPDATE odd SET post_market = odd.market_id
  FROM sheet s JOIN place_account a ON a.n = s.account, account c
  WHERE odd.verdict = 'x' AND s.n = odd.n AND a.market_id <> odd.market_id AND c.market_id = odd.market_id AND c.id = a.account_id`

const KEYS = `
  INSERT INTO line_key (key, market_id, movement_id, batch_id, fingerprint)
  SELECT coalesce(o.key, s.key), ${MARKET}, ${ID}, $2, s.print ${GOES_IN} ORDER BY 1`

const NOT_OURS =
  'NOT EXISTS (SELECT FROM line_key k WHERE k.key = coalesce(o.key, s.key) AND k.batch_id = $1)'

const HIDDEN_EQUALS = `
  UPDATE odd o SET verdict = 'h' FROM sheet s WHERE s.n = o.n AND o.verdict = 'o' AND ${NOT_OURS}`

const HIDDEN = `
  INSERT INTO odd (n, verdict, equal) SELECT s.n, 'h', false ${GOES_IN} AND o.n IS NULL AND ${NOT_OURS}`

const MOVEMENTS = `
  INSERT INTO movement (market_id, id, batch_id, line_key, kind, day, seller_id, account_id, sku_id, millilitres, milli_cases,
    amount_minor, cost_minor, doc, line, fingerprint, sign, recorded_at)
  SELECT ${MARKET}, ${ID}, $2, coalesce(o.key, s.key), ${KINDS}, s.day, b.account_id, a.account_id, k.sku_id, s.millilitres,
    s.milli_cases, s.amount_minor, s.cost_minor, s.doc, s.line, s.print, 1, $3
  FROM sheet s JOIN place_account a ON a.n = s.account JOIN place_sku k ON k.n = s.sku
    LEFT JOIN place_account b ON b.n = s.seller LEFT JOIN odd o ON o.n = s.n
  WHERE ${NOT_BARRED} AND s.n BETWEEN $4 AND $5`

const REVERSALS = `
  INSERT INTO movement (market_id, id, batch_id, line_key, reverses, kind, day, seller_id, account_id, sku_id, millilitres,
    milli_cases, amount_minor, cost_minor, doc, line, fingerprint, sign, recorded_at)
  SELECT m.market_id, ($1 || to_hex(s.n::int8 + 2147483648))::uuid, $2, m.line_key, m.id, m.kind, m.day, m.seller_id, m.account_id,
    m.sku_id, -m.millilitres, -m.milli_cases, -m.amount_minor, -m.cost_minor, m.doc, m.line, m.fingerprint, -m.sign, $3
  FROM odd s JOIN movement m ON m.market_id = s.market_id AND m.id = s.movement_id WHERE s.verdict = 'x'`

/**
 * Sums as float8, which adds whole numbers exactly up to 2^53, several times faster than bigint's sum by way of numeric. No line
 * holds more than 10^13 (`postingOf`), and `tonnage check` adds exactly.
 */
function total(column: string, filter = ''): string {
  return `coalesce(sum(s.${column}::float8)${filter}, 0)::int8`
}

const COSTED = ' FILTER (WHERE s.cost_minor IS NOT NULL)'
const SUMS = [
  total('millilitres'),
  total('milli_cases'),
  total('amount_minor'),
  total('cost_minor'),
  total('millilitres', COSTED),
  total('amount_minor', COSTED),
].join(', ')

const FIGURES =
  'millilitres, milli_cases, amount_minor, cost_minor, costed_ml, costed_amount_minor, lines, costed_lines'

function adding(table: string): string {
  return FIGURES.split(', ')
    .map((name) => `${name} = ${table}.${name} + excluded.${name}`)
    .join(', ')
}

/** From the sheet to a rollup. `fresh`: the markets have no rows yet, so that none can be met. */
function fromSheet(table: 'rollup_month' | 'rollup_day', fresh: boolean): string {
  const keys = table === 'rollup_month' ? 'account_id, sku_id, kind, month' : 'account_id, kind, day'
  const own = table === 'rollup_month' ? ['account', 'sku', 'kind', 'month'] : ['account', 'kind', 'day']
  const inner = [...own.map((name) => `s.${name}`), 'o.post_market'].join(', ')
  const chosen = table === 'rollup_month' ? `k.sku_id, ${KINDS}, s.month` : `${KINDS}, s.day`
  return `
    INSERT INTO ${table} (market_id, ${keys}, ${FIGURES})
    SELECT coalesce(s.post_market, a.market_id), a.account_id, ${chosen},
      s.ml, s.mc, s.amount, s.cost, s.costed_ml, s.costed_amount, s.lines, s.costed_lines
    FROM (SELECT ${inner}, ${SUMS}, count(*), count(s.cost_minor) ${GOES_IN} GROUP BY ${inner})
      AS s (${own.join(', ')}, post_market, ml, mc, amount, cost, costed_ml, costed_amount, lines, costed_lines)
    JOIN place_account a ON a.n = s.account ${table === 'rollup_month' ? 'JOIN place_sku k ON k.n = s.sku' : ''}
    ORDER BY a.r, ${table === 'rollup_month' ? 'k.r, s.kind, s.month' : 's.kind, s.day'}
    ${fresh ? '' : `ON CONFLICT (market_id, ${keys}) DO UPDATE SET ${adding(table)}`}`
}

const ANY_ROLLED_UP = 'SELECT EXISTS (SELECT FROM rollup_day WHERE market_id = ANY ($1::uuid[])) AS any'

async function rollUp(tx: Tx, places: Places, elsewhere: number): Promise<void> {
  const found = await tx.client.query<{ any: boolean }>(ANY_ROLLED_UP, [[...new Set(places.accounts.market)]])
  const fresh = found.rows[0]?.any === false && elsewhere === 0
  await tx.client.query(fromSheet('rollup_month', fresh))
  await tx.client.query(fromSheet('rollup_day', fresh))
}

/** Adds what the negations of a batch take away. Parameters: batch, its markets. */
function fromNegations(table: 'rollup_month' | 'rollup_day'): string {
  const keys =
    table === 'rollup_month' ? ['account_id', 'sku_id', 'kind', 'month'] : ['account_id', 'kind', 'day']
  const period = table === 'rollup_month' ? "(s.day - (date_part('day', s.day)::int - 1))" : 's.day'
  const chosen = keys.map((name) => (name === 'month' || name === 'day' ? period : `s.${name}`))
  return `
    INSERT INTO ${table} (market_id, ${keys.join(', ')}, ${FIGURES})
    SELECT s.market_id, ${chosen.join(', ')}, ${SUMS}, sum(s.sign)::int8,
      coalesce(sum(s.sign) FILTER (WHERE s.cost_minor IS NOT NULL), 0)::int8
    FROM movement s WHERE s.market_id = ANY ($2::uuid[]) AND s.batch_id = $1 AND s.reverses IS NOT NULL
    GROUP BY s.market_id, ${chosen.join(', ')} ORDER BY ${['s.market_id', ...chosen].join(', ')}
    ON CONFLICT (market_id, ${keys.join(', ')}) DO UPDATE SET ${adding(table)}`
}

/** A row of a rollup that nothing stands behind any more goes: what was never bought has no row. */
function emptied(table: 'rollup_month' | 'rollup_day'): string {
  return `DELETE FROM ${table} WHERE market_id = ANY ($1::uuid[]) AND lines = 0 AND millilitres = 0 AND milli_cases = 0
    AND amount_minor = 0 AND cost_minor = 0 AND costed_lines = 0`
}

/** Brings both rollups in step with the negations that `batch` appended in `markets`. */
export async function rollUpNegations(tx: Tx, batch: string, markets: readonly string[]): Promise<void> {
  for (const table of ['rollup_month', 'rollup_day'] as const) {
    await tx.client.query(fromNegations(table), [batch, markets])
    await tx.client.query(emptied(table), [markets])
  }
}

const TOTALS = `
  SELECT ${MARKET} AS market, count(*) AS lines, sum(s.millilitres)::int8 AS millilitres,
    coalesce(sum(s.milli_cases), 0)::int8 AS "milliCases", coalesce(sum(s.amount_minor), 0)::int8 AS "amountMinor",
    coalesce(sum(s.cost_minor), 0)::int8 AS "costMinor", count(s.cost_minor) AS "costedLines",
    min(s.day) AS "firstDay", max(s.day) AS "lastDay",
    encode(sha256(string_agg(s.key || s.print, ''::bytea ORDER BY s.n)), 'hex') AS digest
  ${GOES_IN} GROUP BY 1 ORDER BY 1`

/** Movements a statement: bounds what the database remembers for its foreign keys. */
const SLICE = 1_000_000

/**
 * Stays of the file's accounts in markets that they have left: lines of these days go there. A move is written down on both of its sides:
 * one that left a market within reach and came back is known by either.
 */
const STAYS_BEFORE = `
  CREATE TEMP TABLE stay ON COMMIT DROP AS
  SELECT n, market_id, coalesce(lag(day) OVER (PARTITION BY n ORDER BY day), '-infinity') AS first, day AS until FROM (
    SELECT DISTINCT a.n, CASE v.side WHEN 'from' THEN v.other_market ELSE v.market_id END AS market_id, v.day
    FROM place_account a JOIN account_move v ON v.account_id = a.account_id
    WHERE $1::uuid[] IS NULL OR v.market_id = ANY ($1)) left_on`

const EQUALS_BEFORE = `
  UPDATE odd SET post_market = y.market_id, verdict = CASE WHEN $1::uuid[] IS NULL OR y.market_id = ANY ($1) THEN 'o'::"char" ELSE 'h' END
  FROM sheet s JOIN stay y ON y.n = s.account AND s.day >= y.first AND s.day < y.until WHERE odd.n = s.n AND odd.verdict = 'o'`

const LINES_BEFORE = `
  INSERT INTO odd (n, verdict, post_market, equal)
  SELECT s.n, CASE WHEN $1::uuid[] IS NULL OR y.market_id = ANY ($1) THEN 'p' ELSE 'h' END, y.market_id, false
  FROM sheet s JOIN stay y ON y.n = s.account AND s.day >= y.first AND s.day < y.until WHERE s.n NOT IN (SELECT odd.n FROM odd)`

/**
 * Lines from before an account moved go to the market where it was on their day, or are hidden where that is out of reach. Corrections
 * stay where their line is. Answers how many accounts of the sheet ever moved, in stays.
 */
async function sendBack(tx: Tx): Promise<number> {
  const scope = tx.scope === '*' ? null : tx.scope
  const stays = await tx.client.query(STAYS_BEFORE, [scope])
  if (stays.rowCount === null || stays.rowCount === 0) return 0
  await tx.client.query(EQUALS_BEFORE, [scope])
  await tx.client.query(LINES_BEFORE, [scope])
  await tx.client.query('ANALYZE odd')
  return stays.rowCount
}

/**
 * Appends the sheet's lines that go in, reverses what they correct, and brings line keys and both rollups along, all in the
 * caller's transaction. Lines whose key belongs to a market out of reach are not posted: `hidden` counts them.
 * After `judge`; the accounts and products must be there.
 */
export async function postSheet(
  tx: Tx,
  posting: BatchOfPostings,
  places: Places,
  counts: { corrected: number; last: number },
): Promise<Posted> {
  const { batch, at } = posting
  const prefix = posting.seed.slice(0, -8)
  await place(tx, places)
  if (counts.corrected > 0) {
    await tx.client.query(STAYS)
    await tx.client.query("DELETE FROM line_key USING odd WHERE odd.verdict = 'x' AND line_key.key = odd.key")
  }
  const earlier = await sendBack(tx)
  const keys = await tx.client.query(tx.scope === '*' ? KEYS : `${KEYS} ON CONFLICT (key) DO NOTHING`, [
    prefix,
    batch,
  ])
  const hidden = tx.scope === '*' ? 0 : await hide(tx, batch, keys.rowCount ?? 0)
  for (let from = 0; from < counts.last; from += SLICE) {
    await tx.client.query(MOVEMENTS, [prefix, batch, at, from + 1, from + SLICE])
  }
  await rollUp(tx, places, counts.corrected + earlier)
  const markets = await tx.client.query<PostedMarket>(TOTALS)
  if (counts.corrected > 0) {
    const reversed = await tx.client.query<{ market_id: string }>(`${REVERSALS} RETURNING market_id`, [
      prefix,
      batch,
      at,
    ])
    await rollUpNegations(tx, batch, [...new Set(reversed.rows.map((row) => row.market_id))])
  }
  return { markets: markets.rows, hidden }
}

async function hide(tx: Tx, batch: string, inserted: number): Promise<number> {
  const expected = await tx.client.query<{ lines: number }>(`SELECT count(*) AS lines ${GOES_IN}`)
  if (expected.rows[0]?.lines === inserted) return 0
  const equals = await tx.client.query(HIDDEN_EQUALS, [batch])
  const others = await tx.client.query(HIDDEN, [batch])
  return (equals.rowCount ?? 0) + (others.rowCount ?? 0)
}
