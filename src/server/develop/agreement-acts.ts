import { createHash } from 'node:crypto'
import type {
  AgreementDecision,
  AgreementEnd,
  AgreementSaved,
  AgreementSign,
  AgreementStep,
} from '../../contract/agreement.ts'
import { mediaOf } from '../../domain/chain/account-file.ts'
import { barePhoto } from '../../domain/chain/bare-photo.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { addDays, isDay, type Day } from '../../domain/day.ts'
import { approvalWhyNot } from '../../domain/develop/agreement/deal-limit.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { canonicalJson } from '../db/canonical-json.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import { limitOf } from './agreement-limit.ts'
import { endRebate, endVisits } from './agreement-promises.ts'
import { endVersion, insertSignature, type AgreementRow } from './agreement-store.ts'
import { givenBy, onAgreement, standingOn } from './with-agreement.ts'
import type { Helpers } from './with-prospect.ts'

type Tree = Pick<Helpers, 'tree'>
const invalid = (field: string) => refuse('agreement/field-invalid', { field })

/** Sends a draft for approval. Refused: it is no draft; it is within its author's limits. */
export async function sendAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  id: string,
  { seq }: AgreementStep,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.change' } as const
  return onAgreement(deps, caller, helpers, ask, async ({ whyNot, happened, saved }) => {
    const why = await whyNot('send')
    if (why !== null) return refuse(why)
    await happened('sent', 'agreement.send')
    return saved()
  })
}

/** Approves what was sent, or returns it with words. Refused: nothing waits; one's own; beyond what the caller may give. */
export async function decideAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  id: string,
  { seq, approve, words }: AgreementDecision,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.approve' } as const
  return onAgreement(deps, caller, helpers, ask, async (here) => {
    const { tx, newest, events, today, whyNot, happened, saved } = here
    const why = await whyNot('decide')
    if (why !== null) return refuse(why)
    if (!approve && words.trim() === '') return invalid('words')
    const own = caller.actor === newest.author || caller.actor === events[0]?.actor
    const limit = await limitOf(tx, helpers, caller.actor, { markets: newest.draft.markets, today })
    const may = approvalWhyNot(givenBy(newest), limit, own)
    // Sending back gives nothing away: it needs no limit.
    if (may !== null && (approve || own)) return refuse(may)
    const [kind, action] = approve
      ? (['approved', 'agreement.approve'] as const)
      : (['returned', 'agreement.return'] as const)
    await happened(kind, action, { words: words.trim() })
    return saved()
  })
}

/** What is signed, parties and terms, as one text whose SHA-256 stands with the signature. */
export async function textDigest(tx: Tx, { code, version, party, draft }: AgreementRow): Promise<Buffer> {
  const { name } = await tx.q.selectFrom('company').select('name').executeTakeFirstOrThrow()
  const text = canonicalJson({ code, version, company: name, party, draft })
  return createHash('sha256').update(text).digest()
}

const MOST_MB = 1.4

/** Bytes of a signature, a photo without what its camera wrote; null: not one. */
function signatureIn(kind: AgreementSign['kind'], bytes: Uint8Array) {
  if (bytes.length > MOST_MB * 1e6) return null
  const media = mediaOf(bytes, new Set())
  const kinds = kind === 'drawn' ? ['image/png'] : ['image/png', 'image/jpeg', 'application/pdf']
  const bare = media !== null && kinds.includes(media) ? barePhoto(media, bytes) : null
  return media === null || bare === null ? null : { media, content: Buffer.from(bare) }
}

/**
 * Keeps the signature of the other party: drawn on screen, or the scan of what was signed. Refused: what goes beyond the limits is not
 * approved; a day before it was drafted or ahead; bytes that are no picture or PDF, or too many.
 */
export async function signAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  id: string,
  { seq, kind, signer, day, content: text }: AgreementSign,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.change' } as const
  return onAgreement(deps, caller, helpers, ask, async (here) => {
    const { tx, newest, events, today, stamp, whyNot, happened, saved } = here
    const why = await whyNot('sign')
    if (why !== null) return refuse(why)
    const drafted = events.find((one) => one.kind === 'drafted')?.day ?? today
    if (!isDay(day) || day > today || day < drafted) return invalid('day')
    const got = signatureIn(kind, Buffer.from(text, 'base64'))
    if (!got) return refuse('agreement/signature-invalid', { limitMb: MOST_MB })
    const digest = createHash('sha256').update(got.content).digest()
    const signature = { kind, signer, day, ...got, digest, textDigest: await textDigest(tx, newest) }
    await insertSignature(tx, newest, signature, stamp)
    await happened('signed', 'agreement.sign', {
      detail: { kind, day, digest: digest.toString('hex'), text: signature.textDigest.toString('hex') },
    })
    return saved()
  })
}

/**
 * The last day of a version when its agreement is terminated; null: it is over already. What was not put into force never is: it ends
 * before it began, so that it cannot be signed or activated any more.
 */
function endOf(row: AgreementRow, { today, day }: { readonly today: Day; readonly day: Day }): Day | null {
  const state = standingOn(row, today)
  if (state === 'in-force' || state === 'coming') return day
  if (state === 'ended' || state === 'terminated') return null
  const [yesterday, before] = [addDays(today, -1), addDays(row.from, -1)]
  return yesterday < before ? yesterday : before
}

/** Ends an agreement in force on a day, with all that was to follow, drafted or signed. Refused: none is in force; a day gone by or after its last; no reason. */
export async function terminateAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  id: string,
  { seq, day, reason }: AgreementEnd,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.change', atLedger: true } as const
  return onAgreement(deps, caller, helpers, ask, async (here) => {
    const { tx, rows, today, happened, saved } = here
    const now = rows.find((row) => standingOn(row, today) === 'in-force')
    if (!now) return refuse('agreement/not-in-force')
    if (!isDay(day) || day < today || day > (now.ended ?? now.to)) return invalid('day')
    if (reason.trim() === '') return invalid('reason')
    for (const row of rows) {
      const last = endOf(row, { today, day })
      if (last === null) continue
      await endVersion(tx, row, last)
      const done = await endRebate(here, deps, caller, helpers, row, last)
      if (!done.ok) return done
      // What was never put into force has set no dates.
      const left = last === day ? await endVisits(here, deps, row, day) : ok(null)
      if (!left.ok) return left
      await happened('terminated', 'agreement.terminate', {
        words: reason.trim(),
        version: row.version,
        detail: { day: last },
      })
    }
    return saved()
  })
}
