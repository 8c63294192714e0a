import { compare, decimal, plus, ZERO, type Fraction } from '../fraction.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { dealDefaults, dealFields, dealNeeds, dealParts, type DealPath } from './deal-fields.ts'
import type { Deal, Rebate } from './deal.ts'
import { readNumber, shown, type NumberRefusal } from './read-number.ts'
import { readRebate, type RebateRefusal } from './read-rebate.ts'

export type DealRefusal =
  | NumberRefusal
  | RebateRefusal
  | 'deal/part-invalid'
  | 'deal/field-unknown'
  | 'deal/field-missing'
  | 'deal/price-negative'

type Given = { readonly numbers: Map<DealPath, number>; readonly parts: Set<string>; rebate: Rebate | null }

/**
 * Reads a deal as it stands in a file or a form: `{case, firstOrder, price}`, every part optional, null as good as absent.
 * Refused, with the field: what is no object, a field that there is not, a part without what it needs, what is no number, numbers out of
 * bounds, cases and days that are not whole, shares outside 0..1, rebates that contradict themselves, a price out below zero.
 */
export function readDeal(raw: unknown): Result<Deal, DealRefusal> {
  const given: Given = { numbers: new Map(), parts: new Set(), rebate: null }
  const read = readPart(raw, '', given)
  if (!read.ok) return read
  for (const [part, needs] of Object.entries(dealNeeds)) {
    const missing = given.parts.has(part) ? needs.find((path) => !given.numbers.has(path)) : undefined
    if (missing !== undefined) return refuse('deal/field-missing', { field: missing })
  }
  const deal = dealOf(given)
  const { spread } = deal.case
  const priceIn = deal.firstOrder?.priceIn
  if (spread && priceIn && compare(plus(priceIn, spread), ZERO) < 0)
    return refuse('deal/price-negative', {
      field: 'case.spread',
      spread: Number(given.numbers.get('case.spread')),
      priceIn: Number(given.numbers.get('firstOrder.priceIn')),
    })
  return ok(deal)
}

function readPart(raw: unknown, path: string, given: Given): Result<true, DealRefusal> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('deal/part-invalid', { ...(path === '' ? {} : { field: path }), value: shown(raw) })
  given.parts.add(path)
  const known = dealParts[path] ?? []
  for (const [name, value] of Object.entries(raw)) {
    const at = path === '' ? name : `${path}.${name}`
    if (!known.includes(name))
      return refuse('deal/field-unknown', { field: at, known: known.join(', '), ...near(name, known) })
    if (value === null || value === undefined) continue
    const read = readOne(value, at, given)
    if (!read.ok) return read
  }
  return ok(true)
}

function readOne(value: unknown, at: string, given: Given): Result<true, DealRefusal> {
  if (at === 'case.rebate') {
    const rebate = readRebate(value)
    if (!rebate.ok) return rebate
    given.rebate = rebate.value
    return ok(true)
  }
  if (!isPath(at)) return readPart(value, at, given)
  const number = readNumber(value, at, dealFields[at])
  if (!number.ok) return number
  given.numbers.set(at, number.value)
  return ok(true)
}

function isPath(at: string): at is DealPath {
  return Object.hasOwn(dealFields, at)
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '')

/** The field that was meant, where only capitals, dashes or underscores are wrong. */
function near(name: string, known: readonly string[]): { readonly meant?: string } {
  const meant = known.find((one) => bare(one) === bare(name))
  return meant === undefined ? {} : { meant }
}

function dealOf({ numbers, parts, rebate }: Given): Deal {
  const assumed: { field: string; value: number }[] = []
  const said = (path: DealPath) => numbers.get(path) ?? null
  const exact = (path: DealPath): Fraction | null =>
    numbers.has(path) ? decimal(numbers.get(path) ?? 0) : null
  const orElse = (path: keyof typeof dealDefaults): number => {
    const value = numbers.get(path)
    if (value === undefined) assumed.push({ field: path, value: dealDefaults[path] })
    return value ?? dealDefaults[path]
  }
  const part = <T>(name: string, make: () => T): T | null => (parts.has(name) ? make() : null)
  const deal = {
    case: {
      spread: exact('case.spread'),
      emptyExchange: part('case.emptyExchange', () => ({
        n: said('case.emptyExchange.n') ?? 1,
        fullValue: exact('case.emptyExchange.fullValue') ?? ZERO,
        depositValue: decimal(orElse('case.emptyExchange.depositValue')),
        returnRate: decimal(orElse('case.emptyExchange.returnRate')),
      })),
      capPrize: part('case.capPrize', () => ({
        amount: exact('case.capPrize.amount') ?? ZERO,
        kept: decimal(orElse('case.capPrize.kept')),
      })),
      rebate,
      freeGoods: part('case.freeGoods', () => ({
        buy: said('case.freeGoods.buy') ?? 1,
        get: said('case.freeGoods.get') ?? 0,
      })),
      delivery: exact('case.delivery'),
    },
    firstOrder: part('firstOrder', () => {
      const creditShare = orElse('firstOrder.creditShare')
      return {
        cases: said('firstOrder.cases'),
        priceIn: exact('firstOrder.priceIn'),
        sellDays: said('firstOrder.sellDays'),
        creditShare: decimal(creditShare),
        creditDays:
          creditShare === 0 ? (said('firstOrder.creditDays') ?? 0) : orElse('firstOrder.creditDays'),
        rebateLagDays: orElse('firstOrder.rebateLagDays'),
        annualRate: said('firstOrder.annualRate'),
      }
    }),
    price: {
      list: exact('price.list'),
      cost: exact('price.cost'),
      excise: exact('price.excise'),
      freight: exact('price.freight'),
    },
  }
  return { ...deal, assumed }
}
