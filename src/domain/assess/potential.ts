import type { Day } from '../day.ts'
import { factAt } from './fact.ts'
import type { AccountFigures } from './figures.ts'
import type { Policy } from './policy.ts'

/** Growth is ln(window ÷ the twelve months before); white space 1 − share of wallet (article 1.4). Loyalty is a gate, never a part. */
export type PotentialMeasures = { readonly growth: number | null; readonly whiteSpace: number | null }

/**
 * Growth needs `growthHistoryMonths` of the account's own history and volume a year ago; an account that sold then and sells
 * nothing now has growth −∞ (the foot of the scale). White space needs a share of wallet that has not expired.
 */
export function potentialMeasures(
  account: AccountFigures,
  policy: Pick<Policy, 'growthHistoryMonths'>,
  asOf: Day,
): PotentialMeasures {
  const wallet = factAt(account.facts, 'share_of_wallet', asOf)
  return { growth: growth(account, policy.growthHistoryMonths), whiteSpace: wallet ? 1 - wallet.value : null }
}

function growth(account: AccountFigures, needed: number): number | null {
  const before = account.lastYearMillilitres
  if (account.historyMonths < needed || before === null || before <= 0) return null
  return account.millilitres > 0 ? Math.log(account.millilitres / before) : Number.NEGATIVE_INFINITY
}
