import { useWidth } from '../../ui/width.ts'
import { fixed } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { blocks, type Block } from '../scale.ts'

export type WaterfallStep = {
  readonly key: string
  readonly name: string
  readonly kind: 'total' | 'plus' | 'minus'
  readonly value: number
}

const HEIGHT = 150
const LABEL = 18
const NAMES = 22
/** Columns narrower than this lie down as rows. */
const LEAST = 40
const fills = { total: 'var(--value-5)', plus: 'var(--value-3)', minus: 'var(--value-2)' } as const

/**
 * Totals dark from zero, gains mid, deductions pale, the sign in the label. Standing where there is room, lying on a phone.
 * Readers get it as a list.
 */
export function Waterfall({
  label,
  steps,
  digits,
}: {
  readonly label: string
  readonly steps: readonly WaterfallStep[]
  readonly digits: number
}) {
  const { locale } = useReading()
  const [ref, width] = useWidth<HTMLDivElement>()
  const shown = blocks(steps)
  const top = Math.max(0, ...shown.flatMap(({ from, to }) => [from, to]))
  const bottom = Math.min(0, ...shown.flatMap(({ from, to }) => [from, to]))
  const words = (step: WaterfallStep) => {
    const size = fixed(locale, Math.abs(step.value), digits)
    if (step.kind === 'total') return fixed(locale, step.value, digits)
    if (!/[1-9]/.test(size)) return size
    return step.kind === 'minus' || step.value < 0 ? `−${size}` : `+${size}`
  }
  const scale = { top, bottom, words }
  return (
    <div
      ref={ref}
      className="waterfall"
      role="img"
      aria-label={`${label}: ${steps.map((step) => `${step.name} ${words(step)}`).join(', ')}`}
    >
      {width === 0 ? null : width / steps.length >= LEAST ? (
        <Standing steps={steps} shown={shown} width={width} scale={scale} />
      ) : (
        <Lying steps={steps} shown={shown} scale={scale} />
      )}
    </div>
  )
}

type Parts = {
  readonly steps: readonly WaterfallStep[]
  readonly shown: readonly Block[]
  readonly scale: {
    readonly top: number
    readonly bottom: number
    readonly words: (step: WaterfallStep) => string
  }
}

function Standing({ steps, shown, width, scale }: Parts & { readonly width: number }) {
  const room = HEIGHT - LABEL - NAMES
  // Nothing but zeros stands on the base, over its names.
  const span = scale.top - scale.bottom
  const y = (value: number) => LABEL + (span > 0 ? (scale.top - value) / span : 1) * room
  const column = width / steps.length
  const bar = Math.min(60, column * 0.76)
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      {steps.map((step, i) => {
        const block = shown[i]
        if (!block) return null
        const middle = column * (i + 0.5)
        const high = Math.min(y(block.from), y(block.to))
        const height = Math.max(1.5, Math.abs(y(block.from) - y(block.to)))
        return (
          <g key={step.key}>
            <rect x={middle - bar / 2} y={high} width={bar} height={height} fill={fills[step.kind]} />
            <text x={middle} y={high - 5} textAnchor="middle" className="waterfall-value">
              {scale.words(step)}
            </text>
            <text x={middle} y={HEIGHT - 6} textAnchor="middle" className="waterfall-name">
              {step.name}
            </text>
          </g>
        )
      })}
      <path d={`M0 ${y(0)}H${width}`} stroke="var(--ink)" />
    </svg>
  )
}

function Lying({ steps, shown, scale }: Parts) {
  const span = scale.top - scale.bottom || 1
  const share = (value: number) => (value / span) * 100
  return (
    <ul className="waterfall-rows" aria-hidden="true">
      {steps.map((step, i) => {
        const block = shown[i]
        if (!block) return null
        const left = share(Math.min(block.from, block.to) - scale.bottom)
        const width = Math.max(0.6, share(Math.abs(block.to - block.from)))
        return (
          <li key={step.key} data-total={step.kind === 'total' || undefined}>
            <span>{step.name}</span>
            <span className="waterfall-track">
              <i style={{ insetInlineStart: `${left}%`, width: `${width}%`, background: fills[step.kind] }} />
            </span>
            <span>{scale.words(step)}</span>
          </li>
        )
      })}
    </ul>
  )
}
