import type { PolicyChange, PolicyDocument } from '../../contract/policy.ts'
import { criteria, four } from '../../domain/assess/criterion.ts'
import type { Policy } from '../../domain/assess/policy.ts'
import { readPolicy } from '../../domain/assess/read-policy.ts'
import { weightsFromPairs, weightsFromRanking } from '../../domain/assess/weights.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { covers } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Ground } from './ground.ts'
import { insertPolicy, loadPolicies, type PolicyRow } from './policy-store.ts'
import { noRight } from './ranking.ts'
import { standOn } from './stand-on.ts'

/** The policy in force, and every version there has been. */
export async function policyOf(deps: Deps, caller: Caller): Promise<Result<PolicyDocument>> {
  if (!caller.rights.has('policy.read')) return noRight('policy.read')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const rows = await inScope(deps.db, caller.scope, loadPolicies, { readOnly: true })
  return ok(documentOf(stood.value, rows))
}

/**
 * Makes the next version; the one before stays as it was, and verdicts name theirs. The change is laid over the policy in
 * force. Weights may come from a ranking of the four or from pairwise comparisons instead of numbers; contradictory ones are
 * refused. A policy is the company's: whoever changes it must reach all of it.
 */
export async function changePolicy(
  deps: Deps,
  caller: Caller,
  change: PolicyChange,
): Promise<Result<PolicyDocument>> {
  if (!caller.rights.has('policy.change') || !covers(caller.scope, '*')) return noRight('policy.change')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const { version, body, stored } = stood.value.policy
  const weights = weightsOf(change)
  if (!weights.ok) return weights
  const next = readPolicy({ ...laid(body, change.body ?? {}), ...weights.value })
  if (!next.ok) return next
  const at = deps.now()
  const note = change.note?.trim() ?? ''
  const made = await inScope(deps.db, '*', async (tx) => {
    if (!stored) await insertPolicy(tx, { version, body, note: null, madeBy: 'system', madeAt: at })
    const row = {
      version: version + 1,
      body: next.value,
      note: note === '' ? null : note,
      madeBy: caller.actor,
      madeAt: at,
    }
    if (!(await insertPolicy(tx, row))) return false
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at },
      {
        market: stood.value.hq,
        action: 'policy.change',
        subject: String(version + 1),
        detail: { from: body, to: next.value, note },
      },
    )
    return true
  })
  return made
    ? policyOf(deps, { ...caller, rights: new Set([...caller.rights, 'policy.read']) })
    : refuse('request/conflict')
}

type FromPerson = Partial<Pick<Policy, 'weights' | 'weightsFrom'>>

function weightsOf(change: PolicyChange): Result<FromPerson> {
  if (change.ranking && change.pairs) return refuse('policy/invalid', { why: 'weights' })
  if (change.ranking) {
    const weights = weightsFromRanking(change.ranking)
    return weights.ok ? ok({ weights: weights.value, weightsFrom: 'ranking' }) : weights
  }
  if (change.pairs) {
    const elicited = weightsFromPairs(change.pairs)
    if (!elicited.ok) return elicited
    if (elicited.value.weights.length !== criteria.length) return refuse('policy/invalid', { why: 'weights' })
    const weights = elicited.value.weights
    return ok({
      weights: four((criterion) => weights[criteria.indexOf(criterion)] ?? 0),
      weightsFrom: 'pairwise',
    })
  }
  return ok(change.body?.['weights'] === undefined ? {} : { weightsFrom: 'direct' })
}

type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The change over the policy in force, group by group; K and the markets' own K are replaced whole. */
function laid(policy: Policy, change: Bag): Bag {
  const made: Bag = { ...policy }
  for (const [key, value] of Object.entries(change)) {
    const there = made[key]
    made[key] =
      isBag(value) && isBag(there) && key !== 'k' && key !== 'kByMarket' ? { ...there, ...value } : value
  }
  return made
}

function documentOf(ground: Ground, rows: readonly PolicyRow[]): PolicyDocument {
  const { version, body } = ground.policy
  return {
    version,
    body: structuredClone(body) as PolicyDocument['body'],
    frozenOn: ground.references.at(-1)?.frozenOn ?? null,
    versions: rows.map((row) => ({
      version: row.version,
      note: row.note,
      by: row.madeBy,
      at: row.madeAt.toISOString(),
    })),
  }
}
