import type { DealLimit, DealLimits } from '../../contract/agreement.ts'
import { covers, isRole, marketsUnder, noRight, type Caller } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { DealLimit as Limit } from '../../domain/develop/agreement/deal-limit.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { limitsHeld, loadLimits, ownRole, writeLimit } from './agreement-limit-store.ts'
import { headquarters } from './policy-store.ts'
import type { Helpers } from './with-prospect.ts'

/**
 * The most that somebody gives by themselves in all of these markets: the highest of their own roles of the day that reach them all. What
 * one holds for a colleague who is away adds nothing: a limit is trust in a person. Null: none was set, or it is nobody of the company.
 */
export async function limitOf(
  tx: Tx,
  { tree }: Pick<Helpers, 'tree'>,
  actor: string,
  { markets, today }: { readonly markets: readonly string[]; readonly today: Day },
): Promise<Limit> {
  const nodes = await tree(tx)
  const here = (await limitsHeld(tx, actor, today)).filter(({ node }) =>
    covers(marketsUnder(nodes, node), markets),
  )
  if (here.length === 0) return null
  const highest = (of: (row: (typeof here)[number]) => number) => BigInt(Math.max(...here.map(of)))
  return { perCase: highest(({ perCase }) => perCase), total: highest(({ total }) => total) }
}

/**
 * What the caller may give: of several roles at one place the highest, as `limitOf` has it. What each role may is told only to those who
 * shape roles or the company.
 */
export async function listLimits(deps: Deps, caller: Caller): Promise<Result<DealLimits>> {
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, deps.now())
    if (!company) return refuse('company/missing')
    const own = new Map<string, DealLimits['own'][number]>()
    for (const { node, place, perCase, total } of await limitsHeld(tx, caller.actor, company.today)) {
      const other = own.get(node) ?? { perCaseMinor: 0, totalMinor: 0 }
      own.set(node, {
        place,
        perCaseMinor: Math.max(other.perCaseMinor, perCase),
        totalMinor: Math.max(other.totalMinor, total),
      })
    }
    const all = seesLimits.some((right) => caller.rights.has(right))
    return ok({ limits: all ? [...(await loadLimits(tx))] : [], own: [...own.values()] })
  })
}

const seesLimits = ['people.change', 'company.change'] as const

const MOST = 1e13
const money = (minor: number) => Number.isInteger(minor) && minor >= 0 && minor <= MOST

/** Sets the limit of a role. Refused: by who does not reach the whole company; no such role; amounts that are no whole money. */
export async function setLimit(
  deps: Deps,
  caller: Caller,
  { role, perCaseMinor, totalMinor }: DealLimit,
): Promise<Result<DealLimit>> {
  if (caller.scope !== '*') return noRight('company.change')
  if (!money(perCaseMinor)) return refuse('agreement/field-invalid', { field: 'perCaseMinor' })
  if (!money(totalMinor)) return refuse('agreement/field-invalid', { field: 'totalMinor' })
  const stamp = { actor: caller.actor, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    if (!isRole(role) && !(await ownRole(tx, role)))
      return refuse('agreement/field-invalid', { field: 'role' })
    await writeLimit(tx, { role, perCaseMinor, totalMinor }, stamp)
    const detail = { role, perCase: perCaseMinor, total: totalMinor }
    const market = await headquarters(tx)
    await audit(tx, deps.newId, stamp, { market, action: 'deal-limit.set', detail })
    return ok({ role, perCaseMinor, totalMinor })
  })
}
