import { memo, useId } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import type { DeskProps } from './desk.ts'
import { shareSaid, yuanRange } from './figures.ts'
import type { Sums } from './sums.ts'

/**
 * What is kept of what is said: the headline promises what the till may not see. Shares that nobody has given leave a range, not a guess.
 * Solid is kept, pale hangs on the open shares, dashed is only said.
 */
export const KeptPart = memo(function KeptPart({
  exchange,
  caps,
  returnRate,
  kept,
  set,
  sums,
}: {
  /** Whether an exchange of empties and cap prizes are in the deal. */
  readonly exchange: boolean
  readonly caps: boolean
  readonly returnRate: number | null
  readonly kept: number | null
  readonly set: DeskProps['set']
  readonly sums: Sums
}) {
  const { t, locale } = useLanguage()
  const { open, low, high, said } = sums
  const known = [
    ...(exchange && returnRate !== null ? [t('desk.back', { share: shareSaid(locale, returnRate) })] : []),
    ...(caps && kept !== null ? [t('desk.stays', { share: shareSaid(locale, kept) })] : []),
  ].join(t('desk.and'))
  const words = open.length > 0 ? t(known === '' ? 'desk.open' : 'desk.open-rest', { known }) : known
  return (
    <div className="slip-kept">
      <p className="slip-row">
        <span>{t('desk.kept')}</span>
        <output>{yuanRange(sums)}</output>
      </p>
      <KeptBar low={low ?? 0} high={high ?? 0} said={said.perCase.total ?? 0} />
      <p className="slip-note">{words}</p>
      {exchange && (
        <ShareSlider
          label={t('desk.returned')}
          value={returnRate}
          onValue={(share) => set({ returnRate: share })}
        />
      )}
      {caps && (
        <ShareSlider label={t('desk.staying')} value={kept} onValue={(share) => set({ kept: share })} />
      )}
    </div>
  )
})

function KeptBar({
  low,
  high,
  said,
}: {
  readonly low: number
  readonly high: number
  readonly said: number
}) {
  const full = Math.max(high, said, 0.01)
  const at = (value: number) => `${String((Math.max(0, value) / full) * 100)}%`
  return (
    <span className="kept-bar" aria-hidden="true">
      <i className="kept-said" style={{ width: at(said) }} />
      <i className="kept-open" style={{ width: at(high) }} />
      <i className="kept-sure" style={{ width: at(low) }} />
    </span>
  )
}

/** A share by the thumb, in steps of five per cent; until it is touched nobody has said it. */
function ShareSlider({
  label,
  value,
  onValue,
}: {
  readonly label: string
  readonly value: number | null
  readonly onValue: (value: number | null) => void
}) {
  const { t, locale } = useLanguage()
  const id = useId()
  const words = value === null ? t('desk.unsaid') : shareSaid(locale, value)
  return (
    <div className="share-slider" data-open={value === null || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round((value ?? 1) * 100)}
        aria-valuetext={words}
        onChange={(event) => onValue(Number(event.target.value) / 100)}
      />
      {value === null ? (
        <output htmlFor={id}>{words}</output>
      ) : (
        <button
          type="button"
          className="share-off"
          onClick={() => onValue(null)}
          aria-label={t('desk.unsay', { label })}
        >
          <output htmlFor={id}>{words}</output> <span aria-hidden="true">{t('desk.times')}</span>
        </button>
      )}
    </div>
  )
}
