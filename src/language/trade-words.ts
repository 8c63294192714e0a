import type { TermsDraft } from '../domain/develop/trade-policy-draft.ts'
import { WHOLE_TERM, type Measure, type PeriodKind } from '../domain/develop/trade-policy.ts'
import { civilOf, isDay } from '../domain/day.ts'
import { translator, type Locale } from './index.ts'
import { listed } from './message.ts'

/** How a reader's money is written: minor units → "15.00元", "¥15.00". */
export type SayMoney = (minor: number) => string

/** 2026年1月, 2026年一季度, 2026年, 整个政策期: `period` is the first day of a policy's period. */
export function periodWords(locale: Locale, kind: PeriodKind, period: string): string {
  const t = translator(locale)
  if (kind === 'term' || period === WHOLE_TERM || !isDay(period)) return t('trade.whole-term')
  const { year, month } = civilOf(period)
  if (kind === 'year') return t('trade.year', { year })
  if (kind === 'month') return monthWords(locale, period.slice(0, 7))
  const quarter = (['1', '2', '3', '4'] as const)[Math.floor((month - 1) / 3)] ?? '1'
  return t(`trade.quarter-${quarter}`, { year })
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-01` reads 2026年1月 or Jan 2026. */
export function monthWords(locale: Locale, month: string): string {
  const [year = '', number = ''] = month.split('-')
  return locale === 'zh' ? `${year}年${Number(number)}月` : `${MONTHS[Number(number) - 1]} ${year}`
}

/** What a policy gives, in a line. */
export function termsWords(locale: Locale, terms: TermsDraft, period: PeriodKind, money: SayMoney): string {
  const t = translator(locale)
  const per = (measure: Measure, rate: number) =>
    t(`trade.per-${measure}`, { rate: measure === 'amount' ? rate : money(rate) })
  const from = (measure: Measure, n: number) =>
    measure === 'amount' ? money(n) : t(`trade.of-${measure}`, { n })
  switch (terms.kind) {
    case 'rate':
      return t('trade.terms-rate', { rate: per(terms.measure, terms.rate) })
    case 'tiers':
      return t(`trade.terms-tiers-${terms.mode}`, {
        steps: listed(
          locale,
          terms.tiers.map((tier) => {
            const rate = per(terms.measure, tier.rate)
            return tier.from === 0
              ? rate
              : t('trade.terms-step', { from: from(terms.measure, tier.from), rate })
          }),
        ),
      })
    case 'growth':
      return t('trade.terms-growth', { above: terms.above, rate: per(terms.measure, terms.rate) })
    case 'free_goods':
      return t('trade.terms-free_goods', {
        buy: terms.buy,
        get: terms.get,
        value: money(terms.valueMinor),
      })
    default:
      return t(`trade.terms-${terms.kind}`, {
        each: t(`trade.each-${period}`),
        amount: money(terms.amountMinor),
      })
  }
}
