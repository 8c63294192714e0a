import type { ImportResult } from '../../contract/intake.ts'
import { codeKey } from '../../domain/chain/code.ts'
import type { WarningCode } from '../../domain/chain/warning.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'
import type { Job, Outcome, Rows } from './movements.ts'
import type { MasterRecord, ReadRow } from './read/open-types.ts'

/** One row of a file of masters, by our field names. */
export type MasterRow = {
  readonly row: ReadRow
  readonly record: MasterRecord
  state: 'open' | 'accepted' | 'unchanged' | 'refused'
}

/** The rows of a file of masters, all at hand: such files are small beside those of movements. */
export type MasterFile = {
  readonly rows: readonly MasterRow[]
  readonly read: number
  refuse(row: MasterRow, code: ProblemCode, facts?: Problem['facts']): void
  warn(code: WarningCode): void
  /** Markets that were written to. */
  readonly touched: Set<string>
  readonly created: ImportResult['created']
  readonly updated: ImportResult['updated']
}

type Kept = MasterFile & {
  readonly warnings: Map<string, number>
  readonly refused: { row: ReadRow; problem: Problem }[]
}

export async function readMasters(job: Job, source: Rows): Promise<Kept> {
  const rows: MasterRow[] = []
  const refused: Kept['refused'] = []
  const warnings = new Map<string, number>()
  let read = 0
  const refuse = (row: ReadRow, problem: Problem) => {
    refused.push({ row, problem })
    job.refusals.add(row, problem, job.locale)
  }
  for await (const lot of source.batches) {
    for (const row of lot) {
      read += 1
      if (row.ok) rows.push({ row, record: row.record as MasterRecord, state: 'open' })
      else refuse(row, row.problem)
    }
    job.step('read', read)
  }
  return {
    rows,
    read,
    refused,
    warnings,
    touched: new Set(),
    created: { markets: 0, accounts: 0, skus: 0 },
    updated: { markets: 0, accounts: 0, skus: 0 },
    refuse: (row, code, facts = {}) => {
      if (row.state === 'refused') return
      row.state = 'refused'
      refuse(row.row, { code, facts })
    },
    warn: (code) => warnings.set(code, (warnings.get(code) ?? 0) + 1),
  }
}

/** What came of it, in the terms of any import. Rows that nothing refused and nothing changed are unchanged. */
export function masterOutcome(file: Kept): Outcome {
  const accepted = file.rows.filter(({ state }) => state === 'accepted').length
  const { created, updated, touched, refused } = file
  return {
    rowsRead: file.read,
    rowsAccepted: accepted,
    unchanged: file.read - accepted - refused.length,
    corrected: 0,
    created,
    updated,
    seen: { markets: touched.size, accounts: 0, skus: 0, firstDay: null, lastDay: null },
    totals: { millilitres: 0, cases: 0, amountMinor: 0, costMinor: null },
    warnings: Object.fromEntries(file.warnings),
    posted: { markets: [], hidden: 0 },
    touched: [...touched],
    rejected: async function* rejected() {
      for (const one of refused.toSorted((a, b) => a.row.row - b.row.row)) yield one
    },
  }
}

export function textOf(record: MasterRecord, field: string): string | undefined {
  const value = record[field]
  if (value === undefined || typeof value === 'boolean') return undefined
  const text = String(value).replaceAll('\0', '').trim()
  return text === '' ? undefined : text
}

export function numberOf(record: MasterRecord, field: string): number | undefined {
  const value = record[field]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function keyOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : codeKey(text)
}

/** A folded code as the row has it, for telling people. */
export function asWritten(record: MasterRecord, key: string): string {
  for (const value of Object.values(record))
    if (typeof value !== 'boolean' && codeKey(String(value)) === key) return String(value)
  return key
}

/**
 * Rows by their key, the first of each. A later row with the same key is left as unchanged where it says the same, and refused as a
 * conflict where it doesn't.
 */
export function firstByKey(
  file: MasterFile,
  keyFor: (record: MasterRecord) => string | undefined,
): Map<string, MasterRow> {
  const first = new Map<string, MasterRow>()
  for (const row of file.rows) {
    if (row.state !== 'open') continue
    const key = keyFor(row.record)
    if (key === undefined) continue
    const met = first.get(key)
    if (!met) first.set(key, row)
    else if (JSON.stringify(met.record) === JSON.stringify(row.record)) row.state = 'unchanged'
    else file.refuse(row, 'line/conflict', { doc: asWritten(row.record, key), line: String(met.row.row) })
  }
  return first
}
