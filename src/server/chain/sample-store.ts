import type { Sampled, Samples } from '../../domain/chain/samples.ts'
import type { Tx } from '../db/transaction.ts'

const SOME = 6
const LOOKED_AT = 5_000

const LINE = 's.account, s.sku, s.day, s.millilitres, s.amount_minor AS "amountMinor", s.doc'

/** Lines of the posting that are new by key and equal one of another batch in customer, product, day and figures. */
const ALIKE = `
  SELECT o.batch_id AS batch, count(DISTINCT m.id) AS alike
  FROM (SELECT * FROM movement WHERE market_id = ANY ($2::uuid[]) AND batch_id = $1 AND reverses IS NULL AND sign = 1 LIMIT $3) m
  JOIN movement o ON o.market_id = m.market_id AND o.account_id = m.account_id AND o.day = m.day AND o.sku_id = m.sku_id
    AND o.millilitres = m.millilitres AND o.amount_minor IS NOT DISTINCT FROM m.amount_minor AND o.batch_id <> $1
  JOIN line_key k ON k.key = o.line_key AND k.movement_id = o.id
  GROUP BY 1 ORDER BY 2 DESC LIMIT 5`

/** Some lines of each kind of the sheet that was just posted, and the batches whose lines it meets. For trials. */
export async function sampleSheet(tx: Tx, batch: string, markets: readonly string[]): Promise<Samples> {
  const rows = async <R extends object>(text: string, values: readonly unknown[] = []) =>
    (await tx.client.query<R>(text, [...values])).rows
  const fresh = await rows<Sampled>(
    `SELECT ${LINE} FROM sheet s WHERE s.n NOT IN (SELECT n FROM odd) ORDER BY s.n LIMIT ${SOME}`,
  )
  const unchanged = await rows<Sampled>(
    `SELECT ${LINE} FROM sheet s JOIN odd ON odd.n = s.n WHERE odd.verdict = 'u' ORDER BY s.n LIMIT ${SOME}`,
  )
  const corrected = await rows<Samples['corrected'][number]>(
    `SELECT ${LINE}, m.day AS "wasDay", m.millilitres AS "wasMillilitres", m.amount_minor AS "wasAmountMinor"
     FROM sheet s JOIN odd ON odd.n = s.n JOIN movement m ON m.market_id = odd.market_id AND m.id = odd.movement_id
     WHERE odd.verdict = 'x' ORDER BY s.n LIMIT ${SOME}`,
  )
  const same = await rows<{ batch: string; same: number }>(
    `SELECT m.batch_id AS batch, count(*) AS same FROM odd JOIN movement m ON m.market_id = odd.market_id AND m.id = odd.movement_id
     WHERE odd.verdict IN ('u', 'x') GROUP BY 1 ORDER BY 2 DESC LIMIT 5`,
  )
  const alike = await rows<{ batch: string; alike: number }>(ALIKE, [batch, markets, LOOKED_AT])
  const ids = new Set([...same, ...alike].map((one) => one.batch))
  return {
    fresh,
    unchanged,
    corrected,
    overlaps: [...ids].map((id) => ({
      batch: id,
      same: same.find((one) => one.batch === id)?.same ?? 0,
      alike: alike.find((one) => one.batch === id)?.alike ?? 0,
    })),
  }
}
