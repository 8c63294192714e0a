import { codeKey } from '../../domain/chain/code.ts'
import { gramsOf } from '../../domain/chain/grams.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** An account as people write it; every field, whether it changed or not. */
export type AccountFields = {
  readonly code: string
  readonly name: string
  readonly tier: string
  readonly parent: string | null
  readonly owner: string | null
  readonly channel: string | null
  readonly address: string | null
  readonly city: string | null
  readonly phone: string | null
  readonly contact: string | null
  readonly opened: Day | null
  readonly closed: Day | null
}

function values(fields: AccountFields): readonly unknown[] {
  const { code, name, tier, parent, owner, channel, address, city, phone, contact, opened, closed } = fields
  const grams = gramsOf([name, code])
  return [code, name, tier, parent, owner, channel, address, city, phone, contact, opened, closed, grams]
}

const COLUMNS =
  'code, name, tier, parent_id, owner_id, channel, address, city, phone, contact, opened_on, closed_on, grams'

export async function insertAccount(
  tx: Tx,
  at: { readonly market: string; readonly id: string; readonly today: Day },
  fields: AccountFields,
): Promise<void> {
  await tx.client.query(
    `INSERT INTO account (market_id, id, name_as_of, ${COLUMNS})
     VALUES ($14, $15, $16, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [...values(fields), at.market, at.id, at.today],
  )
}

/**
 * A name that changes is known to be right from today: an older file does not bring the old one back. One that was changed by hand is no
 * longer the import's: its undo leaves it.
 */
export async function updateAccount(
  tx: Tx,
  at: { readonly market: string; readonly id: string; readonly today: Day },
  fields: AccountFields,
): Promise<void> {
  await tx.client.query(
    `UPDATE account SET (${COLUMNS}) = ROW ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13),
       name_as_of = CASE WHEN name = $2 THEN name_as_of ELSE $16 END, batch_id = NULL
     WHERE market_id = $14 AND id = $15`,
    [...values(fields), at.market, at.id, at.today],
  )
}

/** True when the code was free and is this account's now. */
export async function claimCode(tx: Tx, code: string, market: string, id: string): Promise<boolean> {
  const made = await tx.client.query(
    'INSERT INTO account_key (code_key, market_id, account_id) VALUES ($1, $2, $3) ON CONFLICT (code_key) DO NOTHING',
    [codeKey(code), market, id],
  )
  return made.rowCount === 1
}

/** Whose code it is, as far as the scope sees. */
export async function holderOf(tx: Tx, code: string): Promise<{ id: string; name: string } | undefined> {
  const found = await tx.client.query<{ id: string; name: string }>(
    `SELECT a.id, a.name FROM account_key k JOIN account a ON a.market_id = k.market_id AND a.id = k.account_id
     WHERE k.code_key = $1`,
    [codeKey(code)],
  )
  return found.rows[0]
}

/** Keys of all codes that begin like this. Needs scope '*': a number that is taken elsewhere is not free either. */
export async function keysLike(tx: Tx, stem: string): Promise<ReadonlySet<string>> {
  const found = await tx.client.query<{ key: string }>(
    'SELECT code_key AS key FROM account_key WHERE starts_with(code_key, $1)',
    [codeKey(stem)],
  )
  return new Set(found.rows.map(({ key }) => key))
}

/** Another owner or tier for many accounts, in one statement. What is not named stays. */
export async function changeMany(
  tx: Tx,
  accounts: { readonly ids: readonly string[]; readonly markets: readonly string[] },
  change: { readonly owner?: string | null | undefined; readonly tier?: string | undefined },
): Promise<void> {
  await tx.client.query(
    `UPDATE account SET owner_id = CASE WHEN $3 THEN $4::uuid ELSE owner_id END, tier = coalesce($5, tier), batch_id = NULL
     WHERE market_id = ANY ($1::uuid[]) AND id = ANY ($2::uuid[])`,
    [accounts.markets, accounts.ids, change.owner !== undefined, change.owner ?? null, change.tier ?? null],
  )
}
