import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAccount, litres } from '../../../test/make/figures.ts'
import { lossReasons } from './whale-curve-loss.ts'
import { worthOfAccount, worthOfSub } from './whale-curve-member.ts'
import { curvePoints, whaleCurve } from './whale-curve.ts'

const members = fc
  .array(fc.integer({ min: -1_000_000, max: 5_000_000 }), { maxLength: 400 })
  .map((amounts) => amounts.map((minor, i) => ({ id: `m${String(i).padStart(4, '0')}`, minor })))

describe('the whale curve', () => {
  it('rises to what is earned and falls by what is lost', () => {
    const curve = whaleCurve([
      { id: 'a', minor: -50 },
      { id: 'b', minor: 300 },
      { id: 'c', minor: 0 },
      { id: 'd', minor: 100 },
    ])
    expect(curve).toEqual({
      order: ['b', 'd', 'c', 'a'],
      cumulative: [300, 400, 400, 350],
      peak: { members: 2, minor: 400 },
      loss: { members: 1, minor: -50 },
      total: 350,
    })
  })

  it('closes to the total, never bends upwards, and its peak is its highest point', () => {
    fc.assert(
      fc.property(members, (of) => {
        const curve = whaleCurve(of)
        const total = of.reduce((sum, { minor }) => sum + minor, 0)
        expect(curve.total).toBe(total)
        expect(curve.peak.minor + curve.loss.minor).toBe(total)
        expect(curve.cumulative.at(-1) ?? 0).toBe(total)
        expect(curve.peak.minor).toBe(Math.max(0, ...curve.cumulative))
        const steps = curve.cumulative.map((sum, i) => sum - (curve.cumulative[i - 1] ?? 0))
        for (const [i, step] of steps.entries()) expect(step).toBeLessThanOrEqual(steps[i - 1] ?? Infinity)
      }),
    )
  })

  it('is drawn through its ends and its peak, however few points there are', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 5, max: 60 }), (of, most) => {
        const curve = whaleCurve(of)
        const points = curvePoints(curve, most)
        expect(points[0]).toEqual({ members: 0, minor: 0 })
        expect(points.at(-1)).toEqual({ members: of.length, minor: curve.total })
        expect(points).toContainEqual(curve.peak)
        expect(points.length).toBeLessThanOrEqual(most + 6)
      }),
    )
  })
})

const account = anAccount({
  id: 'w',
  millilitres: litres(100_000),
  revenueMinor: 50_000_000,
  spend: { rebate: 8_000_000 },
})
// 500,000 − 300,000 cost − 80,000 rebate = 120,000 yuan on 100 kL
const supplier = worthOfAccount(account, 12_000_000, ['rebate'], 0)
const names = new Map([['w', { name: '金穗', contribution: 12_000_000 }]])
const yuan = (minor: number) => minor / 100

describe('what a sub-distributor is worth', () => {
  const sub = {
    id: 's',
    millilitres: litres(10_000),
    returned: 0,
    suppliers: [{ id: 'w', part: 365 }],
    mixMargin: null,
    ownSpend: 0,
  }

  it('is its part of what its supplier leaves, less what is spent on it directly', () => {
    const worths = new Map([['w', { ...supplier, mixMargin: null }]])
    expect(worthOfSub(sub, worths)).toMatchObject({
      margin: 2_000_000,
      spend: 800_000,
      contribution: 1_200_000,
    })
    const costly = worthOfSub({ ...sub, ownSpend: 1_500_000 }, worths)
    expect(costly).toMatchObject({ contribution: -300_000, ownSpend: 1_500_000 })
    // 10,000 L = 10.12 t: 15,000 ÷ 10.12 = 1,482 spent, 12,000 ÷ 10.12 = 1,186 left before it
    expect(costly && lossReasons(costly, names, yuan)[0]).toEqual({
      code: 'own-spend',
      facts: { spend: 1482, left: 1186 },
    })
  })

  it('is less where it takes the products that leave less', () => {
    const worths = new Map([['w', { ...supplier, mixMargin: 200_000 }]])
    // 50,000 fen a kilolitre less on 10 kL
    expect(worthOfSub({ ...sub, mixMargin: 150_000 }, worths)).toMatchObject({
      margin: 1_500_000,
      contribution: 700_000,
    })
  })

  it('is unknown without a supplier whose contribution is known', () => {
    expect(worthOfSub({ ...sub, suppliers: [] }, new Map())).toBeNull()
    expect(worthOfSub(sub, new Map())).toBeNull()
  })

  it('adds up to the supplier when all of its volume is traced', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(parts, (weights) => {
        const whole = weights.reduce((sum, one) => sum + one, 0)
        const worths = new Map([['w', { ...supplier, mixMargin: null }]])
        const sum = weights.reduce((total, weight) => {
          const millilitres = (supplier.millilitres * weight) / whole
          return total + (worthOfSub({ ...sub, millilitres }, worths)?.contribution ?? 0)
        }, 0)
        // Each is rounded to the minor unit, twice.
        expect(Math.abs(sum - supplier.contribution)).toBeLessThanOrEqual(weights.length)
      }),
    )
  })
})

describe('why a member costs more than it brings', () => {
  const losing = (own: Parameters<typeof anAccount>[0], minor: number, returned = 0) =>
    lossReasons(worthOfAccount(anAccount(own), minor, ['rebate', 'freight'], returned), names, yuan)

  it('says so only of those that do', () => {
    expect(losing({}, 5)).toEqual([])
  })

  it('tells a price below cost from a spend above the margin, and names what is largest', () => {
    const spend = { rebate: 900_000, freight: 100_000 }
    // 100 kL = 101.2 t; margin −2,000 + 10,000 = 8,000 yuan = 79 a tonne; spend 10,000 = 99; rebates 9,000 = 89
    expect(losing({ spend }, -200_000)).toEqual([
      { code: 'spend-above-margin', facts: { spend: 99, margin: 79 } },
      { code: 'largest', facts: { component: 'rebate', spend: 89 } },
    ])
    expect(losing({ spend: {} }, -200_000)).toEqual([{ code: 'price-below-cost', facts: { margin: -20 } }])
    expect(losing({ spend }, -200_000, litres(25_000))[1]).toEqual({ code: 'returns', facts: { share: 0.2 } })
    expect(losing({ spend, millilitres: 0, lines: 4 }, -200_000)).toEqual([
      { code: 'nothing-kept', facts: {} },
    ])
  })
})
