import { ratio, type Fraction } from '../fraction.ts'
import type { FreeGoods } from './deal.ts'

/**
 * The discount that free goods are: get ÷ (buy + get) of the price. 4 + 1 is 20 %, 10 + 1 is 9.0909 % and not 10 %. It is counted
 * on the case that is sold, and of buy + get cases sold only `buy` were paid for.
 */
export function freeShare({ buy, get }: FreeGoods): Fraction {
  return ratio(get, buy + get)
}

/** Of so many cases delivered, how many were free: whole bundles only, the rest of an order earns nothing. */
export function freeCases(cases: number, { buy, get }: FreeGoods): number {
  return Math.floor(cases / (buy + get)) * get
}

/** For so many whole cases bought, how many come free: those of whole bundles, on top of what was bought. */
export function freeOn(bought: number, { buy, get }: FreeGoods): number {
  return Math.floor(bought / buy) * get
}
