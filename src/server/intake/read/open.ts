import { createHash } from 'node:crypto'
import type { ColumnMap, ImportKind, Understood } from '../../../contract/intake.ts'
import { ok, Refused, type Result } from '../../../domain/problem.ts'
import { groupsOf } from './across.ts'
import { chooseTable, type Candidate } from './choose.ts'
import { compile } from './compile.ts'
import { readConstants } from './constants.ts'
import { askAbout, describe } from './describe.ts'
import { findJoin } from './join.ts'
import type { Opened, ReadRow } from './open-types.ts'
import { periodIn } from './month.ts'
import { makePlan, type Plan } from './plan.ts'
import { makeRows, type Dropped } from './rows.ts'
import { openBook } from './sheet-table.ts'
import { sniff } from './sniff.ts'
import type { Row, Table } from './table.ts'
import { openText } from './text-table.ts'

async function nothingToClose(): Promise<void> {}

export type OpenInput = {
  readonly path: string
  readonly fileName: string
  readonly kind: ImportKind
  readonly map: ColumnMap | null
  readonly remembered: (shape: Buffer) => Promise<ColumnMap | null>
}

const MOST_DROPPED = 200

/**
 * Opens a file that people brought and says what it holds: format, encoding, sheet, header, columns, dates and numbers.
 * `map` wins over what was remembered for files of this shape, which wins over guesses. Call `close()` in every case.
 * Refuses what cannot be read; a `Refused` thrown while the lines are read means the same for the rest of the file.
 */
