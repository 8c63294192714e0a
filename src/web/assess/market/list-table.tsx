import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MarketRow } from '../../../contract/market.ts'
import { paths } from '../../paths.ts'
import { usePlaceAndDay } from '../../ui/place.ts'
import { usePhone } from '../../ui/viewport.ts'
import { columnDigits, fixed, growth, inUnit, MISSING, percent } from '../figures.ts'
import { Change } from '../parts/change.tsx'
import { moneyWord, unitWord, useReading } from '../reading.ts'
import { moneyScale } from './axis-money.ts'
import { keysIn, marketSorts, sorted, type MarketSort } from './list-columns.ts'
import { rowSentence } from './sentence.ts'
import { wholeOf } from './volume.ts'

/** Reads the order from the address: a column, with a minus where it runs from most to least. */
function useSort(): readonly [MarketSort, boolean, (sort: MarketSort) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const asked = typeof search['sort'] === 'string' ? search['sort'] : '-volume'
  const sort = marketSorts.find((one) => one === asked.replace(/^-/, '')) ?? 'volume'
  const descending = asked.startsWith('-')
  const turn = (to: MarketSort) => {
    const down = to === sort ? !descending : to !== 'name' && to !== 'losing'
    void navigate({
      to: paths.markets,
      search: (old: Record<string, unknown>) => ({ ...old, sort: (down ? '-' : '') + to }) as never,
      replace: true,
      resetScroll: false,
    })
  }
  return [sort, descending, turn]
}

/** One row a market: who decides in it, how large it is, what it leaves. */
export function MarketsTable({
  markets,
  pale,
  onOpen,
}: {
  readonly markets: readonly MarketRow[]
  readonly pale: boolean
  readonly onOpen: (code: string) => void
}) {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const phone = usePhone()
  const { asOf } = usePlaceAndDay()
  const [sort, descending, turn] = useSort()
  const sees = may('contribution.read')
  const rows = sorted(markets, sort, descending, new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en'))
  const total = markets.reduce((sum, row) => sum + Math.max(0, row.litres), 0)
  const digits = columnDigits(markets.map((row) => inUnit(unit, row.litres, wholeOf(row))))
  const money = moneyScale(
    reading,
    markets.map((row) => row.contribution ?? 0),
  )
  const head = (of: MarketSort, first: string, second?: string, number = true): ReactNode => (
    <th
      scope="col"
      className={number ? 'number' : undefined}
      aria-sort={sort === of ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" data-active={sort === of || undefined} onClick={() => turn(of)}>
        {first}
        {second === undefined ? null : (
          <>
            <br />
            {second}
          </>
        )}
        {sort === of ? <span aria-hidden="true">{descending ? ' ▾' : ' ▴'}</span> : null}
      </button>
    </th>
  )
  return (
    <table
      className="plain-table markets-table"
      aria-label={t('markets.table')}
      data-pale={pale || undefined}
    >
      <thead>
        <tr>
          {head('name', t('markets.col-name'), undefined, false)}
          {phone ? null : <th scope="col">{t('markets.col-says')}</th>}
          {head('volume', t('col.volume'), unitWord(reading))}
          {phone ? null : <th scope="col">{t('markets.col-share')}</th>}
          {head('change', t('col.change'))}
          {phone ? null : (
            <>
              {head('accounts', t('markets.col-accounts'), t('markets.col-accounts-sub'))}
              {head('equal', t('markets.col-equal'), t('markets.col-equal-sub'))}
              {head('category', t('markets.col-category'), '%')}
            </>
          )}
          {sees ? head('contribution', t('markets.col-contribution'), money.word) : null}
          {sees && !phone ? (
            <>
              {head('perTonne', t('col.contribution'), t('col.per-tonne', { money: moneyWord(reading) }))}
              {head('losing', t('markets.col-losing'), money.word)}
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.code}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('a, button')) return
              if (window.getSelection()?.isCollapsed === false) return
              onOpen(row.code)
            }}
          >
            <th scope="row">
              <Link
                className="member-name"
                to={paths.markets}
                search={{ node: row.code, ...(asOf ? { asOf } : {}) }}
              >
                {row.name}
              </Link>
              <span className="sub">{phone ? rowSentence(reading, row) : row.path.join(' / ')}</span>
            </th>
            {phone ? null : <td className="markets-says">{rowSentence(reading, row)}</td>}
            <td className="number markets-volume">
              {fixed(locale, inUnit(unit, row.litres, wholeOf(row)), digits)}
            </td>
            {phone ? null : (
              <td>
                <span className="visually-hidden">{percent(locale, row.litres / (total || 1))}</span>
                <span className="markets-share" title={`${percent(locale, row.litres / (total || 1))}%`}>
                  <i style={{ width: `${(100 * Math.max(0, row.litres)) / (markets[0]?.litres || 1)}%` }} />
                </span>
              </td>
            )}
            <td className="number">
              <Change share={growth(row.litres, row.lastYearLitres)} />
            </td>
            {phone ? null : (
              <>
                <td className="number">{`${keysIn(row)} / ${row.accounts}`}</td>
                <td className="number">{fixed(locale, row.concentration?.equal ?? null, 1)}</td>
                <td className="number">{percent(locale, row.categoryShare)}</td>
              </>
            )}
            {sees ? <td className="number">{money.say(row.contribution)}</td> : null}
            {sees && !phone ? (
              <>
                <td className="number">{fixed(locale, row.contributionPerTonne, 0)}</td>
                <td className="number" data-loss={(row.losing?.members ?? 0) > 0 || undefined}>
                  {row.losing === null
                    ? MISSING
                    : row.losing.members === 0
                      ? fixed(locale, 0, 0)
                      : money.say(row.losing.amount)}
                </td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
