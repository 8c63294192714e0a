import { Button } from 'antd'
import type { ColumnId } from '../../../domain/assess/list-columns.ts'
import { downloads } from '../../paths.ts'
import { usePlaceAndDay } from '../../ui/place.ts'
import { Pop } from '../../ui/pop.tsx'
import { useReading } from '../../ui/reading.ts'
import { writeView, type RankingView } from './view.ts'

/** The table as a file: what is seen (rows, order, columns, unit, day), or all columns of the same rows. */
export function FileChoice({
  view,
  columns,
}: {
  readonly view: RankingView
  readonly columns: readonly ColumnId[]
}) {
  const { t, locale, unit, may } = useReading()
  const { node, asOf } = usePlaceAndDay()
  if (!may('export.run')) {
    return (
      <Button disabled title={t('ranking.export-whom')}>
        {t('file.button')}
      </Button>
    )
  }
  const { sort, q, standing } = writeView(view)
  const address = (format: string, cols?: string) =>
    downloads.ranking({ node, asOf, sort, q, standing, format, unit, lang: locale, cols })
  const formats = ['csv', 'xlsx'] as const
  return (
    <Pop label={t('file.button')} face={t('file.button')} className="tool" place="below-end">
      {(close) => (
        <div className="tool-panel">
          {(['seen', 'all'] as const).map((what) => (
            <p key={what} className="file-line">
              <span>{t(`file.${what}`)}</span>
              {formats.map((format) => (
                <a
                  key={format}
                  className="link"
                  href={what === 'seen' ? address(format, columns.join(',')) : address(format)}
                  download
                  onClick={close}
                  aria-label={`${t(`file.${what}`)} ${t(`file.${format}`)}`}
                >
                  {t(`file.${format}`)}
                </a>
              ))}
            </p>
          ))}
          <p className="quiet">{t('file.note')}</p>
        </div>
      )}
    </Pop>
  )
}
