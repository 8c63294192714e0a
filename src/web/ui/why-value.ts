import type { Why } from '../../contract/assess.ts'
import { figure, longDay, percent } from '../../language/message.ts'
import { lookUp, type Locale } from '../../language/index.ts'

type Input = Why['inputs'][number]

/** Inputs that are shares of a whole, 0 to 1: a person says them in per cent. */
const shares: ReadonlySet<string> = new Set([
  'weight',
  'costCoverage',
  'growth',
  'whiteSpace',
  'shareTrend',
  'walletDrop',
  'robustness',
  'share',
])

/** Inputs that stand between the two ends of a scale, 0 to 1: a person says them as points, 0 to 100. */
const points: ReadonlySet<string> = new Set(['u', 'mean'])

/** The value of an input as a person says it: 0.3 of weight is 30%, 0.9014 on a scale 90.14; `null` is for the caller to say. */
export function whyValue(locale: Locale, { name, value }: Input): string | null {
  if (value === null) return null
  if (typeof value === 'string') return longDay(locale, value)
  const [head = ''] = name.split('.')
  // The number of accounts behind a share is no share.
  if (shares.has(head) && !name.endsWith('.accounts')) return percent(locale, value)
  return figure(locale, points.has(head) ? value * 100 : value)
}

/** The unit of an input in words: litres, days, points; a currency or per cent stays as it is. */
export function whyUnit(locale: Locale, { name, unit }: Input): string {
  if (unit === '' && points.has(name.split('.')[0] ?? '')) return lookUp(locale, 'why-unit.points') ?? ''
  return lookUp(locale, `why-unit.${unit}`) ?? unit
}
