import { decimal, plus, ratio, type Fraction } from '../../fraction.ts'
import { rebateOn } from '../tier-rebate.ts'
import type { Given } from './deal-limit.ts'
import type { AgreementDraft } from './read-agreement.ts'

/** Up to the next whole fen: a limit is never kept by rounding. */
function up(value: Fraction): bigint {
  return (value.top + value.bottom - 1n) / value.bottom
}

/** The highest rate of a rebate, up to the next whole fen. */
function highestOf(rebate: AgreementDraft['rebate']): bigint {
  return (rebate?.tiers ?? []).map(({ rate }) => up(decimal(rate))).reduce((a, b) => (a > b ? a : b), 0n)
}

/**
 * Room for what a rebate may come to, minor units: its highest rate on all targets, or on as many cases as its highest tier asks for where
 * that is more. What is bought beyond that is earned all the same; claiming it asks for a higher budget.
 */
export function rebateBudget({ rebate, targets }: Pick<AgreementDraft, 'rebate' | 'targets'>): bigint {
  const cases = targets.reduce((sum, one) => sum + one.cases, 0)
  const most = Math.max(cases, ...(rebate?.tiers ?? []).map(({ from }) => from), 1)
  return highestOf(rebate) * BigInt(Math.ceil(most))
}

/**
 * What an agreement gives of our own money, minor units: a case at its highest tier with what is given beside the rebate, and in total
 * when the targets are met, or where that is more when a tier is reached: targets that are left out or kept low hide nothing of it. A
 * draft that `readAgreement` has taken.
 */
export function givenOf({ rebate, support, targets }: AgreementDraft): Given {
  const tiers = (rebate?.tiers ?? []).map(({ from, rate }) => ({ from, rate: decimal(rate) }))
  const earned = (cases: number) =>
    rebate === null ? ratio(0) : rebateOn(cases, { tiers, mode: rebate.mode })
  const beside = (cases: number) =>
    ratio(BigInt(support.perCaseMinor) * BigInt(cases) + BigInt(support.onceMinor))
  const target = targets.reduce((sum, one) => sum + one.cases, 0)
  const total = [target, ...tiers.map(({ from }) => from)]
    .map((cases) => up(plus(earned(cases), beside(cases))))
    .reduce((a, b) => (a > b ? a : b), 0n)
  return { perCase: highestOf(rebate) + BigInt(support.perCaseMinor), total }
}
