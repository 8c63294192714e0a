import { memo, useId } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { NumberInput } from '../../ui/number-input.tsx'

/** What a press of − or + changes, yuan. */
const STEP = 0.5

/** One part of a case on the slip: its name, what it is of, and the sum between a big − and +. Without `onValue` it is only told. */
export const SlipLine = memo(function SlipLine({
  name,
  note,
  value,
  least = 0,
  told,
  onValue,
}: {
  readonly name: string
  readonly note: string
  readonly value: number | null
  readonly least?: number
  /** What is shown where the sum is not typed here. */
  readonly told?: string
  readonly onValue?: (value: number | null) => void
}) {
  const { t } = useLanguage()
  const id = useId()
  const go = (by: number) => onValue?.(Math.max(least, Math.round(((value ?? 0) + by) * 100) / 100))
  if (!onValue)
    return (
      <li className="slip-line">
        <div className="slip-name">
          <span>{name}</span>
          <small>{note}</small>
        </div>
        <output className="slip-told">{told}</output>
      </li>
    )
  return (
    <li className="slip-line">
      <div className="slip-name">
        <label htmlFor={id}>{name}</label>
        <small>{note}</small>
      </div>
      <button
        type="button"
        aria-label={t('desk.less', { name, by: STEP })}
        disabled={value !== null && value <= least}
        onClick={() => go(-STEP)}
      >
        <span aria-hidden="true">{t('desk.minus')}</span>
      </button>
      <NumberInput
        id={id}
        box="slip-typed"
        className="slip-sum"
        digits={2}
        value={value}
        placeholder={t('app.missing')}
        onValue={onValue}
      />
      <button type="button" aria-label={t('desk.more', { name, by: STEP })} onClick={() => go(STEP)}>
        <span aria-hidden="true">{t('desk.plus')}</span>
      </button>
    </li>
  )
})
