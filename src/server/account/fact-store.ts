import { sql } from 'kysely'
import type { Fact } from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Whose } from './whose-store.ts'

export type FactRow = Fact & { readonly account: string }

/** Everything that was told of an account up to a day, latest first; those of merged accounts too. */
export async function loadFactRows(tx: Tx, whose: Whose, asOf: Day): Promise<readonly FactRow[]> {
  const found = await sql<FactRow>`
    SELECT account_id AS account, fact, value::double precision AS value, day, expires_on AS "expiresOn", source
    FROM account_fact
    WHERE market_id = ANY (${whose.markets}::uuid[]) AND account_id = ANY (${whose.ids}::uuid[]) AND day <= ${asOf}::date
    ORDER BY day DESC, fact, id DESC LIMIT 1000`.execute(tx.q)
  return found.rows
}

/** Takes the fact of that name and day of one account away, and answers what stood there. */
export async function takeFact(tx: Tx, whose: Whose, fact: string, day: Day): Promise<Fact | null> {
  const found = await sql<Fact>`
    DELETE FROM account_fact
    WHERE market_id = ANY (${whose.markets}::uuid[]) AND account_id = ${whose.id}::uuid AND fact = ${fact} AND day = ${day}::date
    RETURNING fact, value::double precision AS value, day, expires_on AS "expiresOn", source`.execute(tx.q)
  return found.rows[0] ?? null
}

/** A new row, of nobody's import: undoing an import leaves what a person has entered since. */
export async function insertFact(tx: Tx, whose: Whose, id: string, fact: Fact): Promise<void> {
  await tx.q
    .insertInto('account_fact')
    .values({
      market_id: whose.market,
      id,
      account_id: whose.id,
      fact: fact.fact,
      value: String(fact.value),
      day: fact.day,
      expires_on: fact.expiresOn,
      source: fact.source,
      batch_id: null,
    })
    .execute()
}
