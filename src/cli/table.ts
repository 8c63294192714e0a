const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u

/** Columns on a terminal: a Chinese character and full-width punctuation take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** Lines of a table with its head; `right` says which columns are set right. Two spaces between columns, none at the end. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[],
): readonly string[] {
  const widths = head.map((cell, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), widthOf(cell)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))
        return right[column] === true ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)]
}
