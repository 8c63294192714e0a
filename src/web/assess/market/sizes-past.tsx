import type { MarketSizeEntry } from '../../../contract/market.ts'
import { longDay } from '../../../language/message.ts'
import { fixed } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { ALWAYS } from './size-draft.ts'

/** The estimates so far, latest first, each with its band, day and source. */
export function SizesPast({
  sizes,
  onRemove,
}: {
  readonly sizes: readonly MarketSizeEntry[]
  readonly onRemove: (size: MarketSizeEntry) => void
}) {
  const { t, locale } = useReading()
  if (sizes.length === 0) return null
  const dayOf = ({ validFrom }: MarketSizeEntry) =>
    validFrom === ALWAYS ? t('category.always') : longDay(locale, validFrom)
  const kilolitres = (litres: number) => fixed(locale, litres / 1000, 0)
  return (
    <section className="size-past" aria-label={t('size.history')}>
      <h3>{t('size.history')}</h3>
      <ul>
        {sizes.map((size) => (
          <li key={size.validFrom}>
            <strong>{kilolitres(size.litres)}</strong>
            <span>
              {size.low === null || size.high === null
                ? null
                : `${kilolitres(size.low)}–${kilolitres(size.high)}`}
            </span>
            <button
              type="button"
              className="link"
              aria-label={`${t('size.remove')} ${dayOf(size)}`}
              onClick={() => onRemove(size)}
            >
              {t('size.remove')}
            </button>
            <span className="sub">{`${dayOf(size)} · ${size.source}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
