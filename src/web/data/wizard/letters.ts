/** The name of a column as a spreadsheet counts: 0 → A, 25 → Z, 26 → AA. */
export function letterOf(column: number): string {
  let rest = column
  let name = ''
  do {
    name = String.fromCharCode(65 + (rest % 26)) + name
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return name
}
