import { usePhone } from '../../ui/viewport.ts'
import { useReading } from '../../ui/reading.ts'

/** How to read the bars, and how many of all are in sight. Stays at the lower edge while the table runs behind it. */
export function RankingFoot({
  shown,
  all,
  filtered,
  picked,
  onUnpick,
  onAll,
}: {
  readonly shown: number
  readonly all: number
  readonly filtered: boolean
  readonly picked: number
  readonly onUnpick: () => void
  readonly onAll: () => void
}) {
  const { t } = useReading()
  const phone = usePhone()
  return (
    <footer className="ranking-foot">
      {phone ? null : picked === 0 ? (
        <span>{t('ranking.legend')}</span>
      ) : (
        <span className="pick-count" role="status">
          <strong>{t('pick.count', { n: picked })}</strong>
          <button type="button" className="link" onClick={onUnpick}>
            {t('pick.clear')}
          </button>
        </span>
      )}
      <span className="ranking-count" role="status">
        {filtered ? t('ranking.some-shown', { n: shown, all }) : t('ranking.all-shown', { n: all })}
        {filtered ? (
          <button type="button" className="link" onClick={onAll}>
            {t('ranking.show-all')}
          </button>
        ) : null}
      </span>
    </footer>
  )
}
