import { minus, negative, over, ratio, sum, times, type Fraction } from '../fraction.ts'
import { componentNames, type ComponentName, type Deal, type EmptyExchange } from './deal.ts'
import { freeShare } from './free-goods.ts'
import { rebateOn } from './tier-rebate.ts'

export type Component = {
  readonly name: ComponentName
  /** Yuan a case to the wholesaler; null where `needs` names what is not known. */
  readonly amount: Fraction | null
  readonly needs: 'firstOrder.cases' | 'firstOrder.priceIn' | null
}

export type PerCase = {
  /** What was said of the deal, in the order of the trade. */
  readonly components: readonly Component[]
  /** The sum of what is known; null if nothing is. */
  readonly total: Fraction | null
  /** Parts that nobody has spoken of, or that cannot be told yet. They are not in the total. */
  readonly unknown: readonly ComponentName[]
}

/**
 * What an empty-case exchange is worth for a full case sold, yuan: e = (V − n·d) ÷ n × η, V the full case that is given, d an empty case
 * that is given up, η the share of empties that come back. Four for one is worth 3 a case exactly when V − 4·d, the beer in a case, is
 * worth 12 (article 2.4). It accrues for the empty returned, not for the full case bought.
 */
export function exchangePremium({ n, fullValue, depositValue, returnRate }: EmptyExchange): Fraction {
  const beer = minus(fullValue, times(ratio(n), depositValue))
  return times(over(beer, ratio(n)), returnRate)
}

/** Article 2.4: what a case brings the wholesaler, part by part. A tiered rebate is told at the cases of the first order. */
export function perCase(deal: Deal): PerCase {
  const components = componentNames.flatMap((name) => componentOf(name, deal) ?? [])
  const known = components.flatMap(({ amount }) => amount ?? [])
  return {
    components,
    total: known.length === 0 ? null : sum(known),
    unknown: componentNames.filter(
      (name) => !components.some((part) => part.name === name && part.amount !== null),
    ),
  }
}

function componentOf(name: ComponentName, deal: Deal): Component | null {
  const part = deal.case
  const of = (amount: Fraction | null, needs: Component['needs'] = null) => ({ name, amount, needs })
  switch (name) {
    case 'spread':
      return part.spread && of(part.spread)
    case 'emptyExchange':
      return part.emptyExchange && of(exchangePremium(part.emptyExchange))
    case 'capPrize':
      return part.capPrize && of(times(part.capPrize.amount, part.capPrize.kept))
    case 'rebate': {
      if (part.rebate?.kind !== 'tiers') return part.rebate && of(part.rebate.perCase)
      const cases = deal.firstOrder?.cases ?? 0
      if (cases === 0) return of(null, 'firstOrder.cases')
      return of(over(rebateOn(cases, part.rebate), ratio(cases)))
    }
    case 'freeGoods': {
      const price = deal.firstOrder?.priceIn ?? null
      if (!part.freeGoods) return null
      return price ? of(times(price, freeShare(part.freeGoods))) : of(null, 'firstOrder.priceIn')
    }
    case 'delivery':
      return part.delivery && of(negative(part.delivery))
  }
}
