import type { AccountFigures, SpendComponent } from './figures.ts'
import { spendComponents } from './figures.ts'

/** What one member of a market earns and costs the manufacturer in the window, minor units; volumes in millilitres. */
export type MemberWorth = {
  readonly id: string
  readonly millilitres: number
  /** Volume brought back, positive; part of the net volume already. */
  readonly returned: number
  /** Revenue − cost − excise. */
  readonly margin: number
  /** All spend that is taken off: its own, and for a sub-distributor its part of the supplier's. */
  readonly spend: number
  readonly spendBy: Readonly<Partial<Record<SpendComponent, number>>>
  /** What was booked for the member itself. */
  readonly ownSpend: number
  readonly contribution: number
  /** Of a sub-distributor: who supplies it, and what a kilolitre of his products leaves more or less than his average. */
  readonly suppliers: readonly string[]
  readonly mixPerKilolitre: number
}

/** A tier-1 account whose contribution is known; the account's figures and its contribution must be of the same window. */
export function worthOfAccount(
  figures: AccountFigures,
  contribution: number,
  knownSpend: readonly SpendComponent[],
  returned: number,
): MemberWorth {
  const taken = spendComponents.filter((one) => one !== 'on_invoice' && knownSpend.includes(one))
  const spendBy = Object.fromEntries(taken.map((one) => [one, figures.spend[one] ?? 0]))
  const spend = Object.values(spendBy).reduce((sum, minor) => sum + minor, 0)
  return {
    id: figures.id,
    millilitres: figures.millilitres,
    returned,
    margin: contribution + spend,
    spend,
    spendBy,
    ownSpend: spend,
    contribution,
    suppliers: [],
    mixPerKilolitre: 0,
  }
}

export type SubMember = {
  readonly id: string
  readonly millilitres: number
  readonly returned: number
  /** Suppliers by their part of the window, adding up to 1; none: nobody knows who supplies it. */
  readonly suppliers: readonly { readonly id: string; readonly part: number }[]
  /** What a kilolitre of its products leaves at the market's margins; null: unknown. */
  readonly mixMargin: number | null
  readonly ownSpend: number
}

/**
 * What a sub-distributor's volume is worth to the manufacturer (Niraj, Gupta, Narasimhan, Journal of Marketing 65(3), 2001:
 * a customer's customer is judged by what passes through the chain to it):
 *   contribution = kilolitres × (supplier's contribution a kilolitre + what its products leave more or less than the
 *   supplier's) − what was spent on it directly.
 * The margins of products are the market's. Null where no supplier with a known contribution is known.
 */
export function worthOfSub(
  sub: SubMember,
  suppliers: ReadonlyMap<string, MemberWorth & { readonly mixMargin: number | null }>,
): MemberWorth | null {
  const known = sub.suppliers.flatMap(({ id, part }) => {
    const worth = suppliers.get(id)
    return worth && worth.millilitres > 0 && part > 0 ? [{ worth, part }] : []
  })
  const whole = known.reduce((sum, { part }) => sum + part, 0)
  if (whole <= 0) return null
  const kilolitres = sub.millilitres / 1e6
  const mean = (of: (worth: MemberWorth & { readonly mixMargin: number | null }) => number) =>
    known.reduce((sum, { worth, part }) => sum + (of(worth) * part) / whole, 0)
  const perKilolitre = (minor: number, worth: MemberWorth) => minor / (worth.millilitres / 1e6)
  const mixPerKilolitre = mean((worth) =>
    sub.mixMargin === null || worth.mixMargin === null ? 0 : sub.mixMargin - worth.mixMargin,
  )
  const margin = Math.round(
    kilolitres * (mean((worth) => perKilolitre(worth.margin, worth)) + mixPerKilolitre),
  )
  const spendBy: Partial<Record<SpendComponent, number>> = {}
  for (const component of spendComponents) {
    const part = mean((worth) => perKilolitre(worth.spendBy[component] ?? 0, worth))
    if (part !== 0) spendBy[component] = Math.round(kilolitres * part)
  }
  const passed = Math.round(kilolitres * mean((worth) => perKilolitre(worth.spend, worth)))
  return {
    id: sub.id,
    millilitres: sub.millilitres,
    returned: sub.returned,
    margin,
    spend: passed + sub.ownSpend,
    spendBy,
    ownSpend: sub.ownSpend,
    contribution: margin - passed - sub.ownSpend,
    suppliers: known.toSorted((a, b) => b.part - a.part).map(({ worth }) => worth.id),
    mixPerKilolitre,
  }
}
