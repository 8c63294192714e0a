import { addMonths, isDay } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { factNames, type Fact } from './figures.ts'

const MONEY: ReadonlySet<string> = new Set(['working_capital', 'credit_limit', 'overdue_minor'])
const MOST = 1e13
const LONGEST_SOURCE = 200
const LONGEST_MONTHS = 120

/** Whether a fact is money; then its value is in minor units where it is stored, in whole units where it is said. */
export function isMoneyFact(name: string): boolean {
  return MONEY.has(name)
}

function wrong(field: keyof Fact) {
  return refuse('account/fact-invalid', { field })
}

/**
 * A fact of strength or loyalty as a person says it, judged. `value`: money in the unit it is said in, share of wallet 0..1, counts
 * as counts. Refused, with the field: an unknown fact, a value below 0 or beyond all reason, a share above 1, part of a person or a
 * car, a day that is none or after `today`, an expiry that is not after the day or more than ten years on, no source.
 */
export function readFact(fact: Fact, today: string): Result<Fact, 'account/fact-invalid'> {
  const source = fact.source.trim()
  if (!factNames.includes(fact.fact)) return wrong('fact')
  if (!Number.isFinite(fact.value) || fact.value < 0 || fact.value > MOST) return wrong('value')
  if (fact.fact === 'share_of_wallet' && fact.value > 1) return wrong('value')
  if ((fact.fact === 'sales_people' || fact.fact === 'vehicles') && !Number.isInteger(fact.value))
    return wrong('value')
  if (!isDay(fact.day) || fact.day > today) return wrong('day')
  if (fact.expiresOn !== null) {
    if (!isDay(fact.expiresOn) || fact.expiresOn <= fact.day) return wrong('expiresOn')
    if (fact.expiresOn > addMonths(fact.day, LONGEST_MONTHS)) return wrong('expiresOn')
  }
  if (source === '' || source.length > LONGEST_SOURCE) return wrong('source')
  return ok({ ...fact, source })
}
