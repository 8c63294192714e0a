import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { MemberLevel } from '../../contract/market.ts'
import { daysBetween } from '../../domain/day.ts'
import { longDay, shortDay } from '../../language/message.ts'
import { accountQuery } from './account-query.ts'
import { useLanguage } from './language.tsx'
import { marketQuery, marketsQuery } from './market-query.ts'
import { usePlaceAndDay } from './place.ts'
import { Pop } from './pop.tsx'
import { rankingQuery } from './ranking-query.ts'
import { useSession } from './session.ts'

const STALE_DAYS = 3

/** As of which day: the day of the events, with everything known now. Without one it is the last day with movements. */
export function AsOf() {
  const { t, locale } = useLanguage()
  const { today } = useSession()
  const place = usePlaceAndDay()
  const navigate = useNavigate()
  // Only what the screen has fetched anyway.
  const ranking = useQuery({ ...rankingQuery(place), enabled: false }).data
  const { id = '' } = useParams({ strict: false })
  const account = useQuery({ ...accountQuery(id, place.asOf), enabled: false }).data
  const { level }: { level?: MemberLevel } = useSearch({ strict: false })
  const market = useQuery({ ...marketQuery(place.node ?? '', place.asOf, level), enabled: false }).data
  const markets = useQuery({ ...marketsQuery(place), enabled: false }).data
  const day = place.asOf ?? account?.asOf ?? ranking?.asOf ?? market?.asOf ?? markets?.asOf
  const stale =
    place.asOf === undefined && day !== undefined && daysBetween(day, today) > STALE_DAYS ? 'true' : 'false'
  const words =
    day === undefined
      ? t('bar.as-of-latest')
      : day.slice(0, 4) === today.slice(0, 4)
        ? shortDay(locale, day)
        : longDay(locale, day)
  const go = (asOf: string | undefined, close: () => void) => {
    close()
    void navigate({
      to: '.',
      search: (old) => {
        const next = { ...old }
        if (asOf === undefined) delete next.asOf
        else next.asOf = asOf
        return next
      },
    })
  }
  return (
    <Pop
      place="below-end"
      className="as-of"
      label={`${t('bar.as-of')} ${words}`}
      face={
        <>
          <span className="quiet">{t('bar.as-of')}</span> <strong data-stale={stale}>{words}</strong>{' '}
          <span className="caret" aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <div className="as-of-panel">
          <label>
            <span>{t('bar.as-of')}</span>
            <input
              type="date"
              max={today}
              defaultValue={day}
              onChange={(event) => {
                if (event.target.value !== '' && event.target.value <= today) go(event.target.value, close)
              }}
            />
          </label>
          <p className="quiet">{t('bar.as-of-note')}</p>
          <button type="button" className="link" onClick={() => go(undefined, close)}>
            {t('bar.as-of-latest')}
          </button>
        </div>
      )}
    </Pop>
  )
}
