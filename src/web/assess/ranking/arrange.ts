import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import { keyStandings, type Standing } from '../../../domain/assess/criterion.ts'
import { inOrder, passes, standingOrder } from '../../../domain/assess/list-order.ts'
import { fold, FOUND_ALL, match, type Found } from '../../../domain/chain/name-match.ts'
import type { RankingView } from './view.ts'

export type Row = { readonly account: RankedAccount; readonly found: Found }

/** Filters and sorts for a view. */
export function arrange(
  accounts: readonly RankedAccount[],
  view: RankingView,
  places: () => ReadonlyMap<string, number>,
): readonly Row[] {
  const query = fold(view.query.trim())
  const kept = accounts.filter((account) => passes(account, { query, standings: view.standings }))
  return inOrder(kept, view, places).map((account) => rowOf(account, query))
}

/** Where the query was found is asked only for rows in sight. */
export function rowOf(account: RankedAccount, query: string): Row {
  let found: Found | undefined
  return {
    account,
    get found() {
      return (found ??= match(query, account) ?? FOUND_ALL)
    },
  }
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
  readonly onWatch: number
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
    onWatch: count(['on_watch']),
    disloyal: count(['big_disloyal']),
    disloyalLitres: litres(['big_disloyal']),
  }
}
