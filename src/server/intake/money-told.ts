import { otherCurrency } from '../../domain/chain/currency-word.ts'
import type { WarningCode } from '../../domain/chain/warning.ts'
import type { Outcome } from './movements.ts'
import type { Opened } from './read/open-types.ts'

const moneyFields = new Set([
  'amount',
  'amount_with_vat',
  'cost',
  'unit_cost',
  'unit_price',
  'unit_price_with_vat',
])

/** An amount whose header leaves VAT open was taken as without, one of another currency as the company's: each line is told. */
export function withMoney(
  outcome: Outcome,
  understood: Opened['understood'],
  currency: string,
): Outcome['warnings'] {
  const told: readonly (readonly [WarningCode, boolean])[] = [
    ['amount/vat-unclear', understood.questions.some(({ code }) => code === 'file/vat-unclear')],
    ['amount/other-currency', namesAnother(understood, currency)],
  ]
  const more = told.filter(([, holds]) => holds && outcome.rowsAccepted > 0)
  return { ...outcome.warnings, ...Object.fromEntries(more.map(([code]) => [code, outcome.rowsAccepted])) }
}

function namesAnother({ columns }: Opened['understood'], currency: string): boolean {
  return columns.some(
    ({ field, header }) =>
      moneyFields.has(field) && header !== null && otherCurrency(header, currency) !== null,
  )
}
