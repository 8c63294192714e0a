import type { Doubles, MergePreview } from '../../contract/account.ts'
import type { Standing } from '../../domain/assess/criterion.ts'
import { likeness } from '../../domain/chain/double.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { windowTo, type Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { litresOf } from '../../domain/volume.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { loadCandidates, loadHeld, type HeldRow } from './merge-preview-store.ts'
import { whoseOf, type Whose } from './whose-store.ts'
import { withAccount } from './with-account.ts'

const MOST_LIKELY = 10

/** Accounts that may be the same firm, the likeliest first, and those that were merged into this one already. */
export async function doubles(deps: Deps, caller: Caller, account: string): Promise<Result<Doubles>> {
  return withAccount(
    deps,
    caller,
    'account.merge',
    account,
    async ({ tx, whose }) => {
      const [self, ...others] = await loadCandidates(tx, whose)
      const likely = others
        .filter(() => self?.id === whose.id)
        .map((one) => ({ one, why: self ? likeness(self, one) : [] }))
        .filter(({ why }) => why.length > 0)
        .toSorted((a, b) => b.why.length - a.why.length || (a.one.code < b.one.code ? -1 : 1))
        .slice(0, MOST_LIKELY)
      return ok({
        likely: likely.map(({ one, why }) => ({
          id: one.id,
          account: one.code,
          name: one.name,
          city: one.city,
          why: [...why],
        })),
        merged: [...whose.merged].map(([id, { code, name }]) => ({ id, account: code, name })),
      })
    },
    true,
  )
}

type Place = { readonly name: string; readonly standing: Standing; readonly rank: number | null }
/** What other slices know of a merge, handed over by the app. */
export type Merging = { readonly outlook: Outlook; readonly related: Related }
/** Whether one account stands above the other, however far: the rule of the merge itself. */
type Related = (
  tx: Tx,
  market: string,
  one: { readonly id: string },
  two: { readonly id: string },
) => Promise<boolean>
/** The verdicts of a market with and without a merge. */
type Outlook = (
  deps: Deps,
  caller: Caller,
  ask: { readonly market: string; readonly account: string; readonly into: string },
) => Promise<
  Result<{
    readonly asOf: Day
    readonly before: ReadonlyMap<string, Place>
    readonly after: ReadonlyMap<string, Place>
  }>
>

/**
 * What would move, and what it would make of standings; nothing is written. Refused: no right, an account that is not there, the
 * same one twice, two markets, two tiers, one that is the other's branch.
 */
export async function previewMerge(
  deps: Deps,
  caller: Caller,
  { outlook, related }: Merging,
  ask: { readonly account: string; readonly into: string },
): Promise<Result<MergePreview>> {
  const pair = await withAccount(
    deps,
    caller,
    'account.merge',
    ask.account,
    async ({ tx, whose: one }): Promise<Result<{ readonly one: Whose; readonly into: Whose }>> => {
      const into = await whoseOf(tx, caller.scope, ask.into)
      if (!into) return refuse('account/missing', { account: ask.into })
      if (into.id === one.id) return refuse('account/merge-self')
      if (into.market !== one.market) return refuse('account/merge-market')
      if (into.tier !== one.tier) return refuse('account/merge-tier')
      if (await related(tx, one.market, one, into)) return refuse('account/merge-child')
      return ok({ one, into })
    },
    true,
  )
  if (!pair.ok) return pair
  const { one, into } = pair.value
  const seen = await outlook(deps, caller, { market: one.market, account: one.id, into: into.id })
  if (!seen.ok) return seen
  const { asOf, before, after } = seen.value
  const [heldOne, heldInto] = await inScope(
    deps.db,
    caller.scope,
    async (tx) => [await loadHeld(tx, one, windowTo(asOf, 12)), await loadHeld(tx, into, windowTo(asOf, 12))],
    { readOnly: true, snapshot: true },
  )
  if (!heldOne || !heldInto) throw new Error('nothing held')
  const others = [...before].flatMap(([id, was]) => {
    const now = after.get(id)
    if (id === one.id || id === into.id || !now || now.standing === was.standing) return []
    return [{ name: was.name, before: was.standing, after: now.standing }]
  })
  const left = after.get(into.id)
  return ok({
    asOf,
    account: held(one, heldOne, before),
    into: held(into, heldInto, before),
    after: {
      litres: litresOf(heldOne.ml + heldInto.ml),
      standing: left?.standing ?? null,
      rank: left?.rank ?? null,
    },
    others,
  })
}

function held(whose: Whose, { ml, ...row }: HeldRow, places: ReadonlyMap<string, Place>) {
  const place = places.get(whose.id)
  return {
    id: whose.id,
    account: whose.code,
    name: whose.name,
    ...row,
    litres: litresOf(ml),
    standing: place?.standing ?? null,
    rank: place?.rank ?? null,
  }
}
