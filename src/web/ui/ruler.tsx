import type { ReactNode } from 'react'
import { useRoving } from './roving.ts'
import { useWidth } from './width.ts'
import './ruler.css'

export type Segment = {
  readonly key: string
  readonly name: string
  /** What stands after the name; dropped from the right where there is no room. */
  readonly figures: readonly string[]
  readonly share: number
  readonly fill: string
  readonly glyph?: ReactNode
  readonly outline?: boolean
  /** On notice: a broken bar, like its ring. */
  readonly broken?: boolean
}

/** Px of a glyph of the label's type: full-width signs take a whole em of 13 px, others about half. */
function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += sign > '\u2e7f' ? 13 : 7.2
  return width
}

const NONE: readonly string[] = []
const GAP = 2
const LEAST = 4

/** Widths in px that add up to the whole: a share that is not nothing stays visible. */
function widths(shares: readonly number[], whole: number): readonly number[] {
  const room = Math.max(0, whole - GAP * Math.max(0, shares.length - 1))
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (total <= 0) return shares.map(() => 0)
  const least = shares.map((share): number => (share > 0 ? LEAST : 0))
  const spare = Math.max(0, room - least.reduce((sum, px) => sum + px, 0))
  return shares.map((share, i) => (least[i] ?? 0) + (spare * share) / total)
}

/**
 * The answer drawn to scale: width = share of the whole. A segment that can be picked is a filter; the picked ones stay, the rest pale.
 * One stop of the Tab key, ← → lead from segment to segment.
 */
export function Ruler({
  label,
  segments,
  picked = NONE,
  onPick,
}: {
  readonly label: string
  readonly segments: readonly Segment[]
  readonly picked?: readonly string[]
  readonly onPick?: ((key: string) => void) | undefined
}) {
  const [ref, whole] = useWidth<HTMLDivElement>()
  const roving = useRoving<HTMLDivElement>()
  const shown = segments.filter((segment) => segment.share > 0)
  const px = widths(
    shown.map((segment) => segment.share),
    whole,
  )
  return (
    <div className="ruler" ref={ref} role="group" aria-label={label}>
      <div className="ruler-bars" {...roving}>
        {whole > 0 &&
          shown.map((segment, i) => {
            const width = px[i] ?? 0
            const pale = picked.length > 0 && !picked.includes(segment.key)
            const inner = (
              <>
                <Label segment={segment} width={width} />
                <span
                  className="ruler-bar"
                  data-outline={segment.outline}
                  data-broken={segment.broken}
                  style={{ color: segment.fill }}
                />
              </>
            )
            const title = [segment.name, ...segment.figures].join(' · ')
            const common = { className: 'ruler-segment', style: { width }, title, 'data-pale': pale }
            return onPick ? (
              <button
                key={segment.key}
                type="button"
                {...common}
                aria-label={title}
                aria-pressed={picked.includes(segment.key)}
                onClick={() => onPick(segment.key)}
              >
                {inner}
              </button>
            ) : (
              <div key={segment.key} {...common}>
                {inner}
              </div>
            )
          })}
      </div>
      <div className="ruler-scale" aria-hidden="true" />
    </div>
  )
}

function Label({ segment, width }: { readonly segment: Segment; readonly width: number }) {
  const glyph = segment.glyph ? 24 : 0
  const nameWidth = glyph + textWidth(segment.name)
  // A name is there whole or not at all; the tooltip has it anyway.
  if (width < nameWidth) return <span className="ruler-label" />
  const figures = [...segment.figures]
  while (figures.length > 0 && nameWidth + 12 + textWidth(figures.join(' · ')) > width) figures.pop()
  return (
    <span className="ruler-label">
      {segment.glyph}
      <strong>{segment.name}</strong>
      {figures.length > 0 && <span>{figures.join(' · ')}</span>}
    </span>
  )
}
