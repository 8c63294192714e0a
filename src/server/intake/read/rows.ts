import type { Line } from '../../../domain/chain/line.ts'
import type { Problem } from '../../../domain/problem.ts'
import { groupsOf, run, spread } from './across.ts'
import { isBlank, plainCells } from './cell.ts'
import { compile, type Movements } from './compile.ts'
import type { Batch } from './csv-rows.ts'
import { clearExtra, newExtra, type Draft } from './draft.ts'
import { Dropper, type Why } from './drop.ts'
import { compileMasters, isProblem } from './master.ts'
import { FillDown } from './merges.ts'
import type { ReadRow } from './open-types.ts'
import type { Plan } from './plan.ts'
import { sectionOf } from './sections.ts'
import type { Merge } from './table.ts'

export type Dropped = { readonly row: number; readonly why: Why; readonly sample: string }

/** Turns batches of cells into lines. `dropped` is told of every row that is no line. */
export type RowMaker = (batch: Batch) => ReadRow[]

export type MakerInput = {
  readonly plan: Plan
  readonly merges: readonly Merge[]
  /** Puts the columns of another sheet behind a row's own. */
  readonly join: ((cells: readonly string[]) => readonly string[]) | null
  readonly dropped: (dropped: Dropped) => void
}

export function makeRows(input: MakerInput): RowMaker {
  const { plan } = input
  const build = plan.kind === 'movements' ? movementBuilder(input) : masterBuilder(input)
  const fill = new FillDown(input.merges, plan.fillDown)
  const first = plan.header.first + plan.header.rows
  const width = plan.header.columns.length
  return (batch) => {
    const out: ReadRow[] = []
    const { rows, numbers, broken } = batch
    for (let at = 0; at < rows.length; at++) {
      const raw = rows[at]
      const row = numbers[at]
      if (raw === undefined || row === undefined || row < first) continue
      if (broken?.has(at)) {
        out.push({
          row,
          cells: plainCells(raw),
          ok: false,
          problem: { code: 'line/quotes-broken', facts: {} },
        })
        continue
      }
      if (raw.length > width && isTooWide(raw, width)) {
        if (!raw.every(isBlank))
          out.push({
            row,
            cells: plainCells(raw),
            ok: false,
            problem: { code: 'line/too-many-cells', facts: {} },
          })
        continue
      }
      const filled = fill.idle ? raw : fill.apply(row, raw)
      build(input.join ? input.join(filled) : filled, row, raw, out)
    }
    return out
  }
}

function isTooWide(cells: readonly string[], width: number): boolean {
  for (let at = width; at < cells.length; at++) if (!isBlank(cells[at])) return true
  return false
}

type Build = (cells: readonly string[], row: number, raw: readonly string[], out: ReadRow[]) => void

function movementBuilder(input: MakerInput): Build {
  const { plan } = input
  const made: Movements = compile(plan)
  const sideways = plan.sideways ? groupsOf(plan) : null
  const { steps, finish, start, keys } = made
  const figures = [
    ...made.quantities,
    ...made.moneys,
    ...(sideways?.quantities ?? []),
    ...(sideways?.moneys ?? []),
  ].map((one) => one.index)
  const dropper = new Dropper(plan, keys, figures)
  const extra = newExtra()
  const textKeys = keys.filter((key) => key.text !== null)
  const drop = (row: number, raw: readonly string[], why: Why) =>
    input.dropped({ row, why, sample: sampleOf(raw) })
  let section = plan.sections?.title ?? null
  return (cells, row, raw, out) => {
    const draft = start()
    if (plan.sections) {
      const next = sectionOf(raw)
      if (next) {
        section = next
        return drop(row, raw, 'section')
      }
      if (section?.code) draft.buyerCode = section.code
      if (section) draft.buyerName = section.name
    }
    clearExtra(extra)
    const misread = run(steps, cells, draft, extra)
    const { counted } = extra
    const amount = draft.amount ?? draft.amountWithVat
    let marked = false
    for (const key of textKeys) if (key.text?.isTotal(cells[key.index] ?? '')) marked = true
    if (sideways) {
      const why =
        !plan.said.take.has(row) && (marked || misread || !draft.skuCode)
          ? dropper.why(raw, misread !== null || noKeys(keys, cells))
          : null
      if (why) return drop(row, raw, why)
      dropper.saw(raw, undefined, undefined)
      if (misread) return void out.push(refused(row, raw, misread))
      spread(plan, sideways.groups, cells, draft, extra, finish, (line, problem) => {
        out.push(
          line
            ? accepted(row, raw, line)
            : refused(row, raw, problem ?? { code: 'line/no-volume', facts: {} }),
        )
      })
      return
    }
    const problem = misread ?? finish(draft, extra)
    if ((problem || marked) && !plan.said.take.has(row)) {
      if (raw.every(isBlank)) return
      const why = dropper.why(raw, problem !== null)
      if (why) return drop(row, raw, why)
      if (problem && !misread && dropper.isSum(cells, counted, amount)) return drop(row, raw, 'total')
    }
    dropper.saw(raw, counted, amount)
    out.push(problem ? refused(row, raw, problem) : accepted(row, raw, draft))
  }
}

const noKeys = (keys: Movements['keys'], cells: readonly string[]) =>
  keys.every((key) => key.group === 'other' || isBlank(cells[key.index]))

function accepted(row: number, raw: readonly string[], draft: Draft): ReadRow {
  const line = draft as { -readonly [K in keyof Line]: Line[K] }
  line.row = row
  return { row, cells: plainCells(raw), ok: true, record: line }
}

function refused(row: number, raw: readonly string[], problem: Problem): ReadRow {
  return { row, cells: plainCells(raw), ok: false, problem }
}

function masterBuilder(input: MakerInput): Build {
  const masters = compileMasters(input.plan)
  const dropper = new Dropper(input.plan, masters.keys, [])
  return (cells, row, raw, out) => {
    if (raw.every(isBlank)) return
    const made = masters.build(cells)
    const why = input.plan.said.take.has(row) ? null : dropper.why(raw, isProblem(made))
    if (why) return input.dropped({ row, why, sample: sampleOf(raw) })
    dropper.saw(raw, undefined, undefined)
    if (isProblem(made)) out.push(refused(row, raw, made))
    else out.push({ row, cells: plainCells(raw), ok: true, record: made })
  }
}

function sampleOf(cells: readonly string[]): string {
  return plainCells(cells)
    .filter((cell) => cell.trim() !== '')
    .join(' · ')
    .slice(0, 120)
}
