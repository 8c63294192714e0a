import type { AccountFigures } from './figures.ts'
import type { MarketVerdict } from './verdict.ts'

/**
 * Ids of the accounts of a market that sleep and were big: dormant, and their volume of this window or of the twelve months
 * before is among the market's K largest of that time. Nobody who bought nothing in a year is big in it.
 */
export function bigSleepers(
  {
    k,
    verdicts,
  }: Pick<MarketVerdict, 'k'> & {
    readonly verdicts: readonly Pick<MarketVerdict['verdicts'][number], 'account' | 'standing'>[]
  },
  accounts: readonly Pick<AccountFigures, 'id' | 'millilitres' | 'lastYearMillilitres'>[],
): ReadonlySet<string> {
  const big = new Set([
    ...largest(accounts, k, (one) => one.millilitres),
    ...largest(accounts, k, (one) => one.lastYearMillilitres ?? 0),
  ])
  const sleeping = verdicts.filter(({ account, standing }) => standing === 'dormant' && big.has(account))
  return new Set(sleeping.map(({ account }) => account))
}

function largest<T extends { readonly id: string }>(
  accounts: readonly T[],
  k: number,
  volume: (account: T) => number,
): readonly string[] {
  const buying = accounts.filter((one) => volume(one) > 0)
  return buying
    .toSorted((a, b) => volume(b) - volume(a))
    .slice(0, k)
    .map(({ id }) => id)
}
