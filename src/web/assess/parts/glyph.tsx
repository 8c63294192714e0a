import type { Standing } from '../../../contract/assess.ts'
import { useReading } from '../reading.ts'

const BLUE = 'var(--key)'
const RED = 'var(--loss)'
const WHITE = 'var(--surface)'
const SPREAD = { fill: 'none', strokeWidth: 1.6 } as const

/**
 * How full the load-line disc is says the standing. The triangle leaves the family on purpose: big but disloyal is no degree of
 * fullness. Always beside its word, so it is silent to a screen reader.
 */
export function Glyph({ standing }: { readonly standing: Standing }) {
  return (
    <svg className="glyph" width="18" height="14" viewBox="0 0 18 14" aria-hidden="true" focusable="false">
      {shapes[standing]}
    </svg>
  )
}

const ends = <path d="M.5 7h3M14.5 7h3" stroke={BLUE} {...SPREAD} />
const disc = <circle cx="9" cy="7" r="5.5" fill={BLUE} />

const shapes: Readonly<Record<Standing, React.ReactNode>> = {
  key_account: (
    <>
      {ends}
      {disc}
      <path d="M3.5 7h11" stroke={WHITE} {...SPREAD} />
    </>
  ),
  at_risk: (
    <>
      {disc}
      <path d="M3 7h12" stroke={WHITE} fill="none" strokeWidth="3.4" />
      <path d="M.5 7h6M11.5 7h6" stroke={RED} {...SPREAD} />
    </>
  ),
  on_watch: (
    <>
      <circle cx="9" cy="7" r="5" stroke={BLUE} strokeDasharray="2.6 1.33" {...SPREAD} />
      <path d="M.5 7h17" stroke={BLUE} {...SPREAD} />
    </>
  ),
  big_disloyal: (
    <>
      <path d="M9 1.2 15.6 13H2.4Z" fill={RED} stroke={RED} strokeWidth="1" strokeLinejoin="round" />
      <path d="M9 5v4M9 10.3v1.5" stroke={WHITE} strokeWidth="1.6" />
    </>
  ),
  candidate: (
    <>
      <circle cx="9" cy="7" r="4.8" stroke="var(--candidate)" {...SPREAD} />
      <path d="M4.2 7a4.8 4.8 0 0 0 9.6 0Z" fill="var(--candidate)" />
    </>
  ),
  regular: <circle cx="9" cy="7" r="4.8" stroke="var(--ordinary)" {...SPREAD} />,
  dormant: <circle cx="9" cy="7" r="2.2" fill="var(--ordinary)" />,
}

/** Glyph and word, always together. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const { t } = useReading()
  return (
    <span className="standing" data-standing={standing}>
      <Glyph standing={standing} />
      {t(`standing.${standing}`)}
    </span>
  )
}
