import type { PolicyTrial } from '../../contract/policy.ts'
import { criteria, four } from '../../domain/assess/criterion.ts'
import { defaultPolicy, type Policy } from '../../domain/assess/policy.ts'
import { readPolicy } from '../../domain/assess/read-policy.ts'
import { weightsFromPairs, weightsFromRanking } from '../../domain/assess/weights.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { PolicyRow } from './policy-store.ts'

type Draft = Pick<PolicyTrial, 'body' | 'ranking' | 'pairs' | 'restore'>

/**
 * The policy that a draft makes: laid over the one in force, or over an older version. Weights may come from a ranking of the
 * four or from pairwise comparisons instead of numbers; contradictory ones are refused.
 */
export function draftOf(inForce: Policy, rows: readonly PolicyRow[], draft: Draft): Result<Policy> {
  const base = draft.restore === undefined ? ok(inForce) : versionOf(rows, draft.restore)
  if (!base.ok) return base
  const weights = weightsOf(draft)
  if (!weights.ok) return weights
  return readPolicy({ ...laid(base.value, draft.body ?? {}), ...weights.value })
}

/** A version as it was made. Before anybody changed anything, version 1 is the default. */
export function versionOf(rows: readonly PolicyRow[], version: number): Result<Policy> {
  const row = rows.find((one) => one.version === version)
  if (row) return readPolicy(row.body)
  return version === 1 && rows.length === 0 ? ok(defaultPolicy) : refuse('policy/missing', { version })
}

type FromPerson = Partial<Pick<Policy, 'weights' | 'weightsFrom'>>

function weightsOf(draft: Draft): Result<FromPerson> {
  if (draft.ranking && draft.pairs) return refuse('policy/invalid', { why: 'weights' })
  if (draft.ranking) {
    const weights = weightsFromRanking(draft.ranking)
    return weights.ok ? ok({ weights: weights.value, weightsFrom: 'ranking' }) : weights
  }
  if (draft.pairs) {
    const elicited = weightsFromPairs(draft.pairs)
    if (!elicited.ok) return elicited
    if (elicited.value.weights.length !== criteria.length) return refuse('policy/invalid', { why: 'weights' })
    const weights = elicited.value.weights
    return ok({
      weights: four((criterion) => weights[criteria.indexOf(criterion)] ?? 0),
      weightsFrom: 'pairwise',
    })
  }
  // Who goes back to an older version says where its weights came from; numbers alone are numbers.
  const told = draft.body?.['weights'] === undefined || draft.body['weightsFrom'] !== undefined
  return ok(told ? {} : { weightsFrom: 'direct' })
}

type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The change over the policy it starts from, group by group; K and the markets' own K are replaced whole. */
function laid(policy: Policy, change: Bag): Bag {
  const made: Bag = { ...policy }
  for (const [key, value] of Object.entries(change)) {
    const there = made[key]
    made[key] =
      isBag(value) && isBag(there) && key !== 'k' && key !== 'kByMarket' ? { ...there, ...value } : value
  }
  return made
}
