import type { AccountFact } from '../../../../contract/account.ts'
import { isMoneyFact } from '../../../../domain/assess/read-fact.ts'
import { fixed, percent } from '../../../ui/figures.ts'
import { moneySaid } from '../../../ui/money.ts'
import { moneyWord, type Reading } from '../../../ui/reading.ts'

const units = {
  sales_people: 'records.unit-people',
  vehicles: 'records.unit-vehicles',
  warehouse_m2: 'records.unit-m2',
  share_of_wallet: 'records.unit-percent',
} as const

/** The unit that a fact is typed in. */
export function factUnit(reading: Reading, fact: AccountFact['fact']): string {
  return fact === 'working_capital' || fact === 'credit_limit' || fact === 'overdue_minor'
    ? moneyWord(reading)
    : reading.t(units[fact])
}

/** The value of a fact with its unit; money shortened, a share as per cent. */
export function factWords(reading: Reading, { fact, value }: Pick<AccountFact, 'fact' | 'value'>): string {
  const { locale } = reading
  if (fact === 'share_of_wallet') return `${percent(locale, value, 0)}%`
  if (isMoneyFact(fact)) return moneySaid(reading, value)
  // The name of the warehouse's fact says its unit; in English so do people and vehicles.
  const unit = locale === 'zh' && fact !== 'warehouse_m2' ? factUnit(reading, fact) : ''
  return fixed(locale, value, Number.isInteger(value) ? 0 : 1) + unit
}
