import { sql } from 'kysely'

/**
 * Days on which the accounts of the prospects in `card` first bought from us on or after they signed: theirs, and of whatever they
 * were merged into or was merged into them, in the market of signing and those where they moved.
 */
export const FIRST_ORDERS = sql`
  firm AS (
    SELECT p.market_id, p.id AS prospect, p.account_id AS account, p.signed_on, 0 AS steps FROM card p
    WHERE p.account_id IS NOT NULL AND p.signed_on IS NOT NULL
    UNION
    SELECT f.market_id, f.prospect, a.id, f.signed_on, f.steps + 1
    FROM firm f JOIN account own ON own.market_id = f.market_id AND own.id = f.account
      JOIN account a ON a.market_id = f.market_id AND (a.merged_into = own.id OR a.id = own.merged_into)
    WHERE f.steps < 4
  ),
  first_order AS (
    SELECT f.prospect, min(r.day) AS day
    FROM (SELECT DISTINCT market_id, prospect, account, signed_on FROM firm) f
    CROSS JOIN LATERAL (
      SELECT f.market_id AS market UNION
      SELECT m.other_market FROM account_move m WHERE m.market_id = f.market_id AND m.account_id = f.account AND m.side = 'to'
    ) w
    JOIN rollup_day r ON r.market_id = w.market AND r.account_id = f.account AND r.kind = 'sell_in' AND r.day >= f.signed_on
      AND r.millilitres > 0
    GROUP BY f.prospect
  )`
