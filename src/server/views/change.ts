import type { NewView, SavedViews, ViewBody, ViewChange } from '../../contract/views.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, Refused, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import {
  headquarters,
  insertView,
  isTaken,
  loadViews,
  setOpening,
  updateView,
  type ViewRow,
} from './store.ts'

/** Characters of a name: what a menu shows whole. */
export const LONGEST_NAME = 60
const MOST_VIEWS = 100

/** The caller's own views and the company's. */
export async function viewsOf(deps: Deps, caller: Caller): Promise<Result<SavedViews>> {
  const person = caller.personId
  if (person === null) return ok({ views: [] })
  return inScope(deps.db, [], async (tx) => shown(await loadViews(tx, person), caller), { readOnly: true })
}

/** Refused: a name that is empty, too long or taken; more views than anybody can find their way in; a caller who is no person. */
export async function saveView(deps: Deps, caller: Caller, wish: NewView): Promise<Result<SavedViews>> {
  return changing(deps, caller, async (tx, person, note) => {
    const { name, key } = value(nameOf(wish.name))
    const views = await loadViews(tx, person)
    if (views.length >= MOST_VIEWS) throw new Refused('view/too-many', { most: MOST_VIEWS })
    await free(tx, { person, shared: wish.shared, key }, name)
    const id = deps.newId()
    await insertView(tx, {
      id,
      personId: person,
      shared: wish.shared,
      name,
      key,
      body: bare(wish.body),
      at: deps.now(),
    })
    await note('view.save', id, { name, shared: wish.shared })
  })
}

/**
 * Renames a view, replaces what it keeps, opens the ranking with it, deletes it or takes that back.
 * Refused: not there, somebody else's, and what `saveView` refuses of a name.
 */
export async function changeView(
  deps: Deps,
  caller: Caller,
  id: string,
  wish: ViewChange,
): Promise<Result<SavedViews>> {
  return changing(deps, caller, async (tx, person, note) => {
    const [view] = await loadViews(tx, person, id)
    if (!view || (view.deleted && wish.deleted !== false)) throw new Refused('view/missing', {})
    if (wish.opens !== undefined) {
      if (wish.opens || view.opens) await setOpening(tx, person, wish.opens ? id : null)
      await note('view.open', id, { opens: wish.opens })
    }
    if (wish.name === undefined && wish.body === undefined && wish.deleted === undefined) return
    if (!isMine(view, caller)) throw new Refused('view/not-yours', { name: view.name, by: view.by })
    const { name, key } = value(nameOf(wish.name ?? view.name))
    const deleted = wish.deleted ?? false
    if (!deleted) await free(tx, { person: view.personId, shared: view.shared, key, but: id }, name)
    const body = bare(wish.body ?? view.body)
    await updateView(tx, id, { name, key, body, withdrawnAt: deleted ? deps.now() : null })
    await note(deleted ? 'view.delete' : 'view.change', id, { name })
  })
}

type Note = (action: string, subject: string, detail: Record<string, unknown>) => Promise<void>

async function changing(
  deps: Deps,
  caller: Caller,
  work: (tx: Tx, person: string, note: Note) => Promise<void>,
): Promise<Result<SavedViews>> {
  const person = caller.personId
  if (person === null) return refuse('view/no-person')
  try {
    // What is a person's own hangs on no market; the company's chain notes it.
    return await inScope(deps.db, '*', async (tx) => {
      const hq = await headquarters(tx)
      if (hq === undefined) throw new Refused('company/missing', {})
      const stamp = { actor: caller.actor, at: deps.now() }
      await work(tx, person, (action, subject, detail) =>
        audit(tx, deps.newId, stamp, { market: hq, action, subject, detail }),
      )
      return shown(await loadViews(tx, person), caller)
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

function shown(rows: readonly ViewRow[], caller: Caller): Result<SavedViews> {
  return ok({
    views: rows.map((row) => {
      const { id, name, shared, by, opens, body } = row
      return { id, name, shared, by, opens, body, mine: isMine(row, caller) }
    }),
  })
}

/** An administrator keeps order among the company's views. */
function isMine(row: ViewRow, caller: Caller): boolean {
  return row.personId === caller.personId || (row.shared && caller.rights.has('company.change'))
}

function nameOf(text: string): Result<{ name: string; key: string }, 'view/name-empty' | 'view/name-long'> {
  const name = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
  if (name === '') return refuse('view/name-empty')
  const { length } = [...name]
  if (length > LONGEST_NAME) return refuse('view/name-long', { length, most: LONGEST_NAME })
  return ok({ name, key: name.toLowerCase() })
}

async function free(tx: Tx, of: Parameters<typeof isTaken>[1], name: string): Promise<void> {
  if (await isTaken(tx, of)) throw new Refused('view/name-taken', { name })
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.problem.code, result.problem.facts)
  return result.value
}

/** Without what is empty: an address has no empty words. */
function bare(body: ViewBody): ViewBody {
  return Object.fromEntries(Object.entries(body).filter(([, text]) => text !== undefined && text !== ''))
}
