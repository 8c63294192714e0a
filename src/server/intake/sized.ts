import type { Understood } from '../../contract/intake.ts'
import type { Sized } from './take-line.ts'

/** Which sizes of a product the file has a column for. */
export function sizedBy({ columns }: Understood): Sized {
  const has = (...fields: string[]) =>
    columns.some(({ field, header }) => header !== null && fields.includes(field))
  return { pack: has('pack_units', 'spec'), content: has('unit_ml', 'spec') }
}

/** Customers are known by name alone: no column or constant has their codes. */
export function namesCustomers({ columns }: Understood): boolean {
  return columns.every(({ field }) => field !== 'buyer_code')
}
