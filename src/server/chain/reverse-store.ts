import type { BatchOfPostings, Reversed, ReversedMarket } from '../../domain/chain/sheet.ts'
import type { Tx } from '../db/transaction.ts'
import { rollUpNegations } from './post-store.ts'

/** A line of the batch that a later one has corrected: that one has to be undone first. */
const LATER = `
  SELECT k.batch_id FROM movement m JOIN line_key k ON k.key = m.line_key
  WHERE m.market_id = ANY ($2::uuid[]) AND m.batch_id = $1 AND m.reverses IS NULL AND k.batch_id <> $1 LIMIT 1`

export async function laterBatch(
  tx: Tx,
  batch: string,
  markets: readonly string[],
): Promise<string | undefined> {
  const found = await tx.client.query<{ batch_id: string }>(LATER, [batch, markets])
  return found.rows[0]?.batch_id
}

const NEGATIONS = `
  INSERT INTO movement (market_id, id, batch_id, line_key, reverses, kind, day, seller_id, account_id, sku_id, millilitres,
    milli_cases, amount_minor, cost_minor, doc, line, fingerprint, sign, recorded_at)
  SELECT m.market_id, ($1 || lpad(to_hex(row_number() OVER (ORDER BY m.market_id, m.id)), 8, '0'))::uuid, $2, m.line_key, m.id, m.kind,
    m.day, m.seller_id, m.account_id, m.sku_id, -m.millilitres, -m.milli_cases, -m.amount_minor, -m.cost_minor, m.doc, m.line,
    m.fingerprint, -m.sign, $3
  FROM movement m WHERE m.market_id = ANY ($4::uuid[]) AND m.batch_id = $5`

const RELEASE = `
  DELETE FROM line_key k USING movement m
  WHERE m.market_id = ANY ($2::uuid[]) AND m.batch_id = $1 AND m.reverses IS NULL AND k.key = m.line_key AND k.batch_id = $1`

/** The lines that the batch had corrected are current again, as their first posting and its batch. */
const BRING_BACK = `
  INSERT INTO line_key (key, market_id, movement_id, batch_id, fingerprint)
  SELECT old.line_key, old.market_id, old.id, old.batch_id, old.fingerprint
  FROM movement m JOIN movement old ON old.market_id = m.market_id AND old.id = m.reverses
  WHERE m.market_id = ANY ($2::uuid[]) AND m.batch_id = $1 AND m.reverses IS NOT NULL ORDER BY 1`

const TOTALS = `
  SELECT market_id AS market, count(*) AS entries,
    encode(sha256(string_agg(line_key || fingerprint, ''::bytea ORDER BY id)), 'hex') AS digest
  FROM movement WHERE market_id = ANY ($2::uuid[]) AND batch_id = $1 GROUP BY 1 ORDER BY 1`

/**
 * Appends the negation of every entry of `batch`, under the batch `undo`; releases its line keys, so that the lines can come
 * again, and makes the lines that it had corrected current again. Not to be called while `laterBatch` names one.
 */
export async function reverseBatch(
  tx: Tx,
  batch: string,
  undo: BatchOfPostings,
  markets: readonly string[],
): Promise<Reversed> {
  const prefix = undo.seed.slice(0, -8)
  const negated = await tx.client.query(NEGATIONS, [prefix, undo.batch, undo.at, markets, batch])
  await tx.client.query(RELEASE, [batch, markets])
  await tx.client.query(BRING_BACK, [batch, markets])
  await rollUpNegations(tx, undo.batch, markets)
  const totals = await tx.client.query<ReversedMarket>(TOTALS, [undo.batch, markets])
  return { entries: negated.rowCount ?? 0, markets: totals.rows }
}
