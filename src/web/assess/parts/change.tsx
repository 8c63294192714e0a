import { MISSING, percent } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'

const LEVEL = '–'

/** Up or down by a filled triangle and a word, never by colour: in zh finance red is up. */
export function Arrow({ direction }: { readonly direction: number }) {
  const { t } = useReading()
  if (direction === 0) return <span className="arrow-level">{LEVEL}</span>
  return (
    <svg
      className="arrow"
      width="12"
      height="10"
      viewBox="0 0 12 10"
      role="img"
      aria-label={t(direction > 0 ? 'change.up' : 'change.down')}
    >
      <path d={direction > 0 ? 'M6 0 12 10H0Z' : 'M6 10 0 0h12Z'} fill="currentColor" />
    </svg>
  )
}

/** `share` is growth as a fraction (−0.087). The sign is in the arrow. */
export function Change({ share }: { readonly share: number | null }) {
  const { locale } = useReading()
  if (share === null) return <span className="change">{MISSING}</span>
  const shown = Math.abs(share) < 0.0005 ? 0 : share
  return (
    <span className="change">
      <Arrow direction={Math.sign(shown)} /> {`${percent(locale, Math.abs(shown))}%`}
    </span>
  )
}

/** Places gained or lost since the last assessment. */
export function RankMove({ rank, before }: { readonly rank: number | null; readonly before: number | null }) {
  const { t } = useReading()
  if (rank === null) return null
  if (before === null) return <span className="rank-move rank-new">{t('rank.new')}</span>
  const gained = before - rank
  return (
    <span className="rank-move">
      <Arrow direction={Math.sign(gained)} />
      {gained === 0 ? null : Math.abs(gained)}
    </span>
  )
}
