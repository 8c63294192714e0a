import type { Scope } from '../../domain/chain/reach.ts'
import type { Stays } from '../../domain/chain/tree-edit.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { ok, refuse, Refused, type ProblemCode, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyOf, lastChange, masterNodes, staysOf, type MasterNodeRow } from './ground-store.ts'

/** What every screen of masters stands on. */
export type MasterGround = {
  readonly hq: string
  readonly nodes: readonly MasterNodeRow[]
  readonly stays: Stays
  readonly today: Day
  /** Digits of the minor unit of the company's money. */
  readonly digits: number
}

/** Read within the transaction that is about to write, or by itself. */
export async function groundIn(tx: Tx, deps: Deps): Promise<Result<MasterGround, 'company/missing'>> {
  const company = await companyOf(tx)
  if (!company) return refuse('company/missing')
  const nodes = await masterNodes(tx)
  return ok({
    hq: nodes.find(({ kind }) => kind === 'hq')?.id ?? '',
    nodes,
    stays: await staysOf(tx),
    today: dayIn(company.zone, deps.now()),
    digits: company.digits,
  })
}

/** Reads on the ground of masters, all as of one moment. Refused: no company yet. */
export async function onGround<T, C extends ProblemCode>(
  deps: Deps,
  scope: Scope,
  read: (tx: Tx, ground: MasterGround) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'company/missing'>> {
  return inScope(
    deps.db,
    scope,
    async (tx) => {
      const ground = await groundIn(tx, deps)
      return ground.ok ? read(tx, ground.value) : ground
    },
    { readOnly: true, snapshot: true },
  )
}

export async function masterGround(deps: Deps): Promise<Result<MasterGround, 'company/missing'>> {
  return inScope(deps.db, [], (tx) => groundIn(tx, deps), { readOnly: true, snapshot: true })
}

/** A day of the past or today, as it was asked; refused with a sentence otherwise. */
export function pastDay(day: string, today: Day): Result<Day, 'period/day-invalid' | 'period/day-ahead'> {
  if (!isDay(day)) return refuse('period/day-invalid', { day })
  return day > today ? refuse('period/day-ahead', { day }) : ok(day)
}

/** A refusal on the way rolls the whole transaction back: nothing is half done. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.problem.code, result.problem.facts)
  return result.value
}

/** Refused when somebody changed it since the reader loaded it, with who and when. `market`: whose chain tells (HQ for company-wide). */
export async function sameVersion(
  tx: Tx,
  at: { readonly market: string; readonly id: string; readonly version: string },
  version: string,
): Promise<void> {
  if (at.version === version) return
  const last = await lastChange(tx, at.market, at.id)
  const when = last?.at.toISOString().slice(0, 16).replace('T', ' ')
  throw new Refused('edit/changed-meanwhile', last && when ? { who: last.who, when } : {})
}

function dayIn(zone: string, at: Date): Day {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}
