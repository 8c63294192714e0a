import type { Edited } from '../../contract/masters.ts'
import type { NewNode, NodeChange, NodeDay, NodeMove } from '../../contract/masters-markets.ts'
import { codeKey } from '../../domain/chain/code.ts'
import { readCode, readName } from '../../domain/chain/naming.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { ALWAYS } from '../../domain/chain/size-period.ts'
import { addSpan, spanOn, type Timeline } from '../../domain/chain/timeline.ts'
import { mayStand } from '../../domain/chain/tree-edit.ts'
import type { Day } from '../../domain/day.ts'
import { ok, Refused, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { auditEach, recorded, type Edit } from './edit-store.ts'
import { groundIn, must, pastDay, sameVersion, type MasterGround } from './ground.ts'
import { closedOn, type MasterNodeRow } from './ground-store.ts'
import {
  lockTree,
  nodeByCode,
  nodeCounts,
  placeNode,
  renameNode,
  withdrawNode,
  writeNode,
  writeStays,
} from './node-store.ts'

type Work = (
  tx: Tx,
  ground: MasterGround,
) => Promise<{
  readonly id: string
  readonly detail: Record<string, unknown>
  readonly work: () => Promise<unknown>
}>

/** One change of the tree: only for who may change every market, one after the other, kept for undo and audited at HQ. */
async function edited(deps: Deps, caller: Caller, action: string, plan: Work): Promise<Result<Edited>> {
  if (caller.scope !== '*') return noRight('market.change')
  const edit: Edit = { id: deps.newId(), action, caller, at: deps.now() }
  return inScope(deps.db, '*', async (tx) => {
    await lockTree(tx)
    const ground = must(await groundIn(tx, deps))
    const { id, detail, work } = await plan(tx, ground)
    const touched = [
      { subject: 'territory_node', by: 'id', values: [id] },
      { subject: 'territory_stay', by: 'node_id', values: [id] },
    ] as const
    await recorded(tx, deps, edit, ground.hq, touched, work)
    await auditEach(tx, deps, edit, new Map([[ground.hq, { subject: id, detail }]]))
    return ok({ edit: edit.id, id, count: 1 })
  })
}

/** The node as it stands; refused where there is none, or somebody changed it since. */
async function standing(
  tx: Tx,
  ground: MasterGround,
  id: string,
  version: string,
): Promise<MasterNodeRow & { readonly parentId: string }> {
  const node = ground.nodes.find((one) => one.id === id)
  if (!node) throw new Refused('market/missing')
  await sameVersion(tx, { market: ground.hq, id, version: node.version }, version)
  return { ...node, parentId: node.parentId ?? '' }
}

function movable(node: MasterNodeRow): void {
  if (node.kind === 'hq' || node.kind === 'unassigned') throw new Refused('market/fixed')
}

function parentOf(ground: MasterGround, node: { id: string; kind: MasterNodeRow['kind'] }, id: string) {
  const parent = ground.nodes.find((one) => one.id === id)
  if (!parent) throw new Refused('market/missing')
  must(mayStand(node, parent, ground.nodes))
  return parent
}

/** A new region, office or market under a node that may hold it. A code that was withdrawn comes back with its old id. */
export async function addNode(deps: Deps, caller: Caller, wanted: NewNode): Promise<Result<Edited>> {
  return edited(deps, caller, 'market.create', async (tx, ground) => {
    const name = must(readName(wanted.name))
    const code = must(readCode(wanted.code))
    const old = await nodeByCode(tx, code)
    if (old && !old.withdrawn) throw new Refused('code/taken', { code, account: old.name })
    const id = old?.id ?? deps.newId()
    parentOf(ground, { id, kind: wanted.kind }, wanted.parent)
    return {
      id,
      detail: { code, name, kind: wanted.kind, parent: wanted.parent },
      work: () => writeNode(tx, { id, kind: wanted.kind, code, name, parent: wanted.parent }),
    }
  })
}

/** Another name or code; refused where the code is another's. */
export async function changeNode(
  deps: Deps,
  caller: Caller,
  id: string,
  change: NodeChange,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'market.change', async (tx, ground) => {
    const node = await standing(tx, ground, id, change.version)
    const name = must(readName(change.name))
    const code = must(readCode(change.code))
    const holder = codeKey(code) === node.key ? undefined : await nodeByCode(tx, code)
    if (holder) throw new Refused('code/taken', { code, account: holder.name })
    return {
      id,
      detail: { from: { code: node.code, name: node.name }, to: { code, name } },
      work: () => renameNode(tx, { id, code, name }),
    }
  })
}

