import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Given } from '../../domain/develop/agreement/deal-limit.ts'
import type { AgreementDraft } from '../../domain/develop/agreement/read-agreement.ts'
import type { AgreementEvent } from '../../domain/develop/agreement/way.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type VersionKind = 'first' | 'amendment' | 'renewal'

/** One version of an agreement, with what happened to it last. */
export type AgreementRow = {
  readonly market: string
  readonly marketCode: string
  readonly marketName: string
  readonly id: string
  readonly code: string
  readonly prospect: string | null
  readonly account: string | null
  readonly version: number
  readonly kind: VersionKind
  readonly party: string
  readonly draft: AgreementDraft
  readonly from: Day
  /** As agreed; `ended` where it ends before. */
  readonly to: Day
  readonly ended: Day | null
  readonly perCaseMinor: number
  readonly totalMinor: number
  readonly author: string
  readonly authorName: string
  /** The policy that its rebate became. */
  readonly policy: string | null
  readonly policyCode: string | null
  readonly last: AgreementEvent
}

/** All versions of one agreement, or of all in the scope; of each the newest first. */
export async function loadVersionsOf(tx: Tx, id: string | null): Promise<readonly AgreementRow[]> {
  const found = await sql<AgreementRow>`
    SELECT a.market_id AS market, n.code AS "marketCode", n.name AS "marketName", a.id, a.code, a.prospect_id AS prospect,
      a.account_id AS account, v.version, v.kind, v.party, v.draft, v.from_on AS "from", v.to_on AS "to", v.ended_on AS ended,
      v.per_case_minor AS "perCaseMinor", v.total_minor AS "totalMinor", v.author, coalesce(p.name, v.author) AS "authorName",
      v.policy_id AS policy, t.code AS "policyCode", e.kind AS last
    FROM agreement a JOIN territory_node n ON n.id = a.market_id
      JOIN agreement_version v ON v.market_id = a.market_id AND v.agreement_id = a.id
      JOIN LATERAL (SELECT e.kind FROM agreement_event e WHERE e.market_id = v.market_id AND e.agreement_id = v.agreement_id
        AND e.version = v.version ORDER BY e.seq DESC LIMIT 1) e ON true
      LEFT JOIN person p ON v.author = 'person:' || p.id LEFT JOIN trade_policy t ON t.id = v.policy_id
    WHERE ${reached(tx.scope, 'a.market_id')} AND (${id}::uuid IS NULL OR a.id = ${id}::uuid)
    ORDER BY a.id, v.version DESC`.execute(tx.q)
  return found.rows
}

/** Holds an agreement of the scope, so that one acts at a time. False: there is none. */
export async function lockAgreement(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`
    SELECT a.id FROM agreement a WHERE a.id = ${id}::uuid AND ${reached(tx.scope, 'a.market_id')} FOR UPDATE`.execute(
    tx.q,
  )
  return found.rows.length > 0
}

export type AgreementAt = { readonly market: string; readonly id: string }
type VersionAt = AgreementAt & { readonly version: number }
type Stamp = { readonly actor: string; readonly at: Date }

/** The next number of an agreement, company-wide. */
export async function nextAgreementCode(tx: Tx): Promise<string> {
  const found = await sql<{
    n: number
  }>`UPDATE company SET agreements = agreements + 1 RETURNING agreements AS n`.execute(tx.q)
  return `A-${String(found.rows[0]?.n ?? 0).padStart(4, '0')}`
}

export async function insertAgreement(
  tx: Tx,
  { market, id }: AgreementAt,
  of: { readonly code: string; readonly prospect: string | null; readonly account: string | null },
  { actor, at }: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('agreement')
    .values({
      market_id: market,
      id,
      code: of.code,
      prospect_id: of.prospect,
      account_id: of.account,
      made_by: actor,
      made_at: at,
    })
    .execute()
}

export type Written = {
  readonly kind: VersionKind
  readonly party: string
  readonly draft: AgreementDraft
  readonly given: Given
  readonly author: string
}

