import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import { isPeriodOf, type StandingPolicy } from '../../domain/develop/policy-attribution.ts'
import { NOTHING } from '../../domain/develop/policy-entitlement.ts'
import { speaksTo } from '../../domain/develop/trade-policy-lines.ts'
import { measureOf, yearBefore } from '../../domain/develop/trade-policy.ts'
import { companyNow } from '../db/company-day.ts'
import type { Tx } from '../db/transaction.ts'
import { marketsOfBatch, mergedIn, policyLines } from './policy-line-store.ts'
import { Poster, type Run } from './policy-poster.ts'
import { loadPolicies, standingOf } from './policy-store.ts'
import { leftUnits, type Booking } from './policy-unit-store.ts'

type Making = { readonly newId: () => string }

/**
 * Posts what a batch of the ledger, or its undoing, brings accounts under the policies of their markets, in the transaction that
 * appends its entries. The caller holds the ledger's lock. Costs the batch's own entries, whatever lies before them.
 */
export async function accrue(
  tx: Tx,
  { newId }: Making,
  { batch, at }: { readonly batch: string; readonly at: Date },
): Promise<void> {
  const standing = (await loadPolicies(tx, tx.scope)).map(standingOf)
  if (standing.length === 0) return
  const company = await companyNow(tx, at)
  const markets = await marketsOfBatch(tx, batch)
  if (!company || markets.length === 0) return
  const booking: Booking = { cause: 'movements', batch, bookedOn: company.today, at }
  const idsOf = await membersOf(tx, markets)
  const run: Run = { ...booking, id: newId(), newId, mode: 'adds', standing, targets: null, idsOf }
  const poster = new Poster(tx, run)
  for await (const lines of policyLines(tx, markets, countingTiers(standing), { batch }))
    await poster.add(lines)
  await poster.end()
}

/** Tiers whose lines some of these policies count: nobody reads those of the others. */
function countingTiers(policies: readonly StandingPolicy[]): readonly Tier[] {
  const counting = policies.filter(({ policy }) => measureOf(policy.terms) !== null)
  return [...new Set(counting.flatMap(({ policy }) => policy.scope.tiers))]
}

/** To an account and all that count for it. */
async function membersOf(tx: Tx, markets: readonly string[]): Promise<Run['idsOf']> {
  const members = new Map<string, string[]>()
  for (const { market_id: market, id, root } of await mergedIn(tx, markets)) {
    const key = `${market} ${root}`
    members.set(key, [...(members.get(key) ?? [root]), id])
  }
  return (market, root) => members.get(`${market} ${root}`) ?? [root]
}

export type Restate = {
  readonly cause: 'change' | 'merge'
  readonly targets: readonly StandingPolicy[]
  readonly standing: readonly StandingPolicy[]
  readonly markets: readonly string[]
  /** Those whose merging changes what they count; null: all. */
  readonly accounts: readonly string[] | null
  readonly componentBefore?: ReadonlyMap<string, string>
  readonly bookedOn: Day
  readonly at: Date
}

/**
 * Reckons units of policies anew from the ledger and posts what they are apart from what was posted; nothing that was posted is
 * changed. Units for which nothing speaks any more come to nothing. The caller holds the ledger's lock. Answers how many postings.
 */
export async function restate(tx: Tx, { newId }: Making, ask: Restate): Promise<number> {
  const { targets, standing, markets, accounts, cause, bookedOn, at } = ask
  if (targets.length === 0 || markets.length === 0) return 0
  const idsOf = await membersOf(tx, markets)
  const run: Run = {
    cause,
    batch: null,
    bookedOn,
    at,
    id: newId(),
    newId,
    mode: 'anew',
    standing,
    targets: new Set(targets.map(({ id }) => id)),
    idsOf,
    ...(ask.componentBefore ? { componentBefore: ask.componentBefore } : {}),
  }
  const firsts = targets.map(({ policy }) =>
    policy.terms.kind === 'growth' ? yearBefore(policy.from) : policy.from,
  )
  const poster = new Poster(tx, run)
  const days = {
    from: firsts.toSorted()[0] as Day,
    to: targets
      .map(({ policy }) => policy.to)
      .toSorted()
      .at(-1) as Day,
  }
  for await (const lines of policyLines(tx, markets, countingTiers(targets), { ...days, roots: accounts }))
    await poster.add(lines)
  await poster.end()
  await postLeft(tx, poster, run, ask)
  return poster.postings
}

async function postLeft(
  tx: Tx,
  poster: Poster,
  run: Run,
  { targets, markets, accounts }: Restate,
): Promise<void> {
  const byId = new Map(targets.map((one) => [one.id, one]))
  for (;;) {
    const policies = [...byId.keys()]
    const left = await leftUnits(tx, { run: run.id, policies, markets, accounts })
    if (left.length === 0) return
    await poster.post(
      left.map((balance) => {
        const of = byId.get(balance.policy) as StandingPolicy
        const whom = {
          market: balance.market,
          ids: run.idsOf(balance.market, balance.account),
          tier: balance.tier,
        }
        const stays = balance.confirmed && speaksTo(of.policy, whom) && isPeriodOf(of.policy, balance.period)
        return { balance, of, after: { ...NOTHING, confirmed: stays } }
      }),
    )
  }
}

/** Accounts that count for another, or for themselves again: what policies brought them is reckoned anew. */
export async function afterMerge(
  tx: Tx,
  deps: Making,
  {
    market,
    accounts,
    at,
  }: { readonly market: string; readonly accounts: readonly string[]; readonly at: Date },
): Promise<void> {
  const standing = (await loadPolicies(tx, [market])).map(standingOf)
  const company = await companyNow(tx, at)
  if (standing.length === 0 || !company) return
  const ask = { cause: 'merge' as const, targets: standing, standing, markets: [market], accounts }
  await restate(tx, deps, { ...ask, bookedOn: company.today, at })
}