/** Where it has stood so far: always where it stands, unless it is said otherwise. */
function staysSoFar(ground: MasterGround, node: { id: string; parentId: string }) {
  const stays: Timeline<{ readonly parent: string }> = ground.stays.get(node.id) ?? []
  return stays.length > 0 ? stays : [{ from: ALWAYS, to: null, value: { parent: node.parentId } }]
}

async function place(
  tx: Tx,
  deps: Deps,
  node: { id: string; parentId: string },
  stays: Timeline<{ readonly parent: string }>,
  today: Day,
): Promise<void> {
  await writeStays(tx, node.id, stays, deps.newId)
  const parent = spanOn(stays, today)?.value.parent ?? node.parentId
  if (parent !== node.parentId) await placeNode(tx, { id: node.id, parent })
}

/**
 * Under another node from a day of the past or today on; what was reported before that day is not told anew. Refused: into itself or
 * beneath, under what cannot hold it, a closed market.
 */
export async function moveNode(
  deps: Deps,
  caller: Caller,
  id: string,
  ask: NodeMove,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'market.move', async (tx, ground) => {
    const node = await standing(tx, ground, id, ask.version)
    movable(node)
    const day = must(pastDay(ask.day, ground.today))
    const parent = parentOf(ground, node, ask.parent)
    const closed = closedOn(ground.stays, id)
    if (closed !== null) throw new Refused('market/closed', { market: node.name, day: closed })
    if (parent.id === node.parentId) throw new Refused('market/same-parent', { parent: parent.name })
    const span = { from: day, to: null, value: { parent: parent.id } }
    const stays = must(addSpan(staysSoFar(ground, node), span))
    return {
      id,
      detail: { from: node.parentId, to: parent.id, day },
      work: () => place(tx, deps, node, stays, ground.today),
    }
  })
}

/** A market takes no new accounts from a day on; its history stays and is found. */
export async function closeNode(
  deps: Deps,
  caller: Caller,
  id: string,
  ask: NodeDay,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'market.close', async (tx, ground) => {
    const node = await standing(tx, ground, id, ask.version)
    if (node.kind !== 'market') throw new Refused('market/fixed')
    const day = must(pastDay(ask.day, ground.today))
    const closed = closedOn(ground.stays, id)
    if (closed !== null) throw new Refused('market/closed', { market: node.name, day: closed })
    const so = staysSoFar(ground, node)
    const last = so.at(-1)
    if (last && day <= last.from) throw new Refused('period/ends-before', { from: last.from, to: day })
    const stays = so.map((stay) => (stay === last ? { ...stay, to: day } : stay))
    return { id, detail: { day }, work: () => writeStays(tx, id, stays, deps.newId) }
  })
}

/** A closed market is open again from a day on, where it stood last. */
export async function reopenNode(
  deps: Deps,
  caller: Caller,
  id: string,
  ask: NodeDay,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'market.reopen', async (tx, ground) => {
    const node = await standing(tx, ground, id, ask.version)
    const day = must(pastDay(ask.day, ground.today))
    if (closedOn(ground.stays, id) === null) throw new Refused('market/open', { market: node.name })
    const span = { from: day, to: null, value: { parent: node.parentId } }
    const stays = must(addSpan(staysSoFar(ground, node), span))
    return { id, detail: { day }, work: () => writeStays(tx, id, stays, deps.newId) }
  })
}

/** Takes a node away that nothing refers to; one with history is refused with a sentence: it can be closed. */
export async function removeNode(
  deps: Deps,
  caller: Caller,
  id: string,
  version: string,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'market.withdraw', async (tx, ground) => {
    const node = await standing(tx, ground, id, version)
    movable(node)
    const children = ground.nodes.filter(({ parentId }) => parentId === id).length
    if (children > 0) throw new Refused('market/has-children', { market: node.name, count: children })
    if ((await nodeCounts(tx)).get(id)?.inUse !== false)
      throw new Refused('market/has-history', { market: node.name })
    return {
      id,
      detail: { code: node.code, name: node.name },
      work: () => withdrawNode(tx, id, deps.now()),
    }
  })
}
