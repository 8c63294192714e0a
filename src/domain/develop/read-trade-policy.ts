import type { Scope } from '../chain/reach.ts'
import { union } from '../chain/reach.ts'
import { addMonths, isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { policyOfDraft, type PolicyDraft } from './trade-policy-draft.ts'
import { readTerms, wholeMinor, type TermsRefusal } from './read-trade-terms.ts'
import type { TradePolicy } from './trade-policy.ts'

export type PolicyRefusal =
  | TermsRefusal
  | 'trade-policy/name-missing'
  | 'trade-policy/day-invalid'
  | 'trade-policy/dates-crossed'
  | 'trade-policy/budget-missing'
  | 'trade-policy/market-unknown'
  | 'trade-policy/tier-none'
  | 'trade-policy/account-unknown'
  | 'trade-policy/sku-unknown'
  | 'trade-policy/pack-missing'
  | 'trade-policy/growth-too-long'

/** What the reader must know of the company. A pack of null is "nobody has said", and is no pack for terms by the case. */
export type PolicyGround = {
  readonly marketsUnder: (node: string) => Scope
  readonly accountKnown: (id: string) => boolean
  readonly skus: ReadonlyMap<
    string,
    { readonly code: string; readonly packOn: (from: Day, to: Day) => boolean }
  >
}

const LONGEST_NAME = 100

/**
 * A draft → a policy whose sums cannot go wrong. Refused, with what is wrong and where: no name; days that are none or crossed; no
 * budget; places, accounts or products that are not there; terms by the case while the pack of one of the named products is unknown on its days;
 * whatever `readTerms` refuses; growth over more than a year, which would be compared with itself.
 */
export function readTradePolicy(
  draft: PolicyDraft,
  ground: PolicyGround,
): Result<TradePolicy, PolicyRefusal> {
  const name = draft.name.trim()
  if (name === '' || name.length > LONGEST_NAME)
    return refuse('trade-policy/name-missing', { most: LONGEST_NAME })
  for (const day of [draft.from, draft.to])
    if (!isDay(day)) return refuse('trade-policy/day-invalid', { day })
  if (draft.from > draft.to) return refuse('trade-policy/dates-crossed', { from: draft.from, to: draft.to })
  if (draft.budgetMinor === null || draft.budgetMinor <= 0) return refuse('trade-policy/budget-missing')
  for (const [field, value] of [
    ['budget', draft.budgetMinor],
    ['approveUpTo', draft.approveUpToMinor],
  ] as const) {
    const read = wholeMinor(value, field)
    if (!read.ok) return read
  }
  const terms = readTerms(draft.terms)
  if (!terms.ok) return terms
  const scope = readScope(draft, ground)
  if (!scope.ok) return scope
  const tooLong =
    draft.terms.kind === 'growth' && draft.period === 'term' && draft.to >= addMonths(draft.from, 12)
  if (tooLong) return refuse('trade-policy/growth-too-long')
  return ok(policyOfDraft({ ...draft, name }, scope.value === '*' ? null : scope.value))
}

function readScope(
  { nodes, tiers, accounts, skus, from, to, terms }: PolicyDraft,
  ground: PolicyGround,
): Result<Scope, PolicyRefusal> {
  let scope: Scope = []
  for (const node of nodes) {
    const beneath = ground.marketsUnder(node)
    if (beneath !== '*' && beneath.length === 0) return refuse('trade-policy/market-unknown', { node })
    scope = union(scope, beneath)
  }
  if (nodes.length === 0) return refuse('trade-policy/market-unknown')
  if (tiers.length === 0) return refuse('trade-policy/tier-none')
  const stranger = accounts?.find((id) => !ground.accountKnown(id))
  if (stranger !== undefined || accounts?.length === 0)
    return refuse('trade-policy/account-unknown', stranger === undefined ? {} : { account: stranger })
  const unknown = skus?.find((id) => !ground.skus.has(id))
  if (unknown !== undefined || skus?.length === 0)
    return refuse('trade-policy/sku-unknown', unknown === undefined ? {} : { sku: unknown })
  // Of all products some may have no pack: their lines say so and earn nothing. Who names a product promises by its case.
  const byCase = terms.kind === 'free_goods' || ('measure' in terms && terms.measure === 'cases')
  const packless = byCase ? (skus ?? []).filter((id) => !ground.skus.get(id)?.packOn(from, to)) : []
  if (packless.length > 0)
    return refuse('trade-policy/pack-missing', {
      skus: packless.map((id) => ground.skus.get(id)?.code ?? id).join(', '),
    })
  return ok(scope)
}
