import type { Day } from '../../domain/day.ts'
import type { Tx } from './transaction.ts'

/** The calendar day that it is at a moment in a time zone. An unknown zone throws RangeError. */
export function dayIn(timeZone: string, moment: Date): Day {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment)
}

export type CompanyDay = {
  readonly name: string
  /** ISO 4217, and how many decimals its money has. */
  readonly currency: string
  readonly digits: number
  readonly today: Day
}

/** The company's day and the decimals of its money; undefined while there is no company. */
export async function companyNow(tx: Tx, now: Date): Promise<CompanyDay | undefined> {
  const row = await tx.q
    .selectFrom('company')
    .select(['name', 'minor_digits', 'currency', 'time_zone'])
    .executeTakeFirst()
  if (!row) return undefined
  const { name, currency, minor_digits: digits } = row
  return { name, currency, digits, today: dayIn(row.time_zone, now) }
}
