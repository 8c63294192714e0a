import { criteria, type Criterion, type Four } from '../../../domain/assess/criterion.ts'

const HEIGHT = 28
const INK = 20

/** Where each bar stands: thickness = weight, so that area = what it adds to the score. At least 2 px, so that a small weight is seen. */
export function barLayout(
  weights: Four<number>,
): readonly { criterion: Criterion; top: number; thickness: number }[] {
  const sum = criteria.reduce((total, criterion) => total + weights[criterion], 0) || 1
  const sizes = criteria.map((criterion) => Math.max(2, Math.round((INK * 2 * weights[criterion]) / sum) / 2))
  const gap = (HEIGHT - sizes.reduce((total, size) => total + size, 0)) / (criteria.length - 1)
  let top = 0
  return criteria.map((criterion, i) => {
    const thickness = sizes[i] ?? 2
    const bar = { criterion, top, thickness }
    top += thickness + gap
    return bar
  })
}

/**
 * The four bigs on one scale 0–100 and one left edge. A tick is the mean of comparable accounts: white on the bar, dark off it.
 * A part that nobody knows is a dotted line, not an empty bar: zero and unknown are not the same.
 */
export function Bars({
  parts,
  means,
  weights,
  width,
}: {
  readonly parts: Four<number | null>
  readonly means: Four<number | null>
  readonly weights: Four<number>
  readonly width: number
}) {
  const x = (value: number) => (Math.min(100, Math.max(0, value)) / 100) * width
  return (
    <svg
      className="bars"
      width={width + 1}
      height={HEIGHT}
      viewBox={`0 0 ${width + 1} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path d={`M${width / 2 + 0.5} 0V${HEIGHT}M${width + 0.5} 0V${HEIGHT}`} stroke="var(--rule)" />
      {barLayout(weights).map(({ criterion, top, thickness }) => {
        const part = parts[criterion]
        const mean = means[criterion]
        const middle = top + thickness / 2
        return (
          <g key={criterion}>
            {part === null ? (
              <path
                d={`M0 ${middle}H${width}`}
                stroke="var(--value-2)"
                strokeWidth="1.5"
                strokeDasharray="1.5 3"
              />
            ) : (
              <rect y={top} width={x(part)} height={thickness} fill="var(--value-5)" />
            )}
            {mean === null ? null : (
              <rect
                x={x(mean) - 0.75}
                y={top - (part !== null && part >= mean ? 0 : 0.5)}
                width="1.5"
                height={thickness + (part !== null && part >= mean ? 0 : 1)}
                fill={part !== null && part >= mean ? 'var(--surface)' : 'var(--ink)'}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}
