import type { ProspectSign, Signed } from '../../contract/prospect.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { readHappened } from '../../domain/develop/prospect.ts'
import { whyNot } from '../../domain/develop/stage.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { accountIn } from './part-store.ts'
import { factsOf } from './step.ts'
import { onProspect, type Helpers } from './with-prospect.ts'

/** Codes of accounts that are made at signing, where none is said. */
const LIKE = 'W0000'

export type SignAsk = Omit<ProspectSign, 'version'> & { readonly id: string; readonly version?: number }

/**
 * Signs a prospect in a transaction that is open already: the account exists from here on, made anew or, where it was there, linked.
 * What signs by other means (an agreement) calls this. Refused: see `withProspect`; no offer was made; a day before the last step or
 * ahead; an account that is no wholesaler of the market, or somebody's prospect already; a code that is taken.
 */
export async function signIn(
  tx: Tx,
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  ask: SignAsk,
): Promise<Result<Signed>> {
  const of = { id: ask.id, ...(ask.version === undefined ? {} : { version: ask.version }) }
  return onProspect(tx, deps, caller.actor, of, async (here) => {
    const { one, today } = here
    const why = whyNot('sign', factsOf(here))
    if (why !== null) return refuse(why)
    const day = readHappened(ask.day ?? today, one.lastDay, today)
    if (!day.ok) return day
    const linked = ask.account ?? one.account
    if (linked !== null && (await accountIn(tx, linked, one.market))?.tier !== 'wholesaler')
      return refuse('account/missing')
    const account = linked ?? deps.newId()
    if (linked === null)
      await helpers.makeAccount(tx, deps, caller, {
        id: account,
        market: one.market,
        code: ask.code?.trim() || (await helpers.freeCode(deps, LIKE)),
        name: one.name,
        owner: one.ownerId,
        phone: one.phone,
        address: one.address,
        city: one.city,
        opened: day.value,
      })
    const version = await here.write(
      { stage: 'signed', account_id: account, signed_on: day.value },
      { kind: 'sign', stage: 'signed', day: day.value, words: '', nextOn: null, reason: null, owner: null },
    )
    await here.note('prospect.sign', { from: one.stage, day: day.value, account, made: linked === null })
    return ok({ id: one.id, version, account })
  })
}

/** Signs by hand, for who may change accounts: whoever signs makes one. */
export async function signProspect(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  id: string,
  ask: ProspectSign,
): Promise<Result<Signed>> {
  for (const right of ['prospect.change', 'account.change'] as const)
    if (!caller.rights.has(right)) return noRight(right)
  return inScope(deps.db, caller.scope, (tx) => signIn(tx, deps, caller, helpers, { ...ask, id }))
}
