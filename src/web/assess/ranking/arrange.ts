import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import { keyStandings, type Standing } from '../../../domain/assess/criterion.ts'
import { growth } from '../figures.ts'
import { fold, FOUND_ALL, match, matches, type Found } from './match.ts'
import type { RankingView, SortKey } from './view.ts'

export type Row = { readonly account: RankedAccount; readonly found: Found }

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

type Value = number | string | null

/** `null` is last whichever way the column runs: what is not known is never the best or the worst. */
const values: Readonly<Record<Exclude<SortKey, 'name'>, (account: RankedAccount) => Value>> = {
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

/** Filters and sorts for a view. Equal values keep the server's order (by rank), so the list never jumps. */
export function arrange(
  accounts: readonly RankedAccount[],
  view: RankingView,
  places: () => ReadonlyMap<string, number>,
): readonly Row[] {
  const query = fold(view.query.trim())
  const wanted = new Set(view.standings)
  const rows: Row[] = []
  for (const account of accounts) {
    if (wanted.size > 0 && !wanted.has(account.standing)) continue
    if (matches(query, account)) rows.push(rowOf(account, query))
  }
  const sign = view.descending ? -1 : 1
  const value = view.sort === 'name' ? byName(places()) : values[view.sort]
  return rows
    .map((row) => ({ row, value: value(row.account) }))
    .toSorted((a, b) =>
      a.value === null
        ? b.value === null
          ? 0
          : 1
        : b.value === null
          ? -1
          : sign * compare(a.value, b.value),
    )
    .map(({ row }) => row)
}

/** Where the query was found is asked only for rows in sight. */
function rowOf(account: RankedAccount, query: string): Row {
  let found: Found | undefined
  return {
    account,
    get found() {
      return (found ??= match(query, account) ?? FOUND_ALL)
    },
  }
}

function byName(places: ReadonlyMap<string, number>): (account: RankedAccount) => Value {
  return (account) => places.get(account.id) ?? null
}

/**
 * The place of each account in the order that people know names in (pinyin for 汉字). Comparing as people do is slow, so it
 * is done once for a list and only when somebody asks for it.
 */
export function namePlaces(
  accounts: readonly RankedAccount[],
  collator: Intl.Collator,
): ReadonlyMap<string, number> {
  const sorted = accounts.toSorted((a, b) => collator.compare(a.name, b.name))
  return new Map(sorted.map((account, i) => [account.id, i]))
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export type Segment = {
  readonly standing: Standing
  readonly accounts: number
  readonly litres: number
  readonly share: number
}

/** The ruler: one segment a standing that anybody has, width = share of the litres. */
export function segments(totals: Ranking['totals']): readonly Segment[] {
  return standingOrder.flatMap((standing) => {
    const found = totals.byStanding.find((entry) => entry.standing === standing)
    if (!found || found.accounts === 0) return []
    const share = totals.litres > 0 ? Math.max(0, found.litres) / totals.litres : 0
    return [{ standing, accounts: found.accounts, litres: found.litres, share }]
  })
}

export type Summary = {
  readonly keyAccounts: number
  readonly keyLitres: number
  readonly keyShare: number
  readonly atRisk: number
  readonly disloyal: number
  readonly disloyalLitres: number
}

/** The figures of the sentence. */
export function summary(totals: Ranking['totals']): Summary {
  const of = (standings: readonly Standing[]) =>
    totals.byStanding.filter((entry) => standings.includes(entry.standing))
  const count = (standings: readonly Standing[]) =>
    of(standings).reduce((sum, entry) => sum + entry.accounts, 0)
  const litres = (standings: readonly Standing[]) =>
    of(standings).reduce((sum, entry) => sum + entry.litres, 0)
  return {
    keyAccounts: count(keyStandings),
    keyLitres: litres(keyStandings),
    keyShare: totals.litres > 0 ? litres(keyStandings) / totals.litres : 0,
    atRisk: count(['at_risk']),
    disloyal: count(['big_disloyal']),
    disloyalLitres: litres(['big_disloyal']),
  }
}
