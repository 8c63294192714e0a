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

export type CompanyDay = { readonly digits: number; readonly currency: string; readonly today: Day }

/** The company's day and the decimals of its money; undefined while there is no company. */
export async function companyNow(tx: Tx, now: Date): Promise<CompanyDay | undefined> {
  const row = await tx.q
    .selectFrom('company')
    .select(['minor_digits', 'currency', 'time_zone'])
    .executeTakeFirst()
  return row && { digits: row.minor_digits, currency: row.currency, today: dayIn(row.time_zone, now) }
}
