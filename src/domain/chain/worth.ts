import { toMinor, type Minor } from '../money.ts'

/** What a line says about money, in the currency with its decimals. */
export type Said = {
  readonly amount?: number
  readonly amountWithVat?: number
  readonly vatRate?: number
  readonly unitPrice?: number
  readonly cost?: number
  readonly unitCost?: number
  readonly units?: number | undefined
}

/** `minorDigits` of the currency; `vatRate` the company's standard rate, null where there is none. */
export type MoneyRules = { readonly minorDigits: number; readonly vatRate: number | null }

export type Worth = {
  readonly amountMinor: Minor | null
  readonly costMinor: Minor | null
  /** An amount with VAT was taken as it stood, since no rate is known. */
  readonly rateUnknown: boolean
}

/** A rate of 13 is 13 %; a rate of 0.13 is as well. */
function fraction(rate: number): number {
  return rate >= 1 ? rate / 100 : rate
}

/**
 * Amount without VAT and cost of a line: `amount` as it is, else `amount_with_vat` ÷ (1 + rate), else unit_price × units;
 * `cost`, else unit_cost × units. Rounded half up to the minor unit, once a line. Signs are the file's.
 */
export function worth(said: Said, rules: MoneyRules): Worth {
  const { minorDigits } = rules
  const cost =
    said.cost ??
    (said.unitCost !== undefined && said.units !== undefined ? said.unitCost * said.units : undefined)
  const costMinor = cost === undefined ? null : toMinor(cost, minorDigits)
  if (said.amount !== undefined)
    return { amountMinor: toMinor(said.amount, minorDigits), costMinor, rateUnknown: false }
  if (said.amountWithVat !== undefined) {
    const rate = said.vatRate ?? rules.vatRate
    const amount = said.amountWithVat / (1 + (rate === null ? 0 : fraction(rate)))
    return { amountMinor: toMinor(amount, minorDigits), costMinor, rateUnknown: rate === null }
  }
  const priced =
    said.unitPrice !== undefined && said.units !== undefined ? said.unitPrice * said.units : undefined
  return {
    amountMinor: priced === undefined ? null : toMinor(priced, minorDigits),
    costMinor,
    rateUnknown: false,
  }
}
