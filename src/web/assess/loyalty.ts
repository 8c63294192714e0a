import type { RankedAccount } from '../../contract/assess.ts'
import { fixed } from '../ui/figures.ts'
import type { Reading } from '../ui/reading.ts'

type Loyalty = RankedAccount['loyalty']

/** Whether silence itself is what warns: the bar of the gate is red for this alone, never for money or a share of wallet. */
export function silenceWarns(loyalty: Loyalty): boolean {
  return loyalty.reasons.some(({ code }) => code === 'loyalty.silent')
}

/** Days of a gap: half days only where the median has them. */
export function gapDays(locale: Reading['locale'], days: number): string {
  return fixed(locale, days, Number.isInteger(days) ? 0 : 1)
}

/** What else warns, in a word or two each: payment, share of wallet. */
export function otherWarnings(
  { t, locale }: Pick<Reading, 't' | 'locale'>,
  loyalty: Loyalty,
): readonly string[] {
  return loyalty.reasons.flatMap(({ code }) => {
    if (code === 'loyalty.overdue') return [t('gate.overdue')]
    if (code !== 'loyalty.wallet-fell' || loyalty.shareTrend === null) return []
    return [t('gate.wallet', { points: fixed(locale, Math.abs(loyalty.shareTrend) * 100, 0) })]
  })
}

/** Why a big one is not safe, in words: silence first, then what else warns. Empty where nothing does. */
export function riskWords(
  reading: Pick<Reading, 't' | 'locale'>,
  { standing, loyalty }: Pick<RankedAccount, 'standing' | 'loyalty'>,
): readonly string[] {
  if (standing !== 'at_risk' && standing !== 'big_disloyal') return []
  return [...(silenceWarns(loyalty) ? [reading.t('gate.quiet')] : []), ...otherWarnings(reading, loyalty)]
}
