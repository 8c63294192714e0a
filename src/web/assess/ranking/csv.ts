/** A sheet program takes a cell that begins like this for a formula; a quote in front makes it text. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Comma-separated text with a byte order mark, so that Excel reads it as UTF-8. Texts that could be formulas are guarded;
 * numbers stay numbers, negative ones too. Null is an empty cell.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return '\uFEFF' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
