/**
 * Cells travel as text. One that a workbook holds as a number, a date or a formula without a value carries its kind as a
 * first character that no keyboard makes, so that 00010333 (text) and 10333 (number) stay apart and 45675 is not taken for money.
 */
export const NUMBER = '\u0001'
export const DATE = '\u0002'
export const FORMULA = '\u0003'

/** The text of a cell as a person sees it. */
export function plain(cell: string): string {
  return cell.charCodeAt(0) < 4 ? cell.slice(1) : cell
}

export function plainCells(cells: readonly string[]): readonly string[] {
  for (const cell of cells) if (cell.charCodeAt(0) < 4) return cells.map(plain)
  return cells
}

export const isNumberCell = (cell: string) => cell.charCodeAt(0) === 1
export const isDateCell = (cell: string) => cell.charCodeAt(0) === 2
export const isFormulaCell = (cell: string) => cell.charCodeAt(0) === 3

export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined || cell === '') return true
  return cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 127 ? plain(cell).trim() === '' : false
}

/** A copy that does not keep the large text alive from which it was cut. */
export function own(text: string): string {
  return text.length < 13 ? text : (' ' + text).slice(1)
}

const two = (value: number) => String(value).padStart(2, '0')

/** An Excel serial (days since 1899-12-30, or 1904-01-01) as `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` or, below one day, `HH:MM:SS`. */
export function serialText(serial: number, since1904: boolean): string {
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const left = seconds - days * 86_400
  const time = `${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`
  if (days === 0 && left > 0) return time
  // Excel counts a 29 February 1900 that never was: serials up to 60 are one day off.
  const shifted = since1904 ? days + 1462 : days < 61 ? days + 1 : days
  const date = new Date((shifted - 25_569) * 86_400_000)
  if (Number.isNaN(date.getTime())) return String(serial)
  const day = `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return left > 0 ? `${day} ${time}` : day
}
