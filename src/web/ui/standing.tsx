import type { Standing as StandingCode } from '../../contract/assess.ts'
import { useLanguage } from './language.tsx'
import './standing.css'

export const standingFill: Readonly<Record<StandingCode, string>> = {
  key_account: 'var(--key)',
  on_watch: 'var(--key)',
  at_risk: 'var(--key)',
  big_disloyal: 'var(--disloyal)',
  candidate: 'var(--candidate)',
  regular: 'var(--ordinary-fill)',
  dormant: 'var(--ordinary-fill)',
}

/** Shapes as well as colours, so that a print or a colour-blind eye tells them apart. Drawn in a box of 18 × 14. */
function Shape({ of }: { readonly of: StandingCode }) {
  switch (of) {
    case 'key_account':
      return (
        <>
          <circle cx="9" cy="7" r="5.5" fill="var(--key)" />
          <path d="M0 7h3.5m11 0H18" stroke="var(--key)" strokeWidth="1.6" />
          <path d="M3.5 7h11" stroke="var(--surface)" strokeWidth="1.6" />
        </>
      )
    case 'on_watch':
      return (
        <>
          <circle
            cx="9"
            cy="7"
            r="4.8"
            fill="none"
            stroke="var(--key)"
            strokeWidth="1.5"
            strokeDasharray="2.6 1.7"
          />
          <path d="M0 7h18" stroke="var(--key)" strokeWidth="1.5" />
        </>
      )
    case 'at_risk':
      return (
        <>
          <circle cx="9" cy="7" r="5.5" fill="var(--key)" />
          <path d="M2.5 7h13" stroke="var(--surface)" strokeWidth="3.4" />
          <path d="M0 7h7m4 0h7" stroke="var(--loss)" strokeWidth="2" />
        </>
      )
    case 'big_disloyal':
      return (
        <>
          <path d="M9 .8 16 13H2z" fill="var(--disloyal)" />
          <path d="M9 5v4m0 1.4v1.2" stroke="var(--surface)" strokeWidth="1.5" />
        </>
      )
    case 'candidate':
      return (
        <>
          <circle cx="9" cy="7" r="5" fill="none" stroke="var(--candidate)" strokeWidth="1.4" />
          <path d="M4 7a5 5 0 0 0 10 0z" fill="var(--candidate)" />
        </>
      )
    case 'regular':
      return <circle cx="9" cy="7" r="5" fill="none" stroke="var(--ordinary)" strokeWidth="1.4" />
    case 'dormant':
      return <circle cx="9" cy="7" r="2.2" fill="var(--ordinary)" />
  }
}

/** The glyph alone: only where the word stands beside it, or on a phone's chip with its count and a label. */
export function StandingGlyph({ of }: { readonly of: StandingCode }) {
  return (
    <svg className="standing-glyph" width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
      <Shape of={of} />
    </svg>
  )
}

/** Glyph and word together. */
export function Standing({ of }: { readonly of: StandingCode }) {
  const { t } = useLanguage()
  return (
    <span className="standing" data-standing={of}>
      <StandingGlyph of={of} />
      <span>{t(`standing.${of}`)}</span>
    </span>
  )
}
