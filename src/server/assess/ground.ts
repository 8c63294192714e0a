import type { Moves } from '../../domain/chain/account-move.ts'
import type { SpendComponent } from '../../domain/assess/figures.ts'
import type { Policy } from '../../domain/assess/policy.ts'
import type { Day } from '../../domain/day.ts'
import type { CompanyRow, Heads, NodeRow } from './ground-store.ts'
import type { Links } from './moved.ts'
import type { ReferenceRow } from './policy-store.ts'

/** What every assessment stands on, whoever asks: the company, its tree, how far its ledger reaches, the policy. */
export type Ground = {
  readonly company: CompanyRow
  readonly hq: string
  readonly nodes: readonly NodeRow[]
  readonly markets: readonly string[]
  readonly heads: Heads
  readonly today: Day
  /** Of the accounts that ever moved between markets. */
  readonly moves: Moves
  readonly links: Links
  /** First and last day with movements of each market that has any. */
  readonly spans: ReadonlyMap<string, { readonly first: Day; readonly last: Day }>
  readonly firstDay: Day | null
  readonly lastDay: Day | null
  readonly knownSpend: readonly SpendComponent[]
  readonly knownExcise: boolean
  /** Which measures anything at all is known of, beside volume, profit and growth. */
  readonly knownMeasures: ReadonlySet<string>
  readonly policy: { readonly version: number; readonly body: Policy; readonly stored: boolean }
  readonly references: readonly ReferenceRow[]
  /** All that markets take from the company, in short. */
  readonly inputs: string
}

/**
 * Changes whenever something is written that an assessment of the market could see: by the market's own chain, or by what it
 * takes from the company (excise, known costs, policy, yardstick, stored months). Of other markets only those matter from which
 * accounts moved here, or to which they went.
 */
export function stampOf(ground: Ground, market: string): string {
  const heads = [market, ...(ground.links.get(market) ?? [])].map((one) => ground.heads.get(one) ?? 0)
  return `${heads.join('-')}/${ground.inputs}`
}
