import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Markets } from '../../../contract/market.ts'
import { addDays } from '../../../domain/day.ts'
import { paths } from '../../paths.ts'
import { marketsQuery } from '../../ui/market-query.ts'
import { PageHead, useTitle } from '../../ui/page.tsx'
import { usePlaceAndDay } from '../../ui/place.ts'
import { Ruler } from '../../ui/ruler.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { percent } from '../../ui/figures.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toCsv } from '../ranking/csv.ts'
import { useReading } from '../../ui/reading.ts'
import { isNoMarket, NoMarket } from './missing.tsx'
import { MarketsTable } from './list-table.tsx'
import { exportMarkets } from './list-columns.ts'
import { marketsSentence } from './sentence.ts'
import { volumeSaid } from './volume.ts'

const NAMED = 12

/** All markets beneath a place at a glance. */
export function MarketList() {
  const { t } = useReading()
  const place = usePlaceAndDay()
  useTitle(t('markets.title'))
  const answer = useQuery({ ...marketsQuery(place), placeholderData: keepPreviousData })
  if (answer.data && !isNoMarket(answer.error))
    return (
      <>
        {answer.error === null ? null : <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
        <List answer={answer.data} pale={answer.error !== null || answer.isPlaceholderData} />
      </>
    )
  if (isNoMarket(answer.error)) return <NoMarket error={answer.error} />
  if (answer.error) return <Failed whole error={answer.error} onRetry={() => void answer.refetch()} />
  return <Loading rows={14} />
}

function List({ answer, pale }: { readonly answer: Markets; readonly pale: boolean }) {
  const reading = useReading()
  const { t, locale, may } = reading
  const { asOf } = usePlaceAndDay()
  const navigate = useNavigate()
  const { markets } = answer
  const litres = markets.reduce((sum, row) => sum + row.litres, 0)
  const cases = markets.reduce<number | null>(
    (sum, row) => (sum === null || row.cases === null ? null : sum + row.cases),
    0,
  )
  const open = (code: string) =>
    void navigate({ to: paths.markets, search: { node: code, ...(asOf ? { asOf } : {}) } })
  const rest = markets.slice(NAMED).filter((row) => row.litres > 0)
  const restLitres = rest.reduce((sum, row) => sum + row.litres, 0)
  if (markets.length === 0)
    return (
      <>
        <PageHead words={marketsSentence(reading, answer)} />
        <Empty
          words={t('markets.none-why')}
          action={
            may('import.run') ? (
              <Link className="link" to={paths.import} search={{}}>
                {t('ranking.empty-link')}
              </Link>
            ) : undefined
          }
        />
      </>
    )
  const segments = [
    ...markets.slice(0, NAMED).map((row, i) => ({
      key: row.code,
      name: row.name,
      figures: [`${percent(locale, row.litres / litres)}%`],
      share: Math.max(0, row.litres) / (litres || 1),
      fill: i % 2 === 0 ? 'var(--value-5)' : 'var(--value-4)',
    })),
    {
      key: '',
      name: t('markets.rest', { n: rest.length }),
      figures: [`${percent(locale, restLitres / (litres || 1))}%`],
      share: restLitres / (litres || 1),
      fill: 'var(--value-2)',
    },
  ]
  return (
    <div className="markets">
      <PageHead
        words={marketsSentence(reading, answer)}
        marks={{ lead: {}, share: {}, loss: { tone: 'loss' }, amount: { tone: 'loss' } }}
        note={t('markets.note', {
          from: addDays(answer.after, 1),
          to: answer.asOf,
          n: markets.reduce((sum, row) => sum + row.accounts, 0),
          volume: volumeSaid(reading, litres, { litres, cases }),
        })}
        actions={
          <Button
            disabled={!may('export.run')}
            title={t(may('export.run') ? 'markets.export-hint' : 'ranking.export-whom')}
            onClick={() =>
              saveFile(
                t('markets.file', { place: answer.node.name, day: answer.asOf }),
                toCsv(exportMarkets(reading, markets)),
              )
            }
          >
            {t('market.export')}
          </Button>
        }
      />
      <Ruler
        label={t('markets.ruler')}
        segments={segments}
        onPick={(key) => {
          if (key !== '') open(key)
        }}
      />
      <MarketsTable markets={markets} pale={pale} onOpen={open} />
    </div>
  )
}
