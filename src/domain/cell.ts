/**
 * Cells of files that spreadsheets open. A text that begins like a formula would be run by the reader's spreadsheet: it gets an
 * apostrophe in front (OWASP, "CSV Injection"), and loses it when the file comes back.
 */
const LIKE_FORMULA = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d[\d.,\s]*%?$/
const GUARDED = /^'[=+\-@\t\r]/

export function guardCell(text: string): string {
  return LIKE_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
