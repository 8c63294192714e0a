import { compare, minus, negative, over, ZERO, type Fraction } from '../fraction.ts'
import type { Deal } from './deal.ts'
import { exchangePremium, perCase } from './per-case.ts'

export type PocketStep = {
  readonly name:
    | 'list'
    | 'discount'
    | 'invoice'
    | 'freeGoods'
    | 'rebate'
    | 'capPrize'
    | 'emptyExchange'
    | 'freight'
    | 'pocket'
    | 'cost'
    | 'excise'
    | 'contribution'
  readonly kind: 'total' | 'minus' | 'plus'
  /** Yuan a case, not below zero but for totals. */
  readonly amount: Fraction
}

export type PocketPrice = {
  /** Empty where the price in is not known. */
  readonly steps: readonly PocketStep[]
  /** What nobody has told: left out of the steps, never counted as zero. */
  readonly unknown: readonly string[]
}

/**
 * The same deal from the manufacturer's side, a case delivered: list → invoice (the wholesaler's price in) → pocket price, what is
 * left after all that is paid off the invoice → contribution, where the cost of goods is known (Marn & Rosiello, "Managing price,
 * gaining profit", Harvard Business Review 70(5), 1992). The manufacturer pays every cap prize, whoever keeps it, and every exchange
 * of empties that come back; what the wholesaler pays for delivery and gives on credit is not its own. Free goods lower the price of
 * a case delivered, and cost of goods is for every case delivered.
 */
export function pocketPrice(deal: Deal): PocketPrice {
  const invoice = deal.firstOrder?.priceIn ?? null
  if (!invoice) return { steps: [], unknown: ['firstOrder.priceIn'] }
  const { list, cost, excise, freight } = deal.price
  const steps: PocketStep[] = []
  let left = invoice
  const total = (name: PocketStep['name'], amount: Fraction) => steps.push({ name, kind: 'total', amount })
  const less = (name: PocketStep['name'], amount: Fraction | null) => {
    if (!amount || compare(amount, ZERO) === 0) return
    left = minus(left, amount)
    if (compare(amount, ZERO) > 0) steps.push({ name, kind: 'minus', amount })
    else steps.push({ name, kind: 'plus', amount: negative(amount) })
  }
  if (list) {
    left = list
    total('list', list)
    less('discount', minus(list, invoice))
  }
  total('invoice', invoice)
  for (const [name, amount] of givenAway(deal)) less(name, amount)
  less('freight', freight)
  total('pocket', left)
  if (cost) {
    less('cost', cost)
    less('excise', excise)
    total('contribution', left)
  }
  return { steps, unknown: unknownOf(deal) }
}

type GivenAway = readonly (readonly [
  'freeGoods' | 'rebate' | 'capPrize' | 'emptyExchange',
  Fraction | null,
])[]

/** What leaves the manufacturer for a case: as the wholesaler's components, but prizes in full. */
function givenAway(deal: Deal): GivenAway {
  const { components } = perCase(deal)
  const amount = (name: string) => components.find((part) => part.name === name)?.amount ?? null
  const { capPrize, emptyExchange } = deal.case
  return [
    ['freeGoods', amount('freeGoods')],
    ['rebate', amount('rebate')],
    ['capPrize', capPrize && capPrize.amount],
    ['emptyExchange', emptyExchange && exchangePremium(emptyExchange)],
  ]
}

function unknownOf(deal: Deal): readonly string[] {
  return [
    ...givenAway(deal).flatMap(([name, amount]) => (amount === null ? [`case.${name}`] : [])),
    ...Object.entries(deal.price).flatMap(([name, value]) => (value === null ? [`price.${name}`] : [])),
  ]
}

/** The share of the list price, or without one of the invoice, that reaches the pocket; null without either. */
export function pocketShare({ steps }: PocketPrice): Fraction | null {
  const [first] = steps
  const pocket = steps.find(({ name }) => name === 'pocket')
  if (!first || !pocket || compare(first.amount, ZERO) <= 0) return null
  return over(pocket.amount, first.amount)
}
