import { tonnesOf } from '../volume.ts'
import type { Reason } from './criterion.ts'
import type { MemberWorth } from './whale-curve-member.ts'

/** From this share of what was bought on, what came back is worth a word. */
const MANY_RETURNS = 0.05
/** Below this share of the margin a product mix is not worth a word. */
const MIX_MATTERS = 0.1

/**
 * Why a member costs more than it brings: facts of the window, worst first, at most two; nothing is advised and nobody is
 * accused. `money`: minor units → the company's money. Amounts are a tonne's. Empty for a member that earns.
 */
export function lossReasons(
  worth: MemberWorth,
  suppliers: ReadonlyMap<string, { readonly name: string; readonly contribution: number }>,
  money: (minor: number) => number,
): readonly Reason[] {
  if (worth.contribution >= 0) return []
  const tonnes = tonnesOf(worth.millilitres)
  if (tonnes <= 0) return [{ code: 'nothing-kept', facts: {} }]
  const a = (minor: number) => Math.round(money(minor / tonnes))
  const reasons: Reason[] = []
  const passed = worth.spend - worth.ownSpend
  const supplier = worth.suppliers.map((id) => suppliers.get(id)).find((one) => (one?.contribution ?? 0) < 0)
  if (worth.margin <= 0) reasons.push({ code: 'price-below-cost', facts: { margin: a(worth.margin) } })
  else if (worth.suppliers.length > 0 && worth.ownSpend > 0 && worth.margin - passed >= 0)
    reasons.push({ code: 'own-spend', facts: { spend: a(worth.ownSpend), left: a(worth.margin - passed) } })
  else if (supplier) reasons.push({ code: 'supplier-loses', facts: { name: supplier.name } })
  else reasons.push({ code: 'spend-above-margin', facts: { spend: a(worth.spend), margin: a(worth.margin) } })
  const [component, most = 0] =
    Object.entries(worth.spendBy).toSorted(([, x], [, y]) => (y ?? 0) - (x ?? 0))[0] ?? []
  const gross = worth.millilitres + worth.returned
  const share = gross > 0 ? worth.returned / gross : 0
  const mix = (worth.mixPerKilolitre * worth.millilitres) / 1e6
  if (share >= MANY_RETURNS) reasons.push({ code: 'returns', facts: { share } })
  else if (mix < 0 && -mix >= MIX_MATTERS * Math.abs(worth.margin))
    reasons.push({ code: 'mix', facts: { less: a(-mix) } })
  else if (component !== undefined && most > 0)
    reasons.push({ code: 'largest', facts: { component, spend: a(most) } })
  return reasons
}
