import type { Day } from '../../domain/day.ts'
import type { Changing } from './change-store.ts'
import {
  asWritten,
  firstByKey,
  keyOf,
  numberOf,
  textOf,
  type MasterFile,
  type MasterRow,
} from './master-rows.ts'
import { allNodes, marketInUse, setMarketSize, setNode, type Node } from './master-store.ts'
import type { Job } from './movements.ts'
import type { MasterRecord } from './read/open-types.ts'

const KINDS: Readonly<Record<string, string>> = {
  region: 'region',
  大区: 'region',
  区域: 'region',
  office: 'office',
  办事处: 'office',
  分公司: 'office',
  market: 'market',
  市场: 'market',
  区域市场: 'market',
}

function codeOf(record: MasterRecord): string | undefined {
  return textOf(record, 'market_code') ?? textOf(record, 'market_name')
}

function parentKey(record: MasterRecord): string | undefined {
  return keyOf(textOf(record, 'parent_code') ?? textOf(record, 'parent_name'))
}

/**
 * The tree of sales territories: parents may stand anywhere in the file or in the database. A row that others hang under is a region,
 * or an office within one; any other is a market. Only for who may write to every market.
 */
export async function importMarkets(
  job: Job,
  changing: Changing,
  file: MasterFile,
  today: Day,
): Promise<void> {
  const { tx } = job
  for (const row of file.rows)
    if (tx.scope !== '*') file.refuse(row, 'line/out-of-reach', { code: codeOf(row.record) ?? '' })
  const rows = firstByKey(file, (record) => keyOf(codeOf(record)))
  const above = new Set([...rows.values()].map(({ record }) => parentKey(record)))
  const nodes = await allNodes(tx)
  const done = new Map<string, Node>()
  const visiting = new Set<string>()
  const visit = async (key: string): Promise<Node | undefined> => {
    const met = done.get(key)
    const row = rows.get(key)
    if (met) return met
    if (!row || row.state === 'refused') return standing(nodes.get(key))
    if (visiting.has(key)) {
      file.refuse(row, 'line/value-invalid', {
        field: 'parent_code',
        value: asWritten(row.record, parentKey(row.record) ?? ''),
      })
      return undefined
    }
    visiting.add(key)
    const parentOf = parentKey(row.record)
    const parent = parentOf === undefined ? undefined : await visit(parentOf)
    visiting.delete(key)
    if (parentOf !== undefined && (!parent || parent.kind === 'market')) {
      file.refuse(row, 'market/missing', { market: asWritten(row.record, parentOf) })
      return undefined
    }
    const node = nodeOf(row, key, nodes.get(key), parent, job, above.has(key))
    if (node && row.state === 'open' && (await fits(job, file, row, node, nodes.get(key)))) {
      done.set(key, node)
      await write(changing, file, row, node, nodes.get(key), job, today)
    }
    return done.get(key)
  }
  for (const key of rows.keys()) await visit(key)
}

function standing(node: Node | undefined): Node | undefined {
  return node && !node.withdrawn ? node : undefined
}

function nodeOf(
  row: MasterRow,
  key: string,
  old: Node | undefined,
  parent: Node | undefined,
  job: Job,
  isParent: boolean,
): Node {
  const { record } = row
  const code = codeOf(record) ?? ''
  const now = standing(old)
  const under = parent?.id ?? now?.parent_id ?? (now?.kind === 'hq' ? null : job.rules.hq)
  const middle = under === job.rules.hq ? 'region' : 'office'
  const said = KINDS[keyOf(textOf(record, 'node_kind')) ?? '']
  return {
    id: old?.id ?? job.deps.newId(),
    key,
    code: now?.code ?? code.normalize('NFKC'),
    name: textOf(record, 'market_name') ?? now?.name ?? code,
    kind:
      now?.kind === 'hq' || now?.kind === 'unassigned'
        ? now.kind
        : (said ?? now?.kind ?? (isParent ? middle : 'market')),
    parent_id: now?.kind === 'hq' ? null : under,
    withdrawn: false,
  }
}

/** A market with accounts stays a market; what holds others is none. */
async function fits(
  job: Job,
  file: MasterFile,
  row: MasterRow,
  node: Node,
  old: Node | undefined,
): Promise<boolean> {
  if (!standing(old) || old?.kind === node.kind) return true
  if (old?.kind === 'market' && !(await marketInUse(job.tx, node.id))) return true
  file.refuse(row, 'line/value-invalid', { field: 'node_kind', value: node.kind })
  return false
}

async function write(
  changing: Changing,
  file: MasterFile,
  row: MasterRow,
  node: Node,
  old: Node | undefined,
  job: Job,
  today: Day,
): Promise<void> {
  const now = standing(old)
  const same = now && now.name === node.name && now.kind === node.kind && now.parent_id === node.parent_id
  const litres = numberOf(row.record, 'litres_a_year')
  const sizes = litres !== undefined && litres > 0 && node.kind === 'market'
  if (!same) await setNode(job.tx, changing, node, old)
  const resized = sizes && (await setMarketSize(job.tx, changing, { market: node.id, litres, today }))
  row.state = same && !resized ? 'unchanged' : 'accepted'
  if (resized) file.touched.add(node.id)
  if (!now) file.created.markets += 1
  else if (row.state === 'accepted') file.updated.markets += 1
}
