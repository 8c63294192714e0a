import type { Tx } from '../db/transaction.ts'
import { hashOf, newKey, newToken, prefixOf, sameHash } from './token.ts'

/** How long a one-time link opens. */
export const linkHours = 72

/** A link that lets one person choose a password, once. Earlier ones of the same person end. Returns the token: it is not stored. */
export async function issueLink({ q }: Tx, personId: string, at: Date): Promise<string> {
  const token = newToken()
  await q.deleteFrom('one_time_link').where('person_id', '=', personId).execute()
  await q
    .insertInto('one_time_link')
    .values({
      token_hash: hashOf(token),
      person_id: personId,
      created_at: at,
      expires_at: new Date(at.getTime() + linkHours * 3_600_000),
      used_at: null,
    })
    .execute()
  return token
}

/** The person of a link that is unused and not expired. */
export async function personOfLink({ q }: Tx, token: string, at: Date): Promise<string | undefined> {
  const row = await q
    .selectFrom('one_time_link')
    .select('person_id')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row?.person_id
}

/** Uses it up. Of two at the same moment one gets the person, the other nothing. */
export async function useLink({ q }: Tx, token: string, at: Date): Promise<string | undefined> {
  const row = await q
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** A key for programs, with all its person may do. Returns it once; its SHA-256 is stored. */
export async function issueKey(
  { q }: Tx,
  personId: string,
  at: Date,
  name: string | null = null,
): Promise<{ key: string; prefix: string }> {
  const made = newKey()
  await q
    .insertInto('api_key')
    .values({
      prefix: made.prefix,
      key_hash: made.hash,
      person_id: personId,
      name,
      created_at: at,
      revoked_at: null,
    })
    .execute()
  return { key: made.key, prefix: made.prefix }
}

/** How old a key's last use may be before it is written again: a program that calls every second must not write every second. */
const useStep = 10 * 60_000

export async function rememberUse({ q }: Tx, key: string, at: Date): Promise<void> {
  await q
    .updateTable('api_key')
    .set({ last_used_at: at })
    .where('prefix', '=', prefixOf(key) ?? '')
    .where((e) =>
      e.or([e('last_used_at', 'is', null), e('last_used_at', '<', new Date(at.getTime() - useStep))]),
    )
    .execute()
}

/** The person of a key that holds, and whether its use is due to be written down. */
export async function personOfKey(
  { q }: Tx,
  key: string,
  at: Date,
): Promise<{ readonly personId: string; readonly due: boolean } | undefined> {
  const prefix = prefixOf(key)
  if (prefix === undefined) return undefined
  const row = await q
    .selectFrom('api_key')
    .select(['person_id', 'key_hash', 'last_used_at'])
    .where('prefix', '=', prefix)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row || !sameHash(row.key_hash, hashOf(key))) return undefined
  const last = row.last_used_at?.getTime() ?? -Infinity
  return { personId: row.person_id, due: last < at.getTime() - useStep }
}

export async function revokeKeys({ q }: Tx, personId: string, at: Date): Promise<void> {
  await q
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}
