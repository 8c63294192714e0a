import { describe, expect, it } from 'vitest'
import { generateMarket, plainShape } from './make/market-generator.ts'
import type { Memory } from '../src/domain/assess/figures.ts'
import { ranksOf } from '../src/domain/assess/k.ts'
import { makeReference } from '../src/domain/assess/make-reference.ts'
import { defaultPolicy } from '../src/domain/assess/policy.ts'
import { rankMarket } from '../src/domain/assess/rank-market.ts'
import { membership } from '../src/domain/assess/standing.ts'

const K = 20

/** How often an account changed sides over the rescorings after the first, with the policy's hysteresis and with a bare line at K. */
function flaps(seed: number): { bare: number; held: number; size: number[] } {
  const months = generateMarket({ ...plainShape, seed })
  const first = months[0]!
  const reference = makeReference(first.accounts, [], defaultPolicy, first.asOf)
  const ranks = ranksOf(K, defaultPolicy.hysteresis)
  const size: number[] = []
  let [bare, held] = [0, 0]
  let inside: ReadonlySet<string> | undefined
  let before: ReadonlyMap<string, Memory> | undefined
  for (const month of months) {
    const ranked = rankMarket(month, defaultPolicy, reference)
    const now = new Set(ranked.slice(0, K).map(({ account }) => account.id))
    if (inside)
      for (const { account } of ranked) if (inside.has(account.id) !== now.has(account.id)) bare += 1
    const next = new Map<string, Memory>()
    for (const { account, rank } of ranked) {
      const past = before?.get(account.id)
      const one = membership(rank, ranks, past, defaultPolicy.hysteresis.leaveAfter)
      next.set(account.id, { ...one, asOf: month.asOf, rank, standing: 'regular' })
      if (past && past.member !== one.member) held += 1
    }
    size.push([...next.values()].filter(({ member }) => member).length)
    inside = now
    before = next
  }
  return { bare, held, size }
}

describe('hysteresis over 24 monthly rescorings of 200 accounts', () => {
  it('leaves at most a third of the flaps of a bare line', () => {
    const runs = Array.from({ length: 20 }, (_, i) => flaps(i + 1))
    const [bare, held] = [runs.reduce((n, run) => n + run.bare, 0), runs.reduce((n, run) => n + run.held, 0)]
    const perSeed = runs.map((run) => `${run.held}/${run.bare}`).join(' ')
    process.stdout.write(
      `flaps, K = ${K}, with hysteresis / without, seeds 1–20: ${perSeed}; ${held}/${bare} in all\n`,
    )
    expect(bare).toBeGreaterThan(50)
    expect(held).toBeLessThanOrEqual(bare / 3)
  })

  it('keeps the number of members near K', () => {
    const { size } = flaps(1)
    expect(Math.min(...size)).toBeGreaterThanOrEqual(18)
    expect(Math.max(...size)).toBeLessThanOrEqual(25)
  })
})
