import type { Understood } from '../../contract/intake.ts'

/** Rows that are data: the reader counts every row under the heads, also the totals that it leaves out. Null: not counted yet. */
export function dataRows({ rows, dropped }: Understood): number | null {
  return rows === null ? null : Math.max(0, rows - dropped.length)
}
