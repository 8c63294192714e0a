import { useMemo } from 'react'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { criteria, type Criterion, type Four } from '../../../domain/assess/criterion.ts'
import {
  judgePairs,
  matrixOf,
  pairsFromWeights,
  pairsOfFour,
  type Comparison,
} from '../../../domain/assess/pairs.ts'
import { policyDifferences } from '../../../domain/assess/policy-differences.ts'
import type { Policy } from '../../../domain/assess/policy.ts'
import { readPolicy } from '../../../domain/assess/read-policy.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { api } from '../../api.ts'
import { useDraft, type Draft } from '../../ui/draft.ts'

export type PolicyTrial = Parameters<typeof api.previewPolicy>[0]

/** What is kept of a draft: the policy's own groups, and how its weights were arrived at. Groups that nobody touched follow the policy in force. */
export type Drafted = Policy & {
  /** Order of the four, most important first; empty: as the weights stand. */
  readonly order: readonly Criterion[]
  /** The six comparisons as steps, in the order of `pairsOfFour`; empty: nearest to the weights. */
  readonly pairs: readonly number[]
  /** The newest version there was when the draft was begun; 0: nothing is drafted. */
  readonly seen: number
}

export type PolicyDraft = Draft<Drafted> & {
  readonly policy: Policy
  readonly live: Policy
  /** Why the draft cannot be used, if so; contradictory comparisons are one reason. */
  readonly problem: Problem | null
  /** How many settings differ from the policy in force; the weights together are one. */
  readonly differs: number
  readonly trial: PolicyTrial
  readonly change: (patch: Partial<Policy> & Partial<Pick<Drafted, 'order' | 'pairs'>>) => void
}

export function usePolicyDraft(doc: PolicyDocument): PolicyDraft {
  const live: Policy = doc.body
  const initial = useMemo<Drafted>(() => ({ ...live, order: [], pairs: [], seen: 0 }), [live])
  const draft = useDraft<Drafted>('policy', initial)
  const { order, pairs, seen, ...policy } = draft.value
  const differs = new Set(
    policyDifferences(live, policy).map(({ path }) => (path.startsWith('weights') ? 'weights' : path)),
  ).size
  return {
    ...draft,
    policy,
    live,
    differs,
    dirty: draft.dirty && (differs > 0 || contradicts(policy, pairs)),
    problem: problemOf(policy, pairs),
    trial: trialOf(live, policy, order, pairs),
    change: (patch) => draft.set({ ...patch, seen: seen === 0 ? doc.newest : seen }),
  }
}

/** The order in which weights stand; equals keep the article's. */
export function orderOf(weights: Four<number>): readonly Criterion[] {
  return criteria.toSorted((a, b) => weights[b] - weights[a])
}

export function comparisonsOf(policy: Policy, pairs: readonly number[]): readonly Comparison[] {
  if (pairs.length !== pairsOfFour.length) return pairsFromWeights(policy.weights)
  return pairsOfFour.map(([a, b], i) => ({ a, b, times: pairs[i] ?? 1 }))
}

function contradicts(policy: Policy, pairs: readonly number[]): boolean {
  return (
    policy.weightsFrom === 'pairwise' &&
    pairs.length > 0 &&
    !judgePairs(comparisonsOf(policy, pairs)).consistent
  )
}

function problemOf(policy: Policy, pairs: readonly number[]): Problem | null {
  const read = readPolicy(policy)
  if (!read.ok) return read.problem
  if (!contradicts(policy, pairs)) return null
  return { code: 'policy/inconsistent', facts: {} }
}

/** Only what differs is sent, so that a draft stands on whatever holds when it is tried. */
function trialOf(
  live: Policy,
  policy: Policy,
  order: readonly Criterion[],
  pairs: readonly number[],
): PolicyTrial {
  const groups = new Set(policyDifferences(live, policy).map(({ path }) => path.split('.')[0] ?? path))
  const weighed = groups.delete('weights') || groups.has('weightsFrom')
  groups.delete('weightsFrom')
  const body = Object.fromEntries(Object.entries(policy).filter(([group]) => groups.has(group)))
  const rest = groups.size > 0 ? { body } : {}
  if (!weighed) return rest
  const { weightsFrom, weights } = policy
  if (weightsFrom === 'ranking')
    return { ...rest, ranking: order.length === criteria.length ? [...order] : [...orderOf(weights)] }
  if (weightsFrom === 'pairwise' && pairs.length > 0)
    return { ...rest, pairs: matrixOf(comparisonsOf(policy, pairs)).map((row) => [...row]) }
  return { body: { ...body, weights, weightsFrom } }
}
