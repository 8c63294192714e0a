import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOTHING } from '../src/domain/develop/policy-entitlement.ts'
import { postingOf } from '../src/domain/develop/policy-posting.ts'
import { termsOf, type TermsDraft } from '../src/domain/develop/trade-policy-draft.ts'
import { anyTerms, quantity } from './make/policies.ts'
import { oracleEarned } from './make/policy-oracle.ts'
import { random } from './make/random.ts'

const long = process.env['TONNAGE_DISCOVER'] === '1'
const nought = { ...NOTHING, minor: 0 }

it('policies × movements earn to the fen what an independent oracle in whole numbers says (100,000 in npm run discover)', () => {
  fc.assert(
    fc.property(
      anyTerms,
      fc.array(quantity, { minLength: 1, maxLength: 12 }),
      fc.array(quantity, { maxLength: 4 }),
      fc.boolean(),
      (draft, now, then, confirmed) => {
        const terms = termsOf(draft)
        const base = then.reduce((sum, one) => sum + one, 0)
        let state = { ...NOTHING, base, confirmed, minor: 0 }
        let [quantityNow, shared] = [0, 0]
        for (const [at, one] of now.entries()) {
          quantityNow += one
          const posted = postingOf(terms, state, { ...state, quantity: quantityNow }, [
            { id: String(at), quantity: one },
          ])
          shared += posted.shares.reduce((sum, { minor }) => sum + minor, 0)
          state = posted.trace.after
          const oracle = oracleEarned(draft, { quantity: BigInt(quantityNow), base: BigInt(base), confirmed })
          expect(BigInt(state.minor)).toBe(oracle)
          expect(shared).toBe(state.minor)
        }
      },
    ),
    { seed: 20_260_101, numRuns: long ? 100_000 : 2000 },
  )
}, 1_200_000)

it('postings, returns and retroactive changes in any order leave what a replay gives (1,000,000 in npm run discover)', () => {
  const steps = long ? 1_000_000 : 20_000
  const some = fc.sample(anyTerms, { seed: 11, numRuns: 200 })
  const dice = random(97)
  type Unit = { draft: TermsDraft; lines: number[]; state: typeof nought; posted: number }
  const units: Unit[] = some.map((draft) => ({ draft, lines: [], state: nought, posted: 0 }))
  for (let step = 0; step < steps; step += 1) {
    const unit = units[Math.floor(dice() * units.length)] as Unit
    const what = dice()
    let lines: { id: string; quantity: number }[] = []
    let after = unit.state
    if (what < 0.6 || unit.lines.length === 0) {
      const one = 1 + Math.floor(dice() * 900_000)
      unit.lines.push(one)
      lines = [{ id: 'n', quantity: one }]
      after = { ...after, quantity: after.quantity + one }
    } else if (what < 0.8) {
      const at = Math.floor(dice() * unit.lines.length)
      const one = -(unit.lines.splice(at, 1)[0] as number)
      lines = [{ id: 'r', quantity: one }]
      after = { ...after, quantity: after.quantity + one }
    } else if (what < 0.9) unit.draft = some[Math.floor(dice() * some.length)] as TermsDraft
    else if (what < 0.95) after = { ...after, confirmed: !after.confirmed }
    else after = { ...after, base: Math.floor(dice() * 5_000_000) }
    const posting = postingOf(termsOf(unit.draft), unit.state, after, lines)
    unit.posted += posting.minor
    unit.state = posting.trace.after
  }
  const apart = units.filter(({ draft, lines, state: { base, confirmed }, posted }) => {
    const all = BigInt(lines.reduce((sum, one) => sum + one, 0))
    return BigInt(posted) !== oracleEarned(draft, { quantity: all, base: BigInt(base), confirmed })
  })
  expect(apart).toEqual([])
}, 1_200_000)
