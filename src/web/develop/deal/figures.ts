import type { Locale } from '../../../language/index.ts'
import { MISSING, typeset } from '../../ui/figures.ts'

const money = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** Yuan and fen, always both; missing is —. */
export function yuan(value: number | null): string {
  return value === null ? MISSING : typeset(money.format(value))
}

/** What is kept: one sum, or from the least to the most while shares are open. */
export function yuanRange({
  low,
  high,
}: {
  readonly low: number | null
  readonly high: number | null
}): string {
  return low === high ? yuan(low) : `${yuan(low)} – ${yuan(high)}`
}

/** A sum of an order: fen are left to exports. */
export function wholeYuan(value: number | null): string {
  return value === null ? MISSING : typeset(whole.format(value))
}

/** A share as it is said: 70%; in Chinese also the tenths that people say, where they are whole. */
export function shareSaid(locale: Locale, value: number): string {
  const tenths = Math.round(value * 100) / 10
  if (locale === 'zh' && Number.isInteger(tenths) && tenths > 0 && tenths < 10)
    return `${'零一二三四五六七八九'[tenths]}成`
  return `${typeset(String(Math.round(value * 1000) / 10))}%`
}
