export type Point = readonly [x: number, y: number]

/** Round steps (1, 2, 2.5 or 5 × a power of ten) from zero to at least `max`: at most `most` of them above zero. */
export function ticks(max: number, most: number): readonly number[] {
  if (!(max > 0)) return [0]
  const rough = max / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough * (1 - 1e-9)) ?? 10 * power
  const count = Math.ceil(max / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/**
 * Values over a width and a height, first at the left edge and last at the right, zero at the bottom. A negative value is drawn
 * at zero; one that is missing has its place and no point.
 */
export function points(
  values: readonly (number | null)[],
  width: number,
  height: number,
  max: number,
): readonly Point[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values.flatMap((value, i): readonly Point[] =>
    value === null
      ? []
      : [[round(i * step), round(height - (max > 0 ? Math.max(0, value) / max : 0) * height)]],
  )
}

export function line(path: readonly Point[]): string {
  return path.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

/** The same line closed down to the base. */
export function area(path: readonly Point[], height: number): string {
  const first = path[0]
  const last = path[path.length - 1]
  return first && last ? `${line(path)}L${last[0]} ${height}L${first[0]} ${height}Z` : ''
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

export type Block = { readonly from: number; readonly to: number; readonly running: number }

/**
 * A waterfall: totals stand on zero, the steps between hang from where the last one ended. `running` is the sum after the
 * step, which is where the thin line to the next one runs.
 */
export function blocks(
  steps: readonly { readonly kind: 'total' | 'plus' | 'minus'; readonly value: number }[],
): readonly Block[] {
  let running = 0
  return steps.map(({ kind, value }) => {
    if (kind === 'total') {
      running = value
      return { from: 0, to: value, running }
    }
    const from = running
    running += kind === 'minus' ? -Math.abs(value) : value
    return { from, to: running, running }
  })
}
