import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ColumnMap, ImportKind, Understood } from '../../../src/contract/intake.ts'
import type { Line } from '../../../src/domain/chain/line.ts'
import type { Problem } from '../../../src/domain/problem.ts'
import { openFile } from '../../../src/server/intake/read/open.ts'
import type { ReadRow } from '../../../src/server/intake/read/open-types.ts'
import { products, truthOf, type Truth } from './lines.ts'
import type { Made } from './twist.ts'

export type Scratch = { path(name: string, bytes: Buffer | string): string; remove(): void }

/** A folder for the files of one test file. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'tonnage-read-'))
  let count = 0
  return {
    path: (name, bytes) => {
      const path = join(folder, `${count++}-${name}`)
      writeFileSync(path, bytes)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Read = { readonly rows: ReadRow[]; readonly understood: Understood }

export async function readAll(
  path: string,
  fileName: string,
  options: { kind?: ImportKind; map?: ColumnMap | null } = {},
): Promise<Read | Problem> {
  const opened = await openFile({
    path,
    fileName,
    kind: options.kind ?? 'movements',
    map: options.map ?? null,
    remembered: async () => null,
  })
  if (!opened.ok) return opened.problem
  try {
    const rows: ReadRow[] = []
    for await (const row of opened.value.rows) rows.push(row)
    return { rows, understood: opened.value.understood }
  } finally {
    await opened.value.close()
  }
}

export const isRead = (read: Read | Problem): read is Read => 'rows' in read

/** Reads a made file and sums its lines as the ledger would, with the packs of the invented products. */
export async function summed(
  folder: Scratch,
  made: Made,
): Promise<{ sums: Partial<Truth>; problems: Record<string, number>; understood: Understood | null }> {
  const read = await readAll(folder.path(made.fileName, made.bytes), made.fileName, {
    map: made.constants ? { constants: { ...made.constants } } : null,
  })
  if (!isRead(read)) return { sums: {}, problems: { [read.code]: 1 }, understood: null }
  const problems: Record<string, number> = {}
  const lines: Line[] = []
  for (const row of read.rows) {
    if (row.ok) lines.push(row.record as Line)
    else problems[row.problem.code] = (problems[row.problem.code] ?? 0) + 1
  }
  return { sums: sumsOf(lines, made), problems, understood: read.understood }
}

function sumsOf(lines: readonly Line[], made: Made): Partial<Truth> {
  const days = lines.map((line) => line.day).toSorted()
  const codes = new Map(made.lines.map((line) => [line.customer, line.code]))
  let ml = 0
  let fen = 0
  for (const line of lines) {
    const product = products.find((one) => one.sku === line.skuCode || one.product === line.skuCode)
    const pack = line.packUnits ?? product?.pack ?? Number.NaN
    const content = line.unitMl ?? product?.ml ?? Number.NaN
    const sign = (value: number) => (line.isReturn ? -Math.abs(value) : value)
    ml += sign(
      line.units === undefined
        ? line.cases === undefined
          ? (line.litres ?? Number.NaN) * 1000
          : line.cases * pack * content
        : line.units * content,
    )
    const amount =
      line.amount ??
      line.amountWithVat ??
      (line.unitPrice === undefined ? Number.NaN : line.unitPrice * (line.units ?? Number.NaN))
    fen += Math.round(sign(amount) * 100)
  }
  const sums: Truth = {
    rows: lines.length,
    ml: Math.round(ml),
    fen,
    accounts: new Set(
      lines.map((line) => codes.get(line.buyerCode ?? '') ?? line.buyerCode?.padStart(8, '0')),
    ).size,
    skus: new Set(lines.map((line) => line.skuCode)).size,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
  }
  return made.noMoney ? { ...sums, fen: 0 } : sums
}

export function wanted(made: Made): Partial<Truth> {
  const truth = truthOf(made.lines)
  return made.noMoney ? { ...truth, fen: 0 } : truth
}
