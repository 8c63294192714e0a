import { matches, type Searchable } from '../chain/name-match.ts'
import type { Standing, StandingFilter } from './criterion.ts'
import { growth } from './growth.ts'

/** More rows than this are not sent at once; a longer list is sorted and searched where it is. */
export const MOST_ROWS = 10_000

/** What a ranking can be sorted by, in the order of its columns. */
export const sortKeys = [
  'score',
  'rank',
  'name',
  'standing',
  'volume',
  'change',
  'share',
  'contribution',
  'silence',
  'robustness',
] as const
export type SortKey = (typeof sortKeys)[number]

export type Sorting = { readonly sort: SortKey; readonly descending: boolean }
/** `query` is folded and trimmed; no standings are all of them. */
export type Filter = { readonly query: string; readonly standings: readonly StandingFilter[] }

/** What order and filter look at. The server and the browser put the same rows into the same order, so both use this. */
export type Listable = Searchable & {
  readonly id: string
  readonly score: number | null
  readonly rank: number | null
  readonly standing: Standing
  /** Dormant, and among the market's largest before: see `bigSleepers`. */
  readonly sleepsBig: boolean
  readonly tonnageLitres: number
  readonly lastYearLitres: number | null
  readonly marketShare: number
  readonly contributionPerTonne: number | null
  readonly loyalty: { readonly cycles: number | null }
  readonly robustness: number | null
}

/** From firm to loose: the order of the ruler's segments and of the column "standing". */
export const standingOrder: readonly Standing[] = [
  'key_account',
  'at_risk',
  'on_watch',
  'big_disloyal',
  'candidate',
  'regular',
  'dormant',
]

const place = new Map(standingOrder.map((standing, i) => [standing, i]))

/** `null` is last whichever way the column runs: what is not known is never the best or the worst. */
const values: Readonly<Record<Exclude<SortKey, 'name'>, (account: Listable) => number | null>> = {
  score: (a) => a.score,
  rank: (a) => a.rank,
  standing: (a) => place.get(a.standing) ?? null,
  volume: (a) => a.tonnageLitres,
  change: (a) => growth(a.tonnageLitres, a.lastYearLitres),
  share: (a) => a.marketShare,
  contribution: (a) => a.contributionPerTonne,
  silence: (a) => a.loyalty.cycles,
  robustness: (a) => a.robustness,
}

/** Whether a row passes a filter. */
export function passes(account: Listable, { query, standings }: Filter): boolean {
  const wanted =
    standings.length === 0 ||
    standings.includes(account.standing) ||
    (account.sleepsBig && standings.includes('dormant_big'))
  return wanted && matches(query, account)
}

/** Sorts a list. Equal values keep the order they came in (best first), so the list never jumps. `places`: see `namePlaces`. */
export function inOrder<T extends Listable>(
  accounts: readonly T[],
  { sort, descending }: Sorting,
  places: () => ReadonlyMap<string, number>,
): readonly T[] {
  const sign = descending ? -1 : 1
  const known = sort === 'name' ? places() : null
  const value = sort === 'name' ? (account: T) => known?.get(account.id) ?? null : values[sort]
  return accounts
    .map((account) => ({ account, value: value(account) }))
    .toSorted((a, b) =>
      a.value === null ? (b.value === null ? 0 : 1) : b.value === null ? -1 : sign * (a.value - b.value),
    )
    .map(({ account }) => account)
}

/**
 * The place of each account in the order that people know names in (pinyin for 汉字). Comparing as people do is slow, so it
 * is done once for a list and only when somebody asks for it.
 */
export function namePlaces(
  accounts: readonly Listable[],
  collator: { compare(a: string, b: string): number },
): ReadonlyMap<string, number> {
  const sorted = accounts.toSorted((a, b) => collator.compare(a.name, b.name))
  return new Map(sorted.map((account, i) => [account.id, i]))
}
