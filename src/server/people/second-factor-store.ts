import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { hashOf, newToken } from './token.ts'

export type StoredFactor = {
  readonly secret: Buffer | null
  readonly since: Date | null
  readonly wish: Buffer | null
  readonly wishAt: Date | null
}

/** A person's second factor; `lock` holds its row until the transaction ends. */
export async function factorOf({ q }: Tx, personId: string, lock = false): Promise<StoredFactor | undefined> {
  const query = q
    .selectFrom('second_factor')
    .select(['secret', 'since', 'wish', 'wish_at as wishAt'])
    .where('person_id', '=', personId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function hasFactor(tx: Tx, personId: string): Promise<boolean> {
  return (await factorOf(tx, personId))?.secret != null
}

/** Keeps a secret until its first code; one that waited before is forgotten, one that is on stays on. */
export async function keepWish({ q }: Tx, personId: string, wish: Buffer, at: Date): Promise<void> {
  await q
    .insertInto('second_factor')
    .values({ person_id: personId, wish, wish_at: at })
    .onConflict((on) => on.column('person_id').doUpdateSet({ wish, wish_at: at }))
    .execute()
}

/** The secret that waited is the one that holds; the step of its first code is used up. */
export async function turnOn({ q }: Tx, personId: string, step: number, at: Date): Promise<void> {
  await q
    .updateTable('second_factor')
    .set((e) => ({ secret: e.ref('wish'), since: at, last_step: step, wish: null, wish_at: null }))
    .where('person_id', '=', personId)
    .where('wish', 'is not', null)
    .execute()
}

/** Everything of a person's second factor; whether it was on. */
export async function dropFactor({ q }: Tx, personId: string): Promise<boolean> {
  const row = await q
    .deleteFrom('second_factor')
    .where('person_id', '=', personId)
    .returning('since')
    .executeTakeFirst()
  await q.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  return row?.since != null
}

/** Uses a step up: of two at the same moment one wins, and no step before it is taken any more. */
export async function spendStep({ q }: Tx, personId: string, step: number): Promise<boolean> {
  const row = await q
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .where('secret', 'is not', null)
    .where((e) => e.or([e('last_step', 'is', null), e('last_step', '<', step)]))
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** A new set, as it is shown; the earlier one is forgotten. */
export async function keepRecoveryCodes(
  { q }: Tx,
  personId: string,
  codes: readonly string[],
): Promise<void> {
  await q.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await q
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ code_hash: hashOf(code.replaceAll('-', '')), person_id: personId })))
    .execute()
}

export async function recoveryLeft({ q }: Tx, personId: string): Promise<number> {
  const row = await q
    .selectFrom('recovery_code')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function spendRecoveryCode(
  { q }: Tx,
  personId: string,
  code: string,
  at: Date,
): Promise<boolean> {
  const row = await q
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('code_hash', '=', hashOf(code))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Opens the second step for a person; answers its token, of which the hash is kept. What has ended is forgotten beside it. */
export async function openPending({ q }: Tx, personId: string, at: Date, ends: Date): Promise<string> {
  const token = newToken()
  await q.deleteFrom('sign_in_pending').where('expires_at', '<=', at).execute()
  await q
    .insertInto('sign_in_pending')
    .values({ token_hash: hashOf(token), person_id: personId, expires_at: ends })
    .execute()
  return token
}

/** Whose second step is open; `lock` keeps a second one with the same token waiting. */
export async function pendingOf(
  { q }: Tx,
  token: string,
  at: Date,
  lock = false,
): Promise<string | undefined> {
  const query = q
    .selectFrom('sign_in_pending')
    .select('person_id')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', at)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst())?.person_id
}

export async function endPending({ q }: Tx, token: string): Promise<void> {
  await q.deleteFrom('sign_in_pending').where('token_hash', '=', hashOf(token)).execute()
}

/** Which of these roles must have a second factor. */
export async function rolesThatNeedOne({ q }: Tx, roles: readonly string[]): Promise<readonly string[]> {
  const row = await q.selectFrom('company').select('second_factor_roles').executeTakeFirst()
  return roles.filter((role) => row?.second_factor_roles.includes(role))
}

/** Whether a person who acts by these roles must have a second factor and has none. */
export async function owesFactor({ q }: Tx, personId: string, roles: readonly string[]): Promise<boolean> {
  if (roles.length === 0) return false
  const { rows } = await sql`
    SELECT FROM company c WHERE c.second_factor_roles && ${[...roles]}::text[]
    AND NOT EXISTS (SELECT FROM second_factor f WHERE f.person_id = ${personId} AND f.secret IS NOT NULL)`.execute(
    q,
  )
  return rows.length > 0
}