export async function openFile(input: OpenInput): Promise<Result<Opened>> {
  const held: { tables?: Tables } = {}
  try {
    readConstants(input.kind, input.map)
    held.tables = await openTables(input)
    return ok(await readTables(input, held.tables))
  } catch (error) {
    await held.tables?.close()
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

export type Tables = { readonly tables: readonly Table[]; readonly close: () => Promise<void> }

/** The tables of a file, to be read in one way or several. Throws `Refused`. */
export async function openTables({ path, map }: Pick<OpenInput, 'path' | 'map'>): Promise<Tables> {
  const { content, size } = await sniff(path)
  if (content === 'text' || content === 'gzip')
    return { tables: [await openText(path, size, content === 'gzip', map ?? {})], close: nothingToClose }
  return openBook(path, size, content)
}

/** Reads tables that are open as `input.map` says; closing them stays with whoever opened them. Throws `Refused`. */
export async function readTables(input: OpenInput, { tables, close }: Tables): Promise<Opened> {
  return opened(input, readConstants(input.kind, input.map), tables, close)
}
async function opened(
  input: OpenInput,
  constants: ReadonlyMap<string, string>,
  tables: readonly Table[],
  close: () => Promise<void>,
): Promise<Opened> {
  const [chosen, ...others] = chooseTable(input.kind, tables, input.map)
  if (!chosen) throw new Refused('file/no-table')
  const { table, header } = chosen
  const shape = shapeOf(input.kind, chosen)
  const memory = await input.remembered(shape)
  const own = dataRows(table, header.dataFrom).map((row) => row.cells)
  const join = input.kind === 'movements' ? await findJoin({ table, header, rows: own }, others) : null
  const plan = makePlan({
    kind: input.kind,
    table,
    header,
    columns: join ? [...header.columns, ...join.columns] : header.columns,
    rows: join ? own.map((cells) => join.extend(cells)) : own,
    map: input.map,
    memory,
    constants,
    fileName: input.fileName,
  })
  if (join)
    plan.questions.push({
      code: 'file/sheets-joined',
      facts: { sheet: join.sheet, by: join.by, columns: join.columns.map((one) => one.header).join(', ') },
    })
  askAboutSheets(plan, chosen, others, join?.sheet ?? null)
  for (const one of plan.assigned)
    if (one.sure < 0.6)
      plan.questions.push({
        code: 'file/column-unsure',
        facts: { header: one.column.header, field: one.field, percent: Math.round(one.sure * 100) },
      })
  const measures = measuresOf(plan)
  const dropped: Dropped[] = []
  const maker = () =>
    makeRows({
      plan,
      merges: table.merges,
      join: join?.extend ?? null,
      dropped: (one) => void (dropped.length < MOST_DROPPED && dropped.push(one)),
    })
  tryOut(maker(), table, plan)
  const understood = describe({
    plan,
    chosen,
    sheets: tables.flatMap((one) => (one.name === null ? [] : [one.name])),
    join,
    measures,
    dropped,
  })
  const batches = read(table, header.columns.length, maker, dropped, understood)
  return {
    understood,
    shape,
    header: header.columns.map((column) => column.header),
    returned: isReturned(chosen),
    batches,
    rows: eachOf(batches),
    close,
    bytesRead: () => table.bytesRead(),
    bytesTotal: () => table.bytes,
  }
}

function measuresOf(plan: Plan): Parameters<typeof describe>[0]['measures'] {
  if (plan.kind !== 'movements') return { quantities: [], moneys: [] }
  const made = compile(plan)
  const across = plan.sideways ? groupsOf(plan) : { quantities: [], moneys: [] }
  const measures = {
    quantities: [...made.quantities, ...across.quantities],
    moneys: [...made.moneys, ...across.moneys],
  }
  askAbout(plan, made, measures, plan.questions)
  if (plan.sideways) {
    const code = (
      {
        months: 'file/turned-months',
        days: 'file/turned-days',
        accounts: 'file/turned-accounts',
        skus: 'file/turned-skus',
        markets: 'file/turned-markets',
      } as const
    )[plan.sideways.layout]
    plan.questions.unshift({
      code,
      facts: {
        count: plan.sideways.across.length,
        sample: plan.sideways.across
          .slice(0, 2)
          .map((one) => one.item)
          .join(', '),
      },
    })
  }
  return measures
}

const heads = (one: Candidate) => one.header.columns.map((column) => column.parsed.squashed).join('\u001f')

const names = (some: readonly Candidate[]) => some.map((one) => one.table.name ?? '').join(', ')

function askAboutSheets(
  plan: Plan,
  chosen: Candidate,
  others: readonly Candidate[],
  joined: string | null,
): void {
  const left = others.filter((one) => one.table.name !== joined)
  if (left.length === 0) return
  const alike = left.filter((one) => heads(one) === heads(chosen))
  const sheet = chosen.table.name ?? ''
  plan.questions.push(
    alike.length > 0
      ? { code: 'file/sheets-alike', facts: { sheet, others: names(alike) } }
      : { code: 'file/sheet-chosen', facts: { sheet, others: names(left) } },
  )
}

function dataRows(table: Table, from: number): readonly Row[] {
  const { head, spread, tail, whole } = table.sample
  return whole ? head.slice(from) : [...head.slice(from), ...spread, ...tail]
}

const REASONS = new Set(['为什么', 'why', '未导入的原因', 'reasonnotimported'])

/** Rows that an import refused, come back: their reasons are the last column. */
const isReturned = (chosen: Candidate) => REASONS.has(chosen.header.columns.at(-1)?.parsed.squashed ?? '')

/** Headers without figures of months and years, so that next year's file has the shape of this year's. */
function shapeOf(kind: ImportKind, chosen: Candidate): Buffer {
  const hash = createHash('sha256').update(kind)
  for (const column of isReturned(chosen) ? chosen.header.columns.slice(0, -1) : chosen.header.columns)
    hash.update('\u001f').update(periodIn(column.header) ? 'period' : column.parsed.squashed)
  return hash.digest()
}

/** Reads the sample once, so that what will be dropped is known before anything is written. */
function tryOut(maker: ReturnType<typeof makeRows>, table: Table, plan: Plan): void {
  const { head, tail, whole } = table.sample
  const rows = head.slice(plan.header.dataFrom)
  maker({ rows: rows.map((row) => row.cells), numbers: rows.map((row) => row.n), broken: null })
  if (!whole && tail.every((row) => row.n > 0)) {
    const last = tail.filter((row) => row.n > (rows.at(-1)?.n ?? 0))
    maker({ rows: last.map((row) => row.cells), numbers: last.map((row) => row.n), broken: null })
  }
}

async function* read(
  table: Table,
  width: number,
  maker: () => ReturnType<typeof makeRows>,
  dropped: Dropped[],
  understood: Understood,
): AsyncGenerator<readonly ReadRow[]> {
  dropped.length = 0
  const make = maker()
  for await (const batch of table.batches(width)) {
    const rows = make(batch)
    if (rows.length > 0) yield rows
  }
  understood.dropped = dropped.map(({ row, why, sample }) => ({ row, why, sample }))
}

async function* eachOf(batches: AsyncIterable<readonly ReadRow[]>): AsyncGenerator<ReadRow> {
  for await (const rows of batches) yield* rows
}
