import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ImportBatch } from '../../contract/intake.ts'
import { figure } from '../../language/message.ts'
import { paths, type ImportSearch } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useActor } from './actor.ts'
import { kinds } from './fields.ts'
import { moment } from './moment.ts'
import { importsQuery } from './queries.ts'

const states = ['uploaded', 'running', 'done', 'failed', 'interrupted', 'undone'] as const

/** Every import, the latest first; each opens its own page. What is filtered stands in the address. */
export function History({
  search,
  onTemplate,
}: {
  readonly search: ImportSearch
  readonly onTemplate: () => void
}) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const kind = kinds.find((one) => one === search.list) ?? null
  const imports = useInfiniteQuery(importsQuery(kind))
  const all = imports.data?.pages.flat() ?? []
  const wanted = (search.q ?? '').toLowerCase()
  const shown = all.filter(
    (batch) =>
      (search.state === undefined || batch.state === search.state) &&
      (wanted === '' || batch.fileName.toLowerCase().includes(wanted) || batch.who.toLowerCase().includes(wanted)),
  )
  const filter = (part: ImportSearch) =>
    void navigate({
      to: paths.import,
      search: (old) =>
        Object.fromEntries(
          Object.entries({ ...old, ...part }).filter(([, value]) => value !== undefined && value !== ''),
        ),
      replace: true,
    })
  const filtered = kind !== null || search.state !== undefined || wanted !== ''
  if (imports.isPending) return <Loading head={false} rows={4} />
  if (imports.isError) return <Failed error={imports.error} onRetry={() => void imports.refetch()} />
  if (all.length === 0 && !filtered)
    return (
      <Empty
        words={t('import.history-none')}
        action={
          <button type="button" className="link" onClick={onTemplate}>
            {t('wizard.template-first')}
          </button>
        }
      />
    )
  return (
    <>
      <div className="history-filter" role="search">
        <input
          type="search"
          aria-label={t('wizard.find-import')}
          placeholder={t('wizard.find-import')}
          value={search.q ?? ''}
          onChange={(event) => filter({ q: event.target.value })}
        />
        <select
          aria-label={t('import.col-kind')}
          value={kind ?? ''}
          onChange={(event) => filter({ list: event.target.value })}
        >
          <option value="">{t('wizard.all-kinds')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('import.col-state')}
          value={search.state ?? ''}
          onChange={(event) => filter({ state: event.target.value })}
        >
          <option value="">{t('wizard.all-states')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`import.state.${state}`)}
            </option>
          ))}
        </select>
      </div>
      {shown.length === 0 ? (
        <Empty
          words={t('wizard.none-fits')}
          action={
            <button
              type="button"
              className="link"
              onClick={() => filter({ q: '', list: '', state: '' })}
            >
              {t('wizard.show-all')}
            </button>
          }
        />
      ) : (
        <HistoryTable batches={shown} />
      )}
      {imports.hasNextPage && (
        <Button loading={imports.isFetchingNextPage} onClick={() => void imports.fetchNextPage()}>
          {t('wizard.earlier')}
        </Button>
      )}
    </>
  )
}

function HistoryTable({ batches }: { readonly batches: readonly ImportBatch[] }) {
  const { t, locale } = useLanguage()
  const who = useActor()
  const count = (value: number | undefined) => (value === undefined ? t('app.missing') : figure(locale, value))
  return (
    <table className="plain-table history-table">
      <thead>
        <tr>
          <th scope="col">{t('import.col-file')}</th>
          <th scope="col">{t('import.col-state')}</th>
          <th scope="col" className="number">
            {t('import.col-in')}
          </th>
          <th scope="col" className="number">
            {t('import.col-unchanged')}
          </th>
          <th scope="col" className="number">
            {t('import.col-back')}
          </th>
          <th scope="col">{t('import.col-who')}</th>
          <th scope="col">{t('import.col-when')}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => {
          const result = batch.result?.dryRun ? null : batch.result
          return (
            <tr key={batch.id} data-state={batch.state}>
              <th scope="row">
                <Link to={paths.importBatch} params={{ batch: batch.id }} search={true}>
                  {batch.fileName}
                </Link>
                <span className="under">{t(`kind.${batch.kind}`)}</span>
              </th>
              <td className="batch-state">{t(`import.state.${batch.state}`)}</td>
              <td className="number" data-label={t('import.col-in')}>
                {count(result?.rowsAccepted)}
              </td>
              <td className="number" data-label={t('import.col-unchanged')}>
                {count(result?.unchanged)}
              </td>
              <td className="number" data-label={t('import.col-back')}>
                {count(result?.rowsRejected)}
              </td>
              <td>{who(batch)}</td>
              <td>{moment(locale, batch.startedAt)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
