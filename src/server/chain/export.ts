import type { Writable } from 'node:stream'
import { codeKey } from '../../domain/chain/code.ts'
import { marketsUnder, within, type Caller, type NodeKind, type Scope } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import type { Ranking } from '../../contract/assess.ts'
import { rowsOf, sources, type CellType, type Column, type ExportKind, type Source } from './export-store.ts'
import { writeRanking } from './ranking-file.ts'
import { tableWriter, type Cell, type FileFormat } from './table-file.ts'

export type Kind = ExportKind | 'ranking'
export const exportKinds = [...Object.keys(sources), 'ranking'] as Kind[]

export type ExportAsk = {
  readonly kind: Kind
  readonly format: FileFormat
  /** Code of a node of the territory tree; without one, all that the caller sees. */
  readonly node?: string
  /** For the ranking: the day it is of. */
  readonly asOf?: string
}

/** The assess slice's answer, handed over by whoever composes the two. */
export type Rank = (
  deps: Deps,
  caller: Caller,
  ask: { readonly node?: string | undefined; readonly asOf?: string | undefined },
) => Promise<Result<Ranking>>

export function isExportKind(text: string): text is Kind {
  return (exportKinds as readonly string[]).includes(text)
}

/**
 * Writes what the caller may see of a kind: markets of their scope (at or beneath `node`, a code), and no column that needs a
 * right they do not have. One snapshot, however long it takes. Answers how many rows there were.
 */
export async function writeExport(
  deps: Deps,
  caller: Caller,
  ask: ExportAsk,
  rank: Rank,
  out: Writable,
): Promise<Result<{ rows: number }>> {
  if (ask.kind === 'ranking') {
    const ranking = await rank(deps, caller, { node: ask.node, asOf: ask.asOf })
    return ranking.ok ? ok({ rows: await writeRanking(ranking.value, caller, ask.format, out) }) : ranking
  }
  return writeSource(deps, caller, { ...ask, kind: ask.kind }, out)
}

async function writeSource(
  deps: Deps,
  caller: Caller,
  ask: ExportAsk & { readonly kind: ExportKind },
  out: Writable,
): Promise<Result<{ rows: number }, 'person/no-right' | 'market/missing'>> {
  const source: Source = sources[ask.kind]
  if (source.right && !caller.rights.has(source.right))
    return refuse('person/no-right', { right: source.right })
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const scope = await narrowed(tx, caller.scope, ask.node)
      if (!scope.ok) return scope
      const digits =
        (await tx.q.selectFrom('company').select('minor_digits').executeTakeFirst())?.minor_digits ?? 2
      const shown = source.columns
        .map((column, at) => ({ ...column, at }))
        .filter((column) => column.right === undefined || caller.rights.has(column.right))
      const file = tableWriter(
        ask.format,
        out,
        shown.map((column) => column.name),
      )
      let rows = 0
      for await (const lot of rowsOf(tx, ask.kind, scope.value)) {
        rows += lot.length
        await file.write(lot.map((row) => shown.map((column) => cellOf(column, row[column.at], digits))))
      }
      await file.end()
      return ok({ rows })
    },
    { readOnly: true, snapshot: true },
  )
}

async function narrowed(
  tx: Tx,
  scope: Scope,
  code: string | undefined,
): Promise<Result<Scope, 'market/missing'>> {
  if (code === undefined) return ok(scope)
  const rows = await tx.q
    .selectFrom('territory_node')
    .select(['id', 'parent_id', 'kind', 'code_key'])
    .execute()
  const nodes = rows.map((row) => ({ id: row.id, parentId: row.parent_id, kind: row.kind as NodeKind }))
  const node = rows.find((row) => row.code_key === codeKey(code))
  const beneath = node === undefined ? [] : within(marketsUnder(nodes, node.id), scope)
  return beneath === '*' || beneath.length > 0 ? ok(beneath) : refuse('market/missing', { market: code })
}

const scales: Readonly<Record<Exclude<CellType, 'text' | 'number' | 'money'>, number>> = {
  litres: 1000,
  cases: 1000,
}

function cellOf({ type }: Column, value: unknown, digits: number): Cell {
  if (value === null || value === undefined) return null
  if (type === 'text') return String(value)
  if (type === 'number') return Number(value)
  return Number(value) / (type === 'money' ? 10 ** digits : scales[type])
}
