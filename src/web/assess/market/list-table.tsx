import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { MarketRow } from '../../../contract/market.ts'
import { paths } from '../../paths.ts'
import type { ListColumn, ListSort } from '../../ui/list-column.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { usePlaceAndDay } from '../../ui/place.ts'
import { usePhone } from '../../ui/viewport.ts'
import { columnDigits, fixed, growth, inUnit, MISSING, percent } from '../../ui/figures.ts'
import { Change } from '../parts/change.tsx'
import { moneyWord, unitWord, useReading } from '../../ui/reading.ts'
import { moneyScale } from './axis-money.ts'
import { keysIn, marketSorts, sorted, type MarketSort } from './list-columns.ts'
import { rowSentence } from './sentence.ts'
import { wholeOf } from './volume.ts'

/** The order in the address: a column, with a minus where it runs from most to least. */
function useSort(): readonly [sort: MarketSort, descending: boolean, set: (sort: ListSort) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const asked = typeof search['sort'] === 'string' ? search['sort'] : '-volume'
  const sort = marketSorts.find((one) => one === asked.replace(/^-/, '')) ?? 'volume'
  const set = ({ key, descending }: ListSort) => {
    void navigate({
      to: paths.markets,
      search: (old: Record<string, unknown>) => ({ ...old, sort: (descending ? '-' : '') + key }) as never,
      resetScroll: false,
    })
  }
  return [sort, asked.startsWith('-'), set]
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
  const { locale, t } = useReading()
  const [sort, descending, set] = useSort()
  const columns = useColumns(markets)
  const rows = sorted(markets, sort, descending, new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en'))
  return (
    <div className="markets-table" data-pale={pale || undefined}>
      <ListTable
        label={t('markets.table')}
        rows={rows}
        columns={columns}
        rowKey={({ code }) => code}
        sort={{ key: sort, descending }}
        onSort={set}
        onOpen={({ code }) => onOpen(code)}
      />
    </div>
  )
}

/** A column of figures, with an order of its own. */
function number(
  key: MarketSort,
  head: string,
  more: Pick<ListColumn<MarketRow>, 'cell'> & { readonly unit?: string; readonly width?: number },
): ListColumn<MarketRow> {
  return { key, head, align: 'end', sortable: true, width: 84, ...more }
}

function useColumns(markets: readonly MarketRow[]): readonly ListColumn<MarketRow>[] {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const phone = usePhone()
  const { asOf } = usePlaceAndDay()
  const total = markets.reduce((sum, row) => sum + Math.max(0, row.litres), 0)
  const digits = columnDigits(markets.map((row) => inUnit(unit, row.litres, wholeOf(row))))
  const money = moneyScale(
    reading,
    markets.map((row) => row.contribution ?? 0),
  )
  const name: ListColumn<MarketRow> = {
    key: 'name',
    head: t('markets.col-name'),
    sortable: true,
    ...(phone ? {} : { width: 176 }),
    cell: (row) => (
      <>
        {phone ? (
          <span className="member-name" title={row.name}>
            {row.name}
          </span>
        ) : (
          <Link
            className="member-name"
            title={row.name}
            to={paths.markets}
            search={{ node: row.code, ...(asOf ? { asOf } : {}) }}
          >
            {row.name}
          </Link>
        )}
        <span className="sub">{phone ? rowSentence(reading, row) : row.path.join(' / ')}</span>
      </>
    ),
  }
  const says: ListColumn<MarketRow> = {
    key: 'says',
    head: t('markets.col-says'),
    cell: (row) => {
      const words = rowSentence(reading, row)
      return (
        <span className="markets-says" title={words}>
          {words}
        </span>
      )
    },
  }
  const share: ListColumn<MarketRow> = {
    key: 'share',
    head: t('markets.col-share'),
    width: 112,
    cell: (row) => {
      const words = `${percent(locale, row.litres / (total || 1))}%`
      return (
        <>
          <span className="visually-hidden">{words}</span>
          <span className="markets-share" title={words}>
            <i style={{ width: `${(100 * Math.max(0, row.litres)) / (markets[0]?.litres || 1)}%` }} />
          </span>
        </>
      )
    },
  }
  const volume = number('volume', t('col.volume'), {
    unit: unitWord(reading),
    cell: (row) => (
      <span className="markets-volume" title={`${fixed(locale, row.litres, 0)} ${t('assess.litres')}`}>
        {fixed(locale, inUnit(unit, row.litres, wholeOf(row)), digits)}
      </span>
    ),
  })
  const change = number('change', t('col.change'), {
    cell: (row) => <Change share={growth(row.litres, row.lastYearLitres)} />,
  })
  const contribution = number('contribution', t('markets.col-contribution'), {
    unit: money.word,
    cell: (row) => <span title={money.exact(row.contribution)}>{money.say(row.contribution)}</span>,
  })
  const sees = may('contribution.read')
  if (phone) return [name, volume, change, ...(sees ? [contribution] : [])]
  return [
    name,
    says,
    volume,
    share,
    change,
    number('accounts', t('markets.col-accounts'), {
      unit: t('markets.col-accounts-sub'),
      width: 104,
      cell: (row) => `${keysIn(row)} / ${row.accounts}`,
    }),
    number('equal', t('markets.col-equal'), {
      unit: t('markets.col-equal-sub'),
      width: 104,
      cell: (row) => fixed(locale, row.concentration?.equal ?? null, 1),
    }),
    number('category', t('markets.col-category'), {
      unit: '%',
      cell: (row) => percent(locale, row.categoryShare),
    }),
    ...(sees
      ? [
          contribution,
          number('perTonne', t('col.contribution'), {
            unit: t('col.per-tonne', { money: moneyWord(reading) }),
            cell: (row) => fixed(locale, row.contributionPerTonne, 0),
          }),
          number('losing', t('markets.col-losing'), {
            unit: money.word,
            cell: ({ losing }) => (
              <span
                title={money.exact(losing?.amount ?? null)}
                data-loss={(losing?.members ?? 0) > 0 || undefined}
              >
                {losing === null
                  ? MISSING
                  : losing.members === 0
                    ? fixed(locale, 0, 0)
                    : money.say(losing.amount)}
              </span>
            ),
          }),
        ]
      : []),
  ]
}
