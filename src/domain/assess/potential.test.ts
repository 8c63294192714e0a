import { describe, expect, it } from 'vitest'
import { aFact, anAccount, AS_OF, litres } from '../../../test/make/figures.ts'
import { defaultPolicy } from './policy.ts'
import { potentialMeasures } from './potential.ts'

const of = (own: Parameters<typeof anAccount>[0]) => potentialMeasures(anAccount(own), defaultPolicy, AS_OF)

describe('potential: sustainable growth and room to grow (article 1.4)', () => {
  it('is the logarithm of the growth and the part of the wallet that others have', () => {
    // 150 kL after 100 kL: ln 1.5 = 0.405; we have 35 % of what it buys: 65 % white space
    const potential = of({
      millilitres: litres(150_000),
      lastYearMillilitres: litres(100_000),
      facts: [aFact('share_of_wallet', 0.35)],
    })
    expect(potential.growth).toBeCloseTo(0.405465, 6)
    expect(potential.whiteSpace).toBeCloseTo(0.65, 12)
  })

  it('knows no growth before eighteen months of history', () => {
    expect(of({ historyMonths: 17 }).growth).toBeNull()
    expect(of({ historyMonths: 18 }).growth).toBe(0)
  })

  it('knows no growth from nothing, and the worst when all is gone', () => {
    expect(of({ lastYearMillilitres: 0 }).growth).toBeNull()
    expect(of({ lastYearMillilitres: null }).growth).toBeNull()
    expect(of({ millilitres: 0, lastYearMillilitres: 5 }).growth).toBe(Number.NEGATIVE_INFINITY)
  })

  it('does not believe an expired share of wallet', () => {
    const facts = [aFact('share_of_wallet', 0.35, '2025-09-01', { expiresOn: '2026-09-01' })]
    expect(of({ facts }).whiteSpace).toBeNull()
  })
})
