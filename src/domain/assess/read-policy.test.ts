import { describe, expect, it } from 'vitest'
import { defaultPolicy } from './policy.ts'
import { readPolicy } from './read-policy.ts'

const refused = (body: unknown) => {
  const read = readPolicy(body)
  return read.ok ? null : read.problem.facts['why']
}

describe('the policy', () => {
  it('is the default where a body says nothing, and the body where it says something', () => {
    expect(readPolicy({})).toEqual({ ok: true, value: defaultPolicy })
    const read = readPolicy({
      k: { kind: 'fixed', k: 20 },
      loyalty: { overdueMinor: 500 },
      kByMarket: { M1: 3 },
    })
    expect(read.ok && read.value).toEqual({
      ...defaultPolicy,
      k: { kind: 'fixed', k: 20 },
      kByMarket: { M1: 3 },
      loyalty: { ...defaultPolicy.loyalty, overdueMinor: 500 },
    })
  })

  it('comes back from its own JSON', () => {
    expect(readPolicy(structuredClone(defaultPolicy))).toEqual({ ok: true, value: defaultPolicy })
  })

  it.each([
    [null, 'policy'],
    [[], 'policy'],
    [{ wieghts: {} }, 'wieghts'],
    [{ weights: { volume: '0.3' } }, 'weights.volume'],
    [{ weights: 'equal' }, 'weights'],
    [{ weightsFrom: 'entropy' }, 'weightsFrom'],
    [{ k: { kind: 'fixed' } }, 'k.kind'],
    [{ k: { kind: 'fixed', k: 2.5 } }, 'k.k'],
    [{ k: { kind: 'cover', share: 0.6, least: 5, most: 3 } }, 'k.most'],
    [{ kByMarket: { M1: 1.5 } }, 'kByMarket'],
    [{ loyalty: { warnFrom: 4 } }, 'loyalty.closeFrom'],
    [{ dormant: { cycles: 2 } }, 'dormant.cycles'],
    [{ robustness: { draws: Number.NaN } }, 'robustness.draws'],
    [{ hysteresis: { enter: 0.05 } }, 'hysteresis.enter'],
    [JSON.parse('{"__proto__": {"a": 1}}'), '__proto__'],
  ])('refuses %j at %s', (body, field) => {
    expect(refused(body)).toBe(field)
  })

  const code = (body: unknown) => {
    const read = readPolicy(body)
    return read.ok ? null : read.problem.code
  }

  it.each([
    [{ weights: { volume: 0.5 } }, 'policy/weights-sum'],
    [{ weights: { volume: 0, profit: 0, strength: 0, potential: 0 } }, 'policy/weights-sum'],
    [{ weights: { volume: -0.1, profit: 0.7 } }, 'policy/weight-negative'],
    [{ k: { kind: 'fixed', k: 0 } }, 'policy/k-none'],
    [{ kByMarket: { M1: 0 } }, 'policy/k-none'],
    [{ hysteresis: { enter: 1, leave: 1 } }, 'policy/enter-leave'],
    [{ hysteresis: { enter: 1.4 } }, 'policy/enter-leave'],
    [{ hysteresis: { leave: 0.8 } }, 'policy/enter-leave'],
  ])('answers %j with a sentence of its own, %s', (body, expected) => {
    expect(code(body)).toBe(expected)
  })

  it('tells the bounds of a number that is out of them', () => {
    const read = readPolicy({ reference: { low: 0.7 } })
    expect(read.ok ? null : read.problem.facts).toEqual({ why: 'reference.low', low: 0, high: 0.49 })
  })
})
