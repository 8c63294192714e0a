import type { PolicyChange, PolicyDocument, PolicyOfVersion } from '../../contract/policy.ts'
import { policyDifferences } from '../../domain/assess/policy-differences.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { covers, inReach } from '../../domain/chain/reach.ts'
import { addMonths, isDay, type Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Ground } from './ground.ts'
import { draftOf, versionOf } from './policy-draft.ts'
import { insertPolicy, loadPolicies, type PolicyRow } from './policy-store.ts'
import { standOn } from './stand-on.ts'
import { withYardstick } from './yardstick.ts'

type Row = PolicyRow & { readonly by: string }

/** The policy in force, and every version there has been. */
export async function policyOf(deps: Deps, caller: Caller): Promise<Result<PolicyDocument>> {
  if (!caller.rights.has('policy.read')) return noRight('policy.read')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const ground = await withYardstick(deps, stood.value)
  const rows = await inScope(deps.db, caller.scope, loadPolicies, { readOnly: true })
  return ok(documentOf(ground, rows, caller))
}

/** One version as it was made. Refused with `policy/missing`. */
export async function policyVersion(
  deps: Deps,
  caller: Caller,
  version: number,
): Promise<Result<PolicyOfVersion>> {
  if (!caller.rights.has('policy.read')) return noRight('policy.read')
  const rows = await inScope(deps.db, caller.scope, loadPolicies, { readOnly: true })
  const body = versionOf(rows, version)
  if (!body.ok) return body
  const row = rows.find((one) => one.version === version)
  const said = row
    ? lineOf(row)
    : { version, note: null, by: 'system', at: deps.now().toISOString(), from: null }
  return ok({ ...said, body: structuredClone(body.value) as PolicyDocument['body'] })
}

/**
 * Makes the next version; the one before stays as it was, and verdicts name theirs. It holds from `from` on, today where
 * nothing is said. A policy is the company's: whoever changes it must reach all of it. Refused: what `draftOf` refuses, a
 * draft that changes nothing, a day that has passed or lies more than a year ahead, a draft whose maker had not seen the
 * newest version (`base`), and to undo another than the newest.
 */
export async function changePolicy(
  deps: Deps,
  caller: Caller,
  change: PolicyChange,
): Promise<Result<PolicyDocument>> {
  if (!caller.rights.has('policy.change') || !covers(caller.scope, '*')) return noRight('policy.change')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const { today, hq } = stood.value
  const from = dayFrom(today, change.from)
  if (!from.ok) return from
  const { version, body, stored } = stood.value.policy
  const at = deps.now()
  const note = change.note?.trim() ?? ''
  const made = await inScope(deps.db, '*', async (tx): Promise<Result<true>> => {
    const rows = await loadPolicies(tx)
    const newest = rows[0]
    const seen = change.undoes ?? change.base
    if (seen !== undefined && newest && newest.version > seen) return changedBy(newest)
    const next = draftOf(body, rows, change)
    if (!next.ok) return next
    const waiting = newest !== undefined && newest.version > version
    if (!waiting && policyDifferences(body, next.value).length === 0) return refuse('policy/no-change')
    if (!stored) await insertPolicy(tx, { version, body, note: null, madeBy: 'system', madeAt: at })
    const row = {
      version: Math.max(version, newest?.version ?? 0) + 1,
      body: next.value,
      note: note === '' ? null : note,
      madeBy: caller.actor,
      madeAt: at,
    }
    if (!(await insertPolicy(tx, from.value === today ? row : { ...row, validFrom: from.value })))
      return refuse('request/conflict')
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at },
      {
        market: hq,
        action: change.undoes === undefined ? 'policy.change' : 'policy.undo',
        subject: String(row.version),
        detail: {
          from: body,
          to: next.value,
          note,
          validFrom: from.value,
          ...(change.undoes === undefined ? {} : { undoes: change.undoes }),
        },
      },
    )
    return ok(true)
  })
  return made.ok ? policyOf(deps, { ...caller, rights: new Set([...caller.rights, 'policy.read']) }) : made
}

export function changedBy(newest: Row) {
  return refuse('policy/changed', { by: newest.by, version: newest.version })
}

function dayFrom(today: Day, from: string | undefined): Result<Day> {
  if (from === undefined) return ok(today)
  return isDay(from) && from >= today && from <= addMonths(today, 12)
    ? ok(from)
    : refuse('policy/day-past', { day: from })
}

function lineOf(row: Row): PolicyDocument['versions'][number] {
  return {
    version: row.version,
    note: row.note,
    by: row.by,
    at: row.madeAt.toISOString(),
    from: row.validFrom,
  }
}

function documentOf(ground: Ground, rows: readonly Row[], caller: Caller): PolicyDocument {
  const { version, body } = ground.policy
  return {
    version,
    body: structuredClone(body) as PolicyDocument['body'],
    frozenOn: ground.references.at(-1)?.frozenOn ?? null,
    newest: Math.max(version, rows[0]?.version ?? 0),
    versions: rows.map(lineOf),
    markets: ground.nodes
      .filter((node) => node.kind === 'market' && inReach(caller, node.id))
      .map(({ code, name }) => ({ code, name })),
    currency: ground.company.currency,
    minorDigits: ground.company.digits,
  }
}
