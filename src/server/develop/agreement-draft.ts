import type {
  AgreementAmend,
  AgreementChange,
  AgreementSaved,
  NewAgreement,
} from '../../contract/agreement.ts'
import { covers, noRight, type Caller } from '../../domain/chain/reach.ts'
import { givenOf } from '../../domain/develop/agreement/given.ts'
import { readAgreement, type AgreementDraft } from '../../domain/develop/agreement/read-agreement.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { namesOn } from './agreement-ground-store.ts'
import { appendEvent, insertAgreement, nextAgreementCode, writeVersion } from './agreement-store.ts'
import { accountIn } from './part-store.ts'
import { loadProspects } from './prospect-store.ts'
import { onAgreement } from './with-agreement.ts'
import type { Helpers } from './with-prospect.ts'

type Tree = Pick<Helpers, 'tree'>

/** A hundred billion yuan in all: a larger figure is a slip. */
const MOST_MINOR = 10n ** 13n

/** A draft that holds by itself (`readAgreement`), of markets in the reach, products that are there and no more money than anybody gives. */
async function wanted(tx: Tx, { tree }: Tree, given: AgreementDraft): Promise<Result<AgreementDraft>> {
  const markets = [...new Set(given.markets)].toSorted()
  const products = given.products && [...new Set(given.products)].toSorted()
  const read = readAgreement({ ...given, markets, products })
  if (!read.ok) return read
  if (givenOf(read.value).total > MOST_MINOR) return refuse('agreement/field-invalid', { field: 'rebate' })
  const nodes = new Map((await tree(tx)).map((node) => [node.id, node.kind]))
  const there = markets.every((market) => nodes.get(market) === 'market') && covers(tx.scope, markets)
  if (!there) return refuse('agreement/field-invalid', { field: 'markets' })
  const names = await namesOn(tx, [], products ?? [])
  if (Object.keys(names.products).length < (products ?? []).length)
    return refuse('agreement/field-invalid', { field: 'products' })
  return read
}

type Party = {
  readonly market: string
  readonly name: string
  readonly prospect: string | null
  readonly account: string | null
}

async function partyOf(tx: Tx, { kind, id }: NewAgreement['with']): Promise<Result<Party>> {
  if (kind === 'account') {
    const account = await accountIn(tx, id, null)
    if (account?.tier !== 'wholesaler') return refuse('account/missing')
    return ok({ market: account.market, name: account.name, prospect: null, account: id })
  }
  const [one] = await loadProspects(tx, tx.scope, id)
  if (!one) return refuse('prospect/missing')
  if (one.stage === 'lost') return refuse('prospect/is-lost')
  if (one.stage === 'signed') return refuse('prospect/signed-already')
  return ok({ market: one.market, name: one.name, prospect: id, account: null })
}

/**
 * Drafts an agreement with a prospect or an account. Refused: see `readAgreement`; markets out of reach; a prospect that was lost or
 * signed; an account that is no wholesaler.
 */
export async function draftAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  ask: NewAgreement,
): Promise<Result<AgreementSaved>> {
  if (!caller.rights.has('agreement.change')) return noRight('agreement.change')
  const stamp = { actor: caller.actor, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, stamp.at)
    if (!company) return refuse('company/missing')
    const party = await partyOf(tx, ask.with)
    if (!party.ok) return party
    const read = await wanted(tx, helpers, ask.draft)
    if (!read.ok) return read
    const draft = read.value
    const code = await nextAgreementCode(tx)
    const at = { market: party.value.market, id: deps.newId(), version: 1 }
    await insertAgreement(tx, at, { code, ...party.value }, stamp)
    const says = { party: party.value.name, draft, given: givenOf(draft), author: caller.actor }
    await writeVersion(tx, at, { kind: 'first', ...says })
    await appendEvent(tx, at, { seq: 1, kind: 'drafted', day: company.today, words: '' }, stamp)
    const detail = { code, version: 1, from: draft.from, to: draft.to }
    await audit(tx, deps.newId, stamp, {
      market: at.market,
      action: 'agreement.draft',
      subject: at.id,
      detail,
    })
    return ok({ id: at.id, version: 1, seq: 1, account: party.value.account })
  })
}

/** Whether the days of a version can follow those of the one in force: an amendment begins later, a renewal after its last day. */
function follows(
  kind: 'first' | 'amendment' | 'renewal',
  from: string,
  before: { from: string; to: string } | undefined,
) {
  if (!before || kind === 'first') return true
  return kind === 'amendment' ? from > before.from : from > before.to
}

/** Writes a draft anew. Refused as when it is made; one that was sent or signed. */
export async function changeAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  id: string,
  { seq, draft: given }: AgreementChange,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.change' } as const
  return onAgreement(deps, caller, helpers, ask, async ({ tx, rows, newest, whyNot, happened, saved }) => {
    const why = await whyNot('change')
    if (why !== null) return refuse(why)
    const read = await wanted(tx, helpers, given)
    if (!read.ok) return read
    const draft = read.value
    if (!follows(newest.kind, draft.from, rows[1]))
      return refuse('agreement/field-invalid', { field: 'from' })
    const says = { kind: newest.kind, party: newest.party, draft, given: givenOf(draft) }
    await writeVersion(tx, newest, { ...says, author: caller.actor })
    await happened('drafted', 'agreement.change', { detail: { from: draft.from, to: draft.to } })
    return saved()
  })
}

/**
 * Drafts the next version of an agreement in force, which stays as it is until the new one is activated. Refused: none is in force, or a
 * next one is under way; days that do not follow; see `readAgreement`.
 */
export async function amendAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  id: string,
  { seq, kind, draft: given }: AgreementAmend,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.change' } as const
  return onAgreement(deps, caller, helpers, ask, async ({ tx, newest, whyNot, happened, saved }) => {
    const why = await whyNot(kind === 'renewal' ? 'renew' : 'amend')
    if (why !== null) return refuse(why)
    const read = await wanted(tx, helpers, given)
    if (!read.ok) return read
    const draft = read.value
    if (!follows(kind, draft.from, { from: newest.from, to: newest.ended ?? newest.to }))
      return refuse('agreement/field-invalid', { field: 'from' })
    const version = newest.version + 1
    const says = { kind, party: newest.party, draft, given: givenOf(draft), author: caller.actor }
    await writeVersion(tx, { ...newest, version }, says)
    const action = kind === 'renewal' ? 'agreement.renew' : 'agreement.amend'
    await happened('drafted', action, { version, detail: { from: draft.from, to: draft.to } })
    return saved(version)
  })
}
