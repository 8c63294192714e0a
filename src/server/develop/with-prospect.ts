import { noRight, type Caller, type NodeKind, type TreeNode } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyNow } from '../db/company-day.ts'
import { loadPeople, type PersonRow } from './part-store.ts'
import {
  lastHand,
  loadProspects,
  lockProspect,
  writeStep,
  type CardColumns,
  type Happened,
  type ProspectRow,
} from './prospect-store.ts'

/** What other slices do for this one, handed over by the app. */
export type Helpers = {
  /** How a name is said: syllables without tones, and their first letters. */
  readonly spell: (name: string) => { readonly pinyin: string; readonly initials: string }
  readonly tree: (
    tx: Tx,
  ) => Promise<
    readonly (TreeNode & { readonly kind: NodeKind; readonly code: string; readonly name: string })[]
  >
  /** Makes an account in a transaction that is open already; refuses by throwing. */
  readonly makeAccount: (
    tx: Tx,
    deps: Deps,
    caller: Caller,
    account: {
      readonly id: string
      readonly market: string
      readonly code: string
      readonly name: string
      readonly owner: string | null
      readonly phone: string | null
      readonly address: string | null
      readonly city: string | null
      readonly opened: Day
    },
  ) => Promise<void>
  /** The next free code like one. */
  readonly freeCode: (deps: Deps, like: string) => Promise<string>
}

export type Here = {
  readonly tx: Tx
  readonly one: ProspectRow
  readonly people: readonly PersonRow[]
  readonly today: Day
  readonly digits: number
  readonly at: Date
  readonly stamp: { readonly actor: string; readonly at: Date }
  /** An audit entry beside the write; never with what a person may want erased (names, texts, phones). */
  readonly note: (action: string, detail: Record<string, unknown>) => Promise<void>
  /** Writes the card and appends what happened, as the next version. */
  readonly write: (columns: CardColumns, event: Happened) => Promise<number>
}

type Ask = {
  readonly id: string
  /** For a change: the version that the caller has read. */
  readonly version?: number
  readonly readOnly?: boolean
}

/**
 * Work on one prospect, in one transaction with the caller's scope. Refused: the right is missing; no such prospect in the scope (one
 * answer for both); somebody changed it since the caller read it.
 */
export async function withProspect<T>(
  deps: Deps,
  caller: Caller,
  ask: Ask,
  work: (here: Here) => Promise<Result<T>>,
): Promise<Result<T>> {
  const right = ask.readOnly ? 'prospect.read' : 'prospect.change'
  if (!caller.rights.has(right)) return noRight(right)
  return inScope(deps.db, caller.scope, (tx) => onProspect(tx, deps, caller.actor, ask, work), {
    readOnly: ask.readOnly === true,
    snapshot: ask.readOnly === true,
  })
}

/** The same inside a transaction that is open already. */
export async function onProspect<T>(
  tx: Tx,
  deps: Deps,
  actor: string,
  ask: Ask,
  work: (here: Here) => Promise<Result<T>>,
): Promise<Result<T>> {
  const at = deps.now()
  const company = await companyNow(tx, at)
  if (!company) return refuse('company/missing')
  if (!ask.readOnly && !(await lockProspect(tx, ask.id))) return refuse('prospect/missing')
  const [one] = await loadProspects(tx, '*', ask.id)
  if (!one) return refuse('prospect/missing')
  if (ask.version !== undefined && ask.version !== one.version) {
    const last = await lastHand(tx, one.market, one.id)
    const when = last?.at.toISOString().slice(0, 16).replace('T', ' ')
    return refuse('edit/changed-meanwhile', last && when ? { who: last.who, when } : {})
  }
  const stamp = { actor, at }
  const note = (action: string, detail: Record<string, unknown>) =>
    audit(tx, deps.newId, stamp, { market: one.market, action, subject: one.id, detail })
  const write = async (columns: CardColumns, event: Happened) => {
    const { market, id, version } = one
    await writeStep(tx, { market, id, version, eventId: deps.newId() }, columns, event, stamp)
    return version + 1
  }
  const people = await loadPeople(tx, one)
  return work({ tx, one, people, ...company, at, stamp, note, write })
}
