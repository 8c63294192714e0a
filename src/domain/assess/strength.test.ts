import { describe, expect, it } from 'vitest'
import { aFact, anAccount, AS_OF } from '../../../test/make/figures.ts'
import { factAt } from './fact.ts'
import { meanOfKnown, strengthMeasures } from './strength.ts'

describe('strength: funds, network, team (article 1.3)', () => {
  it('adds up what is known of each of the three', () => {
    // Working capital 800,000 yuan; 6 sub-distributors + 140 outlets; 5 sales people + 3 vehicles.
    const account = anAccount({
      activeSubDistributors: 6,
      activeOutlets: 140,
      facts: [
        aFact('working_capital', 800_000_00),
        aFact('credit_limit', 200_000_00),
        aFact('sales_people', 5),
        aFact('vehicles', 3),
      ],
    })
    expect(strengthMeasures(account, AS_OF)).toEqual({ funds: 800_000_00, network: 146, team: 8 })
  })

  it('takes the credit limit where nobody knows the working capital', () => {
    const account = anAccount({ facts: [aFact('credit_limit', 200_000_00)] })
    expect(strengthMeasures(account, AS_OF).funds).toBe(200_000_00)
  })

  it('is unknown where nothing is known, which is not zero', () => {
    expect(strengthMeasures(anAccount(), AS_OF)).toEqual({ funds: null, network: null, team: null })
    expect(strengthMeasures(anAccount({ activeOutlets: 0 }), AS_OF).network).toBe(0)
    expect(meanOfKnown([null, null])).toBeNull()
    expect(meanOfKnown([null, 0.2, 0.6])).toBeCloseTo(0.4, 12)
  })
})

describe('a fact of a day', () => {
  const facts = [
    aFact('vehicles', 3, '2026-01-10', { expiresOn: '2026-10-31' }),
    aFact('vehicles', 2, '2025-06-01'),
    aFact('vehicles', 9, '2026-11-01'),
  ]
  it('is the latest that was known and had not expired', () => {
    expect(factAt(facts, 'vehicles', '2026-10-30')?.value).toBe(3)
    expect(factAt(facts, 'vehicles', '2026-10-31')?.value).toBe(2)
    expect(factAt(facts, 'vehicles', '2026-11-01')?.value).toBe(9)
    expect(factAt(facts, 'vehicles', '2025-01-01')).toBeUndefined()
    expect(factAt(facts, 'sales_people', '2026-10-31')).toBeUndefined()
  })
})
