import type { Desk } from '../deal/desk.ts'
import { sumsOf } from '../deal/sums.ts'
import type { AgreementForm } from './form-values.ts'

/**
 * What a scenario of the deal desk comes to as an agreement: its rebate as tiers; empties, prizes, free goods and delivery as what is given
 * a case beside it; the first order as such and as the first month's target; the credit as days of payment. The spread is the wholesaler's own.
 */
export function fromDesk(desk: Desk, from: string): Partial<AgreementForm> {
  const { sums } = sumsOf(desk)
  const beside = (sums?.said.perCase.components ?? [])
    .filter(({ name }) => name !== 'spread' && name !== 'rebate')
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const steps =
    desk.rebateBy === 'tiers'
      ? desk.tiers.filter((tier) => tier.from !== null && tier.rate !== null)
      : desk.rebate === null
        ? []
        : [{ from: 0, rate: desk.rebate }]
  return {
    ...(steps.length === 0 ? {} : { steps, mode: desk.mode }),
    ...(beside === 0 ? {} : { perCase: Number(beside.toFixed(2)) }),
    ...(desk.cases === null ? {} : { targets: { [from.slice(0, 7)]: desk.cases }, firstCases: desk.cases }),
    ...(desk.creditDays === null ? {} : { payDays: desk.creditDays }),
  }
}
