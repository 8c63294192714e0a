import { MISSING, percent } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'

export type Certainty = 'sure' | 'depends' | 'unsure'

/** Solid from 90 %, dashed from 50 %, dotted below: the same line everywhere. `share` is 0..1. */
export function certaintyOf(share: number): Certainty {
  return share >= 0.9 ? 'sure' : share >= 0.5 ? 'depends' : 'unsure'
}

const dashes: Readonly<Record<Certainty, string>> = { sure: 'none', depends: '5 3', unsure: '1.5 3' }

/** Robustness: the figure over a line whose length is the share and whose style says how sure. */
export function CertaintyLine({ share, width }: { readonly share: number | null; readonly width: number }) {
  const { locale, t } = useReading()
  if (share === null) return <span className="sub">{MISSING}</span>
  const certainty = certaintyOf(share)
  return (
    <span className="certainty" title={t(`certainty.${certainty}`)}>
      {percent(locale, share, 0)}
      <svg width={width} height="5" viewBox={`0 0 ${width} 5`} aria-hidden="true">
        <path d={`M0 3.5H${width}`} stroke="var(--grid)" strokeWidth="1" />
        <path
          d={`M0 3H${Math.max(2, share * width)}`}
          stroke="var(--value-5)"
          strokeWidth="2"
          strokeDasharray={dashes[certainty]}
        />
      </svg>
    </span>
  )
}