/** Writes what a version says, also over the draft that it was. */
export async function writeVersion(tx: Tx, { market, id, version }: VersionAt, one: Written): Promise<void> {
  const says = {
    party: one.party,
    draft: JSON.stringify(one.draft),
    from_on: one.draft.from,
    to_on: one.draft.to,
    per_case_minor: Number(one.given.perCase),
    total_minor: Number(one.given.total),
    author: one.author,
  }
  await tx.q
    .insertInto('agreement_version')
    .values({ market_id: market, agreement_id: id, version, kind: one.kind, ...says })
    .onConflict((conflict) => conflict.columns(['market_id', 'agreement_id', 'version']).doUpdateSet(says))
    .execute()
}

export type EventRow = {
  readonly seq: number
  readonly version: number
  readonly kind: AgreementEvent
  readonly day: Day
  readonly words: string
  readonly actor: string
  readonly by: string
  readonly at: Date
}

/** What happened to an agreement, the last first. */
export async function loadEvents(tx: Tx, { market, id }: AgreementAt): Promise<readonly EventRow[]> {
  const found = await sql<EventRow>`
    SELECT e.seq, e.version, e.kind, e.day, e.words, e.made_by AS actor, coalesce(p.name, e.made_by) AS by, e.made_at AS at
    FROM agreement_event e LEFT JOIN person p ON e.made_by = 'person:' || p.id
    WHERE e.market_id = ${market}::uuid AND e.agreement_id = ${id}::uuid ORDER BY e.seq DESC`.execute(tx.q)
  return found.rows
}

export async function appendEvent(
  tx: Tx,
  { market, id, version }: VersionAt,
  one: { readonly seq: number; readonly kind: AgreementEvent; readonly day: Day; readonly words: string },
  { actor, at }: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('agreement_event')
    .values({ market_id: market, agreement_id: id, version, ...one, made_by: actor, made_at: at })
    .execute()
}

/** Says until when a version counts, on it and on its ground. */
export async function endVersion(tx: Tx, { market, id, version }: VersionAt, day: Day): Promise<void> {
  await tx.q
    .updateTable('agreement_version')
    .set({ ended_on: day })
    .where('market_id', '=', market)
    .where('agreement_id', '=', id)
    .where('version', '=', version)
    .execute()
  await tx.q
    .updateTable('agreement_ground')
    .set({ to_on: day })
    .where('agreement_id', '=', id)
    .where('version', '=', version)
    .execute()
}

export async function linkPolicy(tx: Tx, { market, id, version }: VersionAt, policy: string): Promise<void> {
  await tx.q
    .updateTable('agreement_version')
    .set({ policy_id: policy })
    .where('market_id', '=', market)
    .where('agreement_id', '=', id)
    .where('version', '=', version)
    .execute()
}

export async function linkAccount(tx: Tx, { market, id }: AgreementAt, account: string): Promise<void> {
  await tx.q
    .updateTable('agreement')
    .set({ account_id: account })
    .where('market_id', '=', market)
    .where('id', '=', id)
    .execute()
}

export type SignatureRow = {
  readonly version: number
  readonly kind: 'drawn' | 'scan'
  readonly signer: string
  readonly day: Day
  readonly media: string
  readonly content: Buffer
  readonly digest: Buffer
  readonly textDigest: Buffer
}

/** Signatures of an agreement, without their bytes unless they are asked for. */
export async function loadSignatures(
  tx: Tx,
  { market, id }: AgreementAt,
  { bytes }: { readonly bytes: boolean },
): Promise<readonly SignatureRow[]> {
  const found = await sql<SignatureRow>`
    SELECT s.version, s.kind, s.signer, s.signed_on AS day, s.media, ${bytes ? sql`s.content` : sql`''::bytea AS content`}, s.digest,
      s.text_digest AS "textDigest"
    FROM agreement_signature s WHERE s.market_id = ${market}::uuid AND s.agreement_id = ${id}::uuid`.execute(
    tx.q,
  )
  return found.rows
}

export async function insertSignature(
  tx: Tx,
  { market, id, version }: VersionAt,
  { signer, kind, day, media, content, digest, textDigest }: Omit<SignatureRow, 'version'>,
  { actor, at }: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('agreement_signature')
    .values({
      market_id: market,
      agreement_id: id,
      version,
      kind,
      signer,
      signed_on: day,
      media,
      content,
      digest,
      text_digest: textDigest,
      made_by: actor,
      made_at: at,
    })
    .execute()
}
