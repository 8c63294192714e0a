import type { Result } from '../problem.ts'
import { ok, refuse } from '../problem.ts'
import { criteria } from './criterion.ts'
import type { Policy } from './policy.ts'
import { defaultPolicy } from './policy.ts'

export type Bound = { readonly low: number; readonly high: number; readonly whole?: true }
const share: Bound = { low: 0, high: 1 }
const count = (low: number, high: number): Bound => ({ low, high, whole: true })

/** What each number may be, by its path; a path that is not here is not a number of the policy. Forms read it as well. */
export const policyBounds: Readonly<Record<string, Bound>> = {
  ...Object.fromEntries(criteria.map((criterion) => [`weights.${criterion}`, share])),
  'k.share': { low: 0.01, high: 1 },
  'k.least': count(1, 1000),
  'k.most': count(1, 1000),
  'k.k': count(1, 1000),
  'hysteresis.enter': { low: 0.1, high: 1 },
  'hysteresis.leave': { low: 1, high: 10 },
  'hysteresis.leaveAfter': count(1, 12),
  'reference.low': { low: 0, high: 0.49 },
  'reference.high': { low: 0.51, high: 1 },
  'reference.fewest': count(1, 10_000),
  'reference.months': count(1, 120),
  costCoverage: share,
  growthHistoryMonths: count(12, 24),
  'loyalty.warnFrom': { low: 1, high: 100 },
  'loyalty.closeFrom': { low: 1, high: 100 },
  'loyalty.gaps': count(3, 12),
  'loyalty.fewestOrders': count(2, 13),
  'loyalty.walletDrop': { low: 0.001, high: 1 },
  'loyalty.overdueMinor': count(0, Number.MAX_SAFE_INTEGER),
  'dormant.months': count(1, 60),
  'dormant.cycles': { low: 1, high: 1000 },
  'candidate.potential': { low: 0, high: 100 },
  'candidate.volume': { low: 0, high: 100 },
  'robustness.seed': count(0, 2 ** 32 - 1),
  'robustness.draws': count(100, 100_000),
}

type Bag = Readonly<Record<string, unknown>>
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lays a stored body over the defaults: what it leaves out keeps its default, what nobody knows is refused. */
function lay(body: Bag, over: Bag, path: string): Bag | string {
  const made: Record<string, unknown> = { ...over }
  for (const [key, value] of Object.entries(body)) {
    const at = path === '' ? key : `${path}.${key}`
    const there = Object.hasOwn(over, key) ? over[key] : undefined
    if (at === 'k' || at === 'kByMarket') made[key] = value
    else if (there === undefined) return at
    else if (isBag(there)) {
      const inner = isBag(value) ? lay(value, there, at) : at
      if (typeof inner === 'string') return inner
      made[key] = inner
    } else if (typeof value !== typeof there) return at
    else made[key] = value
  }
  return made
}

function firstOutOfBounds(bag: Bag, path: string): string | undefined {
  for (const [key, value] of Object.entries(bag)) {
    const at = path === '' ? key : `${path}.${key}`
    const inner = isBag(value) && at !== 'kByMarket' ? firstOutOfBounds(value, at) : undefined
    if (inner !== undefined) return inner
    const bound = policyBounds[at]
    if (!bound) continue
    if (typeof value !== 'number' || !Number.isFinite(value) || value < bound.low || value > bound.high)
      return at
    if (bound.whole && !Number.isInteger(value)) return at
  }
  return undefined
}

function wrongK(k: unknown): string | undefined {
  if (!isBag(k)) return 'k'
  const needs = k['kind'] === 'cover' ? ['share', 'least', 'most'] : k['kind'] === 'fixed' ? ['k'] : undefined
  if (!needs || Object.keys(k).length !== needs.length + 1) return 'k.kind'
  return needs.find((key) => typeof k[key] !== 'number')
}

/** Every way in which a policy can be refused, but for comparisons that contradict each other. */
export type PolicyRefusal =
  'policy/invalid' | 'policy/weights-sum' | 'policy/weight-negative' | 'policy/k-none' | 'policy/enter-leave'

const wrong = (field: string) => refuse<'policy/invalid'>('policy/invalid', { why: field })

/** A number outside of what it may be; the mistakes that people make have a sentence of their own. */
function outsideOf(field: string, body: Bag): Result<never, PolicyRefusal> {
  const value = field.split('.').reduce<unknown>((at, key) => (isBag(at) ? at[key] : undefined), body)
  const bound = policyBounds[field]
  if (typeof value !== 'number' || !Number.isFinite(value) || !bound) return wrong(field)
  if (field.startsWith('weights.') && value < 0) return refuse('policy/weight-negative', { field, value })
  if (field === 'k.k' && value < 1) return refuse('policy/k-none', { k: value })
  if (field.startsWith('hysteresis.') && field !== 'hysteresis.leaveAfter') {
    const { enter, leave } = defaultPolicy.hysteresis
    const lines = { enter, leave, ...(isBag(body['hysteresis']) ? body['hysteresis'] : {}) }
    if (Number(lines.enter) >= Number(lines.leave))
      return refuse('policy/enter-leave', { enter: Number(lines.enter), leave: Number(lines.leave) })
  }
  return refuse('policy/invalid', { why: field, low: bound.low, high: bound.high })
}

/**
 * Reads a policy as it is stored or sent: a partial body over the defaults.
 * Refused with `policy/invalid` and the path of the first thing that is wrong: an unknown field, a number out of bounds (with
 * the bounds), thresholds in the wrong order. With codes of their own: weights that do not sum to 1 (within 0.000001), a
 * negative one, no key account at all, a line for coming in that lies behind the line for going out.
 */
export function readPolicy(body: unknown): Result<Policy, PolicyRefusal> {
  if (!isBag(body)) return wrong('policy')
  const laid = lay(body, defaultPolicy, '')
  if (typeof laid === 'string') return wrong(laid)
  const shape = wrongK(laid['k'])
  if (shape !== undefined) return wrong(shape)
  const outside = firstOutOfBounds(laid, '')
  if (outside !== undefined) return outsideOf(outside, laid)
  const own = laid['kByMarket']
  if (!isBag(own)) return wrong('kByMarket')
  for (const [market, k] of Object.entries(own)) {
    if (typeof k === 'number' && k < 1) return refuse('policy/k-none', { k, market })
    if (!Number.isInteger(k) || Number(k) > 1000) return wrong('kByMarket')
  }
  const policy = laid as unknown as Policy
  if (!['direct', 'ranking', 'pairwise'].includes(policy.weightsFrom)) return wrong('weightsFrom')
  const sum = criteria.reduce((total, criterion) => total + policy.weights[criterion], 0)
  if (Math.abs(sum - 1) > 1e-6) return refuse('policy/weights-sum', { sum })
  const { enter, leave } = policy.hysteresis
  if (enter >= leave) return refuse('policy/enter-leave', { enter, leave })
  if (policy.k.kind === 'cover' && policy.k.most < policy.k.least) return wrong('k.most')
  if (policy.loyalty.closeFrom < policy.loyalty.warnFrom) return wrong('loyalty.closeFrom')
  if (policy.dormant.cycles < policy.loyalty.closeFrom) return wrong('dormant.cycles')
  return ok(policy)
}
