import type { Scope } from '../../domain/chain/reach.ts'
import type { Problem } from '../../domain/problem.ts'
import type { AccountEntry, MarketEntry, SkuEntry } from './entries.ts'

const problem = (code: Problem['code'], facts: Problem['facts']): Problem => ({ code, facts })

/**
 * Which of a file's accounts may be in it, and in which market those belong that the database doesn't know: the others are
 * `refused`. Makes nothing: an import and its preview judge alike.
 */
export function judgeAccounts(accounts: readonly AccountEntry[], scope: Scope, createMissing: boolean): void {
  for (const entry of accounts) if (entry.alias) entry.alias.market ??= entry.market
  for (const entry of accounts) {
    if (entry.known || entry.alias || entry.refused) continue
    if (!createMissing) {
      entry.refused = problem('line/account-unknown', { code: entry.code })
      continue
    }
    const market =
      entry.lines > 0 ? (entry.market ?? entry.sellerMarket) : (entry.sellerMarket ?? entry.market)
    entry.refused = marketProblem(market, scope)
    entry.market = market
  }
}

/** Refuses products that are not there, where none may be made. */
export function judgeSkus(skus: readonly SkuEntry[], createMissing: boolean): void {
  for (const entry of skus)
    if (!entry.alias && !entry.refused && !createMissing && (!entry.known || entry.known.withdrawn))
      entry.refused = problem('line/sku-unknown', { code: entry.code })
}

/** Why accounts cannot be made in a market; undefined: they can. */
function marketProblem(market: MarketEntry | undefined, scope: Scope): Problem | undefined {
  if (!market) return problem('line/no-market', {})
  const { known } = market
  if (scope !== '*' && !(known && !known.withdrawn && scope.includes(known.id)))
    return problem('line/out-of-reach', { code: market.code })
  if (known && known.kind !== 'market') return problem('line/no-market', { code: market.code })
  if (known?.closed) return problem('market/closed', { market: known.name, day: known.closed })
  market.id = known && !known.withdrawn ? known.id : undefined
  return undefined
}
