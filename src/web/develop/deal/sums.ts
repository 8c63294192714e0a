import { useMemo } from 'react'
import { dealAnswer, type DealAnswer } from '../../../domain/develop/deal-answer.ts'
import type { ComponentName, Deal } from '../../../domain/develop/deal.ts'
import { freeShare } from '../../../domain/develop/free-goods.ts'
import { breakpoints, keptFields, withShare, type KeptField } from '../../../domain/develop/kept.ts'
import { readDeal, type DealRefusal } from '../../../domain/develop/read-deal.ts'
import { perCase } from '../../../domain/develop/per-case.ts'
import { decimal, ONE, rounded, ZERO, type Fraction } from '../../../domain/fraction.ts'
import type { Problem } from '../../../domain/problem.ts'
import { rawDeal, type Desk } from './desk.ts'

/** What the desk comes to, at once and in the browser alone. */
export type Sums = {
  readonly deal: Deal
  /** Every empty comes back, every prize stays. */
  readonly said: DealAnswer
  /** With the shares that were given; what is open is taken as all. */
  readonly kept: DealAnswer
  /** Shares of parts that are in the deal and that nobody has given. */
  readonly open: readonly KeptField[]
  /** Least and most that is kept, over the open shares. */
  readonly low: number | null
  readonly high: number | null
  /** The spread at which what is kept is no more than the rival's; null where either is not known. */
  readonly rivalBreak: number | null
}

/** What is said of a case: all that the slip must answer a key with, in a thirtieth of the time of the whole. */
export type Said = {
  readonly components: readonly {
    readonly name: ComponentName
    readonly amount: number | null
    readonly discount: number | null
  }[]
  readonly total: number | null
}

export type Told =
  | { readonly sums: Sums; readonly problem: null }
  | { readonly sums: null; readonly problem: Problem<DealRefusal> }

/** Every empty comes back, every prize stays. */
const allKept = (deal: Deal) => keptFields.reduce((one, field) => withShare(one, field, ONE), deal)

const told = (amount: Fraction | null | undefined, digits = 2) => (amount ? rounded(amount, digits) : null)

export function saidOf(desk: Desk): { readonly said: Said | null; readonly problem: Told['problem'] } {
  const read = readDeal(rawDeal(desk))
  if (!read.ok) return { said: null, problem: read.problem }
  const { components, total } = perCase(allKept(read.value))
  const goods = read.value.case.freeGoods
  return {
    problem: null,
    said: {
      components: components.map(({ name, amount }) => ({
        name,
        amount: told(amount),
        discount: name === 'freeGoods' && goods ? rounded(freeShare(goods), 6) : null,
      })),
      total: told(total),
    },
  }
}

export function sumsOf(desk: Desk): Told {
  const read = readDeal(rawDeal(desk))
  if (!read.ok) return { sums: null, problem: read.problem }
  const deal = read.value
  const open = keptFields.filter((field) => deal.assumed.some((one) => one.field === field))
  const ends = open.reduce<readonly Deal[]>(
    (deals, field) => deals.flatMap((one) => [withShare(one, field, ZERO), withShare(one, field, ONE)]),
    [deal],
  )
  const totals = ends.flatMap((one) => {
    const { total } = perCase(one)
    return total === null ? [] : rounded(total, 2)
  })
  const goal = desk.rivalKept === null || open.length > 0 ? null : decimal(desk.rivalKept)
  const at = goal && breakpoints(deal, goal).find(({ field }) => field === 'case.spread')?.at
  return {
    problem: null,
    sums: {
      deal,
      said: dealAnswer(allKept(deal), { swings: false }),
      kept: dealAnswer(deal, { swings: false }),
      open,
      low: totals.length === 0 ? null : Math.min(...totals),
      high: totals.length === 0 ? null : Math.max(...totals),
      rivalBreak: at ? rounded(at, 2) : null,
    },
  }
}

export function useSums(desk: Desk): Told {
  return useMemo(() => sumsOf(desk), [desk])
}
