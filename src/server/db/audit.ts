import { createHash } from 'node:crypto'
import { askedFrom } from './asked-from.ts'
import { brokenSeals, closed, keepSealed, sealsOf, type Sealed, type Seals } from './audit-sealed.ts'
import { canonicalJson, storable } from './canonical-json.ts'
import type { Tx } from './transaction.ts'

export type Stamp = { readonly actor: string; readonly at: Date }

/** 32 zero bytes: what the first entry of a chain points back to. */
const GENESIS = Buffer.alloc(32)

type Entry = {
  readonly market: string
  readonly seq: number
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: unknown
  readonly seals: Seals | null
}

/** Entries from before there were seals are hashed as they were then: without the word. */
function hashOf(previous: Buffer, { seals, ...entry }: Entry): Buffer {
  const body = canonicalJson({ ...entry, at: entry.at.toISOString(), ...(seals ? { seals } : {}) })
  return createHash('sha256').update(previous).update(body).digest()
}

/**
 * Appends one entry to the market's hash chain, in the transaction of the write it stands beside. `market` is the HQ node's id
 * for what concerns the company. Writers of one market queue at its head: who writes several chains in one transaction takes
 * them in the order of their ids. The transaction's scope must hold the market.
 * What the entry says of a person by name belongs into `said`, which can be erased, and not into `detail`, which cannot.
 */
export async function audit(
  tx: Tx,
  newId: () => string,
  stamp: Stamp,
  entry: {
    market: string
    action: string
    subject?: string
    detail: Record<string, unknown>
    said?: { readonly of: string; readonly words: object }
  },
): Promise<void> {
  await tx.q
    .insertInto('audit_head')
    .values({ market_id: entry.market, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const head = await tx.q
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('market_id', '=', entry.market)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const sealed = closed(sealedOf(stamp.actor, entry.said))
  const next: Entry = {
    market: entry.market,
    seq: head.seq + 1,
    id: newId(),
    at: stamp.at,
    actor: stamp.actor,
    action: entry.action,
    subject: entry.subject ?? null,
    detail: storable(entry.detail),
    seals: sealsOf(sealed),
  }
  const hash = hashOf(head.hash, next)
  await tx.q
    .insertInto('audit_entry')
    .values({
      market_id: next.market,
      seq: next.seq,
      id: next.id,
      at: next.at,
      actor: next.actor,
      action: next.action,
      subject: next.subject,
      detail: JSON.stringify(next.detail),
      seals: next.seals === null ? null : JSON.stringify(next.seals),
      previous_hash: head.hash,
      hash,
    })
    .execute()
  await tx.q
    .updateTable('audit_head')
    .set({ seq: next.seq, hash })
    .where('market_id', '=', next.market)
    .execute()
  await keepSealed(tx, next, sealed)
}

function sealedOf(
  actor: string,
  said: { readonly of: string; readonly words: object } | undefined,
): Sealed[] {
  const from = askedFrom()
  const actorId = actor.startsWith('person:') ? actor.slice('person:'.length) : null
  return [
    ...(from === undefined ? [] : [{ part: 'from' as const, personId: actorId, body: from }]),
    ...(said === undefined ? [] : [{ part: 'said' as const, personId: said.of, body: said.words }]),
  ]
}

/** `broken` names the first entry that does not follow from the one before it, or the head that does not match the last. */
export type AuditCheck = {
  readonly chains: number
  readonly entries: number
  readonly broken: readonly { readonly market: string; readonly seq: number; readonly why: string }[]
}

const PAGE = 5_000

/** Recomputes every chain in the transaction's scope from its first entry. Use a snapshot. */
export async function verifyAudit(tx: Tx): Promise<AuditCheck> {
  const heads = await tx.q.selectFrom('audit_head').selectAll().orderBy('market_id').execute()
  const orphans = await tx.q
    .selectFrom('audit_entry as e')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('audit_head as h').select('h.seq').whereRef('h.market_id', '=', 'e.market_id'),
        ),
      ),
    )
    .select('e.market_id')
    .distinct()
    .execute()
  const broken = orphans.map(({ market_id }) => ({ market: market_id, seq: 0, why: 'no-head' }))
  let entries = 0
  for (const head of heads) {
    const chain = await verifyChain(tx, head)
    entries += chain.entries
    if (chain.broken) broken.push(chain.broken)
  }
  broken.push(...(await brokenSeals(tx)).map((one) => ({ ...one, why: 'seal' })))
  return { chains: heads.length + orphans.length, entries, broken }
}

async function verifyChain(tx: Tx, head: { market_id: string; seq: number; hash: Buffer }) {
  const market = head.market_id
  let previous: Buffer = GENESIS
  let seq = 0
  for (;;) {
    const page = await tx.q
      .selectFrom('audit_entry')
      .selectAll()
      .where('market_id', '=', market)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const row of page) {
      seq += 1
      if (row.seq !== seq) return { entries: seq - 1, broken: { market, seq, why: 'missing' } }
      const { id, at, actor, action, subject, detail } = row
      const seals = row.seals as Seals | null
      const hash = hashOf(previous, { market, seq, id, at, actor, action, subject, detail, seals })
      if (!row.previous_hash.equals(previous) || !row.hash.equals(hash)) {
        return { entries: seq, broken: { market, seq, why: 'altered' } }
      }
      previous = hash
    }
    if (page.length < PAGE) break
  }
  if (head.seq !== seq || !head.hash.equals(previous)) {
    return { entries: seq, broken: { market, seq: head.seq, why: 'head' } }
  }
  return { entries: seq, broken: undefined }
}
