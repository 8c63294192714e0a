import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from './canonical-json.ts'
import type { Tx } from './transaction.ts'

/** `from`: the address of who acted. `said`: what the entry tells of the person it is about. */
export type Part = 'from' | 'said'
export type Seals = Partial<Record<Part, string>>

/** Something of one person's that belongs to an entry and can be erased without breaking its chain. */
export type Sealed = { readonly part: Part; readonly personId: string | null; readonly body: unknown }

type Closed = Omit<Sealed, 'body'> & { readonly text: string; readonly salt: Buffer; readonly seal: string }

/**
 * Seals for an entry: hex SHA-256(salt ‖ canonical JSON), the salt 16 random bytes, so that a short text such as an address cannot be
 * found again by trying them all once salt and text are erased.
 */
export function closed(parts: readonly Sealed[]): readonly Closed[] {
  return parts.map(({ part, personId, body }) => {
    const salt = randomBytes(16)
    const text = canonicalJson(body)
    const seal = createHash('sha256').update(salt).update(text).digest('hex')
    return { part, personId, text, salt, seal }
  })
}

export function sealsOf(parts: readonly Closed[]): Seals | null {
  return parts.length === 0 ? null : Object.fromEntries(parts.map(({ part, seal }) => [part, seal]))
}

export async function keepSealed(
  { q }: Tx,
  entry: { readonly market: string; readonly id: string; readonly at: Date },
  parts: readonly Closed[],
): Promise<void> {
  if (parts.length === 0) return
  await q
    .insertInto('audit_sealed')
    .values(
      parts.map(({ part, personId, text, salt }) => ({
        market_id: entry.market,
        entry_id: entry.id,
        part,
        person_id: personId,
        at: entry.at,
        salt,
        body: text,
      })),
    )
    .execute()
}

/** Texts that do not have the seal of their entry, or belong to no entry that has one. */
export async function brokenSeals({ q }: Tx): Promise<readonly { market: string; seq: number }[]> {
  const found = await sql<{ market: string; seq: number | null }>`
    SELECT s.market_id AS market, e.seq FROM audit_sealed s LEFT JOIN audit_entry e ON e.market_id = s.market_id AND e.id = s.entry_id
    WHERE e.seals ->> s.part IS DISTINCT FROM encode(sha256(s.salt || convert_to(s.body, 'UTF8')), 'hex')
    ORDER BY 1, 2`.execute(q)
  return found.rows.map(({ market, seq }) => ({ market, seq: seq ?? 0 }))
}
