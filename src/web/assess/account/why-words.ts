import type { Why } from '../../../contract/assess.ts'
import { lookUp, type Locale } from '../../../language/index.ts'

const IDENTIFIER = /[A-Za-z_][\w]*(?:\.[A-Za-z_]+)*/g

/** Heads and tails of compound names: their words need the other half. */
const joined: ReadonlySet<string> = new Set(['weight', 'u', 'mean', 'low', 'high', 'unit', 'reference'])

/** Name of an input as a person says it: `litres`, `weight.volume`, `funds.low`, `u.network`; what has no words stays as it is. */
export function inputName(locale: Locale, name: string): string {
  const whole = joined.has(name)
    ? null
    : (lookUp(locale, `input.${name}`) ?? lookUp(locale, `step.${name}`) ?? measure(locale, name))
  if (whole !== null) return whole
  const [head = '', tail = ''] = name.split('.')
  const part = lookUp(locale, `part.${tail}`) ?? measure(locale, tail)
  const ahead = part === null ? null : lookUp(locale, `input.${head}`, { part })
  if (ahead !== null && ['weight', 'u', 'mean'].includes(head)) return ahead
  const of = measure(locale, head)
  const end =
    of === null ? null : lookUp(locale, `input.${tail === 'accounts' ? 'reference' : tail}`, { measure: of })
  return end ?? name
}

function measure(locale: Locale, name: string): string | null {
  return lookUp(locale, `measure.${name}`)
}

/** The formula in words: its own sentence where it is always the same, else the server's with each name said as its input is. */
export function formulaWords(locale: Locale, key: string, why: Why): string {
  return (
    lookUp(locale, `formula.${key}`) ??
    why.formula.replaceAll(IDENTIFIER, (name) => (name.length < 2 ? name : inputName(locale, name)))
  )
}

/** What the panel is about; a key without words stays as it is. */
export function whyTitle(locale: Locale, key: string): string {
  return lookUp(locale, `why-of.${key}`) ?? key
}

/** What the figure measures and with whom it is compared, in sentences; null for a key without words. */
export function whySays(locale: Locale, key: string): string | null {
  return lookUp(locale, `why-says.${key}`)
}

/** Which "why" stands behind a sentence of the verdict. */
export function whyOfReason(code: string): string {
  const [noun = ''] = code.split('.')
  if (code === 'loyalty.wallet-fell') return 'shareTrend'
  if (code === 'tonnage.grew' || code === 'tonnage.shrank' || code === 'dormant.bought') return 'lastYear'
  if (noun === 'tonnage') return 'marketShare'
  if (noun === 'loyalty' || noun === 'dormant') return 'loyalty'
  if (code === 'contribution.unknown') return 'costCoverage'
  if (noun === 'contribution') return 'contribution'
  return code === 'candidate.marks' ? 'score' : 'standing'
}
