import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Ranking } from '../../../contract/assess.ts'
import { ApiProblem } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Sentence } from '../../ui/sentence.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { usePhone } from '../../ui/viewport.ts'
import { useReading } from '../../ui/reading.ts'
import { rankingColumns } from './columns.ts'
import './states.css'

/** Before this nobody sees that something is fetched, ms. */
const LATE = 150

function Heads() {
  const columns = rankingColumns(useReading(), false, 0)
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={column.width === null ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={`col-${column.id} side-${column.side}`}>
              <span className="head-words">
                {column.head.map((words) => (
                  <span key={words}>{words}</span>
                ))}
              </span>
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}

/** The true shape of what is coming: sentence, ruler, the heads with their words, rows of the true height. */
export function RankingLoading() {
  const reading = useReading()
  const phone = usePhone()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE)
    return () => clearTimeout(timer)
  }, [])
  const frame = { className: 'ranking-loading', role: 'status', 'aria-label': reading.t('state.loading') }
  const heading = <h1 className="visually-hidden">{reading.t('ranking.title')}</h1>
  if (!late) {
    return (
      <>
        {heading}
        <div {...frame} />
      </>
    )
  }
  const columns = rankingColumns(reading, false, 0)
  return (
    <div {...frame}>
      {heading}
      <i className="bone bone-sentence" />
      <i className="bone bone-note" />
      <i className="bone bone-ruler" />
      {phone ? (
        Array.from({ length: 6 }, (_, i) => <i key={i} className="bone bone-card" />)
      ) : (
        <table className="ranking-table">
          <Heads />
          <tbody aria-hidden="true">
            {Array.from({ length: 15 }, (_, i) => (
              <tr key={i}>
                {columns.map((column) => (
                  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a shape, hidden from readers
                  <td key={column.id} className={`col-${column.id} side-${column.side}`}>
                    <i className={`bone bone-${column.id}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** Nothing sold yet: what will stand here, and the one action that fills it, where the first row would be. */
export function RankingEmpty({ ranking }: { readonly ranking: Ranking }) {
  const { t, may } = useReading()
  const phone = usePhone()
  const fill = (
    <div className="ranking-empty">
      <p>{t('ranking.empty-why')}</p>
      {may('import.run') ? (
        <Link to={paths.import} search={{}}>
          <Button type="primary" tabIndex={-1}>
            {t('ranking.empty-link')}
          </Button>
        </Link>
      ) : (
        <p className="quiet">{t('state.no-right-whom', { right: t('right.import.run') })}</p>
      )}
    </div>
  )
  return (
    <>
      <Sentence words={t('ranking.empty', { place: ranking.node.name })} />
      <i className="bone bone-ruler" />
      {phone ? (
        fill
      ) : (
        <>
          <table className="ranking-table">
            <Heads />
          </table>
          {fill}
        </>
      )}
    </>
  )
}

/** What happened, what is safe, what to do, and the fault's id. `old`: the last good table is still beneath. */
export function RankingFailed({
  error,
  old,
  onRetry,
}: {
  readonly error: unknown
  readonly old: boolean
  readonly onRetry: () => void
}) {
  const { t } = useReading()
  const words = useProblemWords()
  const id = error instanceof ApiProblem ? error.id : null
  return (
    <div className="failed" role="alert">
      {old ? null : <h1 className="visually-hidden">{t('ranking.title')}</h1>}
      <strong>{t('ranking.failed')}</strong> {words(error)}
      <p>{t(old ? 'ranking.failed-safe-old' : 'ranking.failed-safe')}</p>
      <div className="failed-do">
        <Button onClick={onRetry}>{t('app.retry')}</Button>
        {id === null ? null : <span>{t('state.error-id', { id })}</span>}
      </div>
    </div>
  )
}
