import { area, line, points } from '../scale.ts'

/** This year as a line on last year's area. `months`: 24, oldest first, null where nothing was recorded yet; the dot is the last, which may be part of a month. */
export function Sparkline({
  months,
  width,
  height,
}: {
  readonly months: readonly (number | null)[]
  readonly width: number
  readonly height: number
}) {
  const half = Math.ceil(months.length / 2)
  const max = Math.max(...months.map((month) => month ?? 0), 0)
  if (months.length < 2 || max <= 0) return null
  const before = points(months.slice(0, half), width - 4, height - 4, max)
  const now = points(months.slice(half), width - 4, height - 4, max)
  const last = now.at(-1)
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 -3 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={area(before, height - 4)} fill="var(--last-year-area)" />
      <path d={line(before)} fill="none" stroke="var(--last-year)" />
      <path d={line(now)} fill="none" stroke="var(--ink)" strokeWidth="1.5" strokeLinejoin="round" />
      {last ? <circle cx={last[0]} cy={last[1]} r="2.2" fill="var(--ink)" /> : null}
    </svg>
  )
}
