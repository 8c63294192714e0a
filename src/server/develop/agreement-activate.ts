import type { AgreementSaved, AgreementStep, AgreementWaive } from '../../contract/agreement.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { addDays } from '../../domain/day.ts'
import { overlapOf, type Ground, type Overlap } from '../../domain/develop/agreement/territory-overlap.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import {
  insertWaivers,
  loadWaivers,
  namesOn,
  otherOfAccount,
  othersThere,
  writeGround,
  type OtherGround,
} from './agreement-ground-store.ts'
import { endRebate, keepPromises } from './agreement-promises.ts'
import { endVersion, linkAccount, type AgreementRow } from './agreement-store.ts'
import { signIn } from './sign.ts'
import { onAgreement, standingOn, type OnAgreement } from './with-agreement.ts'
import type { Helpers } from './with-prospect.ts'

export function groundOf({ draft }: AgreementRow): Ground {
  const { markets, products, from, to, exclusive } = draft
  return { markets: new Set(markets), products: products && new Set(products), from, to, exclusive }
}

export type Meeting = Overlap & Pick<OtherGround, 'id' | 'code'> & { readonly waived: string | null }

/** Other agreements that promise what this version promises, and whether somebody has let them. */
export async function meetingsOf(tx: Tx, row: AgreementRow): Promise<readonly Meeting[]> {
  const ground = groundOf(row)
  const waivers = await loadWaivers(tx, row)
  const others = await othersThere(tx, row.id, ground)
  return others.flatMap(({ id, code, ...other }) => {
    const overlap = overlapOf(ground, other)
    return overlap ? [{ ...overlap, id, code, waived: waivers.get(id) ?? null }] : []
  })
}

/**
 * Lets a version stand on the ground of others, as it was signed: a draft may still be written anew. Refused: it meets none that is not
 * waived; no reason; it is not signed, or over with it already.
 */
export async function waiveOverlap(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  id: string,
  { seq, reason }: AgreementWaive,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.approve' } as const
  return onAgreement(deps, caller, helpers, ask, async ({ tx, newest, stamp, note, saved }) => {
    if (reason.trim() === '') return refuse('agreement/field-invalid', { field: 'reason' })
    if (caller.actor === newest.author) return refuse('agreement/own-approval')
    const open = (await meetingsOf(tx, newest)).filter(({ waived }) => waived === null)
    const others = [...new Set(open.map((one) => one.id))]
    if (others.length === 0 || newest.last === 'activated') return refuse('agreement/no-overlap')
    if (newest.last !== 'signed') return refuse('agreement/not-signed')
    await insertWaivers(tx, newest, others, reason.trim(), stamp)
    await note('agreement.waive', { version: newest.version, others })
    return saved()
  })
}

/**
 * What was signed begins to hold: the account exists from here on with its rebate as a trade policy and its visits as
 * fixed dates, the version before ends the day before, and the ground is given. All in one transaction. Refused: not signed; ground that another agreement was given, unless waived; another agreement of the account at these
 * days; a prospect that cannot be signed (`signIn`), so that of two who sign one wholesaler one is told.
 */
export async function activateAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  id: string,
  { seq }: AgreementStep,
): Promise<Result<AgreementSaved>> {
  const ask = { id, seq, right: 'agreement.change', atLedger: true } as const
  return onAgreement(deps, caller, helpers, ask, async (here) => {
    const { tx, rows, newest, whyNot, happened, saved } = here
    const why = await whyNot('activate')
    if (why !== null) return refuse(why)
    // The ledger's lock is held: whoever activates at the same time comes after, and sees what was given here.
    const stop = (await meetingsOf(tx, newest)).find(({ waived }) => waived === null)
    if (stop) return refuse('agreement/overlap', await told(tx, stop))
    const account = await accountOf(here, deps, caller, helpers)
    if (!account.ok) return account
    const other = await otherOfAccount(tx, newest, account.value, newest)
    if (other !== undefined) return refuse('agreement/account-has-one', { code: other })
    for (const row of rows.slice(1)) {
      const given = await giveWay(here, deps, caller, helpers, row)
      if (!given.ok) return given
    }
    const promised = await keepPromises(here, deps, caller, helpers, account.value)
    if (!promised.ok) return promised
    await writeGround(tx, newest, groundOf(newest))
    await happened('activated', 'agreement.activate', { detail: { account: account.value } })
    return saved(newest.version, account.value)
  })
}

/** The account of the agreement: its own, or the one that signing its prospect makes. */
async function accountOf(
  { tx, newest }: OnAgreement,
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
): Promise<Result<string>> {
  if (newest.account !== null) return ok(newest.account)
  const signed = await signIn(tx, deps, caller, helpers, { id: newest.prospect ?? '' })
  if (!signed.ok) return signed
  await linkAccount(tx, newest, signed.value.account)
  return ok(signed.value.account)
}

/** A version in force or to come ends the day before the next begins, with its rebate; its own last day, where that comes first. */
async function giveWay(
  here: OnAgreement,
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  row: AgreementRow,
): Promise<Result<null>> {
  const state = standingOn(row, here.today)
  const before = addDays(here.newest.from, -1)
  if (state !== 'in-force' && state !== 'coming') return ok(null)
  if (before >= (row.ended ?? row.to)) return ok(null)
  await endVersion(here.tx, row, before)
  return endRebate(here, deps, caller, helpers, row, before)
}

async function told(tx: Tx, { code, markets, from, to }: Meeting) {
  const names = await namesOn(tx, markets, [])
  return { code, from, to, markets: Object.values(names.markets).join('、') }
}
