import { lookUp, translator, type Locale } from './index.ts'
import { figure, percent } from './message.ts'
import { exactMinor } from './money-words.ts'

const money = new Set(['case-spread', 'support-total', 'support'])
const shares = new Set(['our-growth', 'category', 'share', 'rebuy'])

/** A fact as the negotiation sheet has it; money in minor units, of `digits` decimals. */
export type SaidFact = {
  readonly fact: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number | null
  readonly of: string | null
  readonly why: 'few' | 'unknown' | null
}

/** What a fact of the negotiation sheet is called, and what it says: a range over others, a figure, or why there is none. */
export function factWords(
  locale: Locale,
  fact: SaidFact,
  digits: number,
): { readonly name: string; readonly said: string } {
  const t = translator(locale)
  const of = fact.of === null ? '' : (lookUp(locale, `support.${fact.of}`) ?? fact.of)
  const key = fact.fact === 'support' && of === '' ? 'support-total' : fact.fact
  const said = (value: number) => {
    if (shares.has(fact.fact)) return percent(locale, value)
    // With all its decimals, so that a range lines up.
    if (money.has(fact.fact)) return exactMinor(value, { locale, digits })
    // To be said across a table: a hundred cases and more are told whole.
    return figure(locale, Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10)
  }
  const name = lookUp(locale, `fact.${key}`, { of }) ?? fact.fact
  if (fact.value === null) return { name, said: t(fact.why === 'few' ? 'sheet.few' : 'sheet.unknown') }
  if (fact.low === null || fact.high === null) return { name, said: said(fact.value) }
  const range = { low: said(fact.low), high: said(fact.high), value: said(fact.value), n: fact.n ?? 0 }
  return { name, said: t('sheet.range', range) }
}
