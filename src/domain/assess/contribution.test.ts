import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAccount, litres } from '../../../test/make/figures.ts'
import { contributionOf, costCoverage } from './contribution.ts'
import { spendComponents, type SpendComponent } from './figures.ts'
import { defaultPolicy } from './policy.ts'
import type { PriceStep } from './verdict.ts'

const all = [...spendComponents]

describe('contribution: profit to the manufacturer, after every trade cost (article 1.2)', () => {
  const account = anAccount({
    millilitres: litres(98_800), // 98,800 L ÷ 988 L/t = 100 t
    listMinor: 62_000_00,
    revenueMinor: 60_000_00,
    costedRevenueMinor: 60_000_00,
    costMinor: 30_000_00,
    exciseMinor: 2_200_00,
    spend: {
      on_invoice: 1_500_00,
      rebate: 6_000_00,
      cap_prize: 3_000_00,
      freight: 1_800_00,
      visits: 1_000_00,
    },
  })

  it('goes from list to pocket to contribution, and each total is what the steps before it leave', () => {
    const { minor, perTonneMinor, steps, unknown } = contributionOf(account, all, defaultPolicy)
    // 62,000 list − 1,500 on the invoice − 500 below list = 60,000 revenue
    // − 6,000 rebate − 3,000 caps − 1,800 freight = 49,200 pocket
    // − 30,000 cost − 2,200 excise − 1,000 visits = 16,000; ÷ 100 t = 160 a tonne
    expect(steps?.map(({ name, kind, minor: value }) => [name, kind, value / 100])).toEqual([
      ['list', 'total', 62_000],
      ['on_invoice', 'minus', 1_500],
      ['discount', 'minus', 500],
      ['revenue', 'total', 60_000],
      ['rebate', 'minus', 6_000],
      ['cap_prize', 'minus', 3_000],
      ['freight', 'minus', 1_800],
      ['pocket', 'total', 49_200],
      ['cost', 'minus', 30_000],
      ['excise', 'minus', 2_200],
      ['visits', 'minus', 1_000],
      ['contribution', 'total', 16_000],
    ])
    expect(minor).toBe(16_000_00)
    expect(perTonneMinor).toBeCloseTo(160_00, 6)
    expect(unknown).toEqual([])
  })

  it('leaves out what the company knows nothing of, and names it', () => {
    const bare = { ...account, listMinor: null, exciseMinor: null }
    const { minor, unknown, steps } = contributionOf(bare, ['rebate'], defaultPolicy)
    expect(minor).toBe(24_000_00) // 60,000 − 30,000 − 6,000
    expect(unknown).toContain('freight')
    expect(unknown).toContain('excise')
    expect(unknown).toContain('list')
    expect(unknown).not.toContain('rebate')
    expect(steps?.map(({ name }) => name)).toEqual(['revenue', 'rebate', 'pocket', 'cost', 'contribution'])
  })

  it('is null as soon as one line lacks a cost, and never a cost of zero', () => {
    const one = { ...account, lines: 100, costedLines: 99, costedMillilitres: litres(95_000) }
    const { minor, perTonneMinor, coverage, unknown, steps } = contributionOf(one, all, defaultPolicy)
    expect([minor, perTonneMinor]).toEqual([null, null])
    expect(coverage).toBeCloseTo(95_000 / 98_800, 12)
    expect(unknown).toContain('cost')
    expect(steps?.at(-1)?.name).toBe('pocket')
  })

  it('is scaled from the costed part for the score while coverage suffices, then unknown', () => {
    const part = (share: number) => ({
      ...anAccount({ millilitres: litres(1000), revenueMinor: 1000_00 }),
      costedLines: 99,
      costedMillilitres: litres(1000 * share),
      costedRevenueMinor: 1000_00 * share,
      costMinor: 600_00 * share,
    })
    expect(contributionOf(part(0.8), [], defaultPolicy).forScore).toBe(400_00) // 320 ÷ 0.8
    expect(contributionOf(part(0.79), [], defaultPolicy).forScore).toBeNull()
  })

  it('counts lines where returns leave no volume to make a share of', () => {
    expect(costCoverage({ lines: 4, costedLines: 3, millilitres: 0, costedMillilitres: 0 })).toBe(0.75)
    expect(costCoverage({ lines: 4, costedLines: 3, millilitres: 5, costedMillilitres: 9 })).toBe(0.75)
    expect(costCoverage({ lines: 0, costedLines: 0, millilitres: 0, costedMillilitres: 0 })).toBe(1)
  })
})

describe('the waterfall', () => {
  const money = fc.integer({ min: -1_000_000, max: 10_000_000 })
  const spend = fc.dictionary(fc.constantFrom(...all), money) as fc.Arbitrary<Record<SpendComponent, number>>

  it('adds up to the minor unit, whatever is known', () => {
    const input = [money, money, money, fc.option(money), fc.option(money), spend, fc.subarray(all)] as const
    fc.assert(
      fc.property(...input, (revenue, cost, list, listed, excise, spent, known) => {
        const figures = { revenueMinor: revenue, costedRevenueMinor: revenue, costMinor: cost, spend: spent }
        const one = anAccount({ ...figures, listMinor: listed === null ? null : list, exciseMinor: excise })
        const { steps, minor } = contributionOf(one, known, defaultPolicy)
        const wrong: PriceStep[] = []
        let running = 0
        for (const step of steps ?? []) {
          const total = step.kind === 'total'
          if (total && step !== steps?.[0] && step.minor !== running) wrong.push(step)
          running = total ? step.minor : running + (step.kind === 'plus' ? step.minor : -step.minor)
        }
        expect(wrong).toEqual([])
        expect(running).toBe(minor)
      }),
    )
  })
})
