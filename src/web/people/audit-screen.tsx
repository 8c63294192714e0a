import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback } from 'react'
import type { AuditEntry } from '../../contract/audit.ts'
import { actionWords, actorWords } from '../../language/audit-words.ts'
import { downloads, paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import type { ListColumn } from '../ui/list-column.ts'
import { ListTable } from '../ui/list-table.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { useRight, useSession } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { EntryDrawer } from './audit/entry-drawer.tsx'
import { AuditFilter } from './audit/filter.tsx'
import { askOf, auditQuery, briefOf, momentIn, readAuditSearch } from './audit/reading.ts'
import './audit/audit.css'

/** Who did what, when and where; what stands in the address is what is listed, and what the file holds. */
export function AuditScreen() {
  const { t } = useLanguage()
  useTitle(t('audit.title'))
  const may = useRight('audit.read')
  if (may) return <Screen />
  return (
    <PageHead words={t('state.no-right')} note={t('state.no-right-whom', { right: t('right.audit.read') })} />
  )
}

type Patch = Partial<Record<'account' | 'person' | 'kind' | 'from' | 'to' | 'entry', string>>
const nothing: Patch = { account: '', person: '', kind: '', from: '', to: '' }

function Screen() {
  const { t, locale } = useLanguage()
  const { company } = useSession()
  const mayExport = useRight('export.run')
  const raw: Record<string, unknown> = useSearch({ strict: false })
  const search = readAuditSearch(raw)
  const navigate = useNavigate()
  const answer = useInfiniteQuery(auditQuery(search))
  const go = useCallback(
    (patch: Patch) =>
      void navigate({
        to: paths.audit,
        search: (old: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
          ) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const [first] = answer.data?.pages ?? []
  const entries = answer.data?.pages.flatMap((page) => page.entries) ?? []
  const filtered = Object.keys(askOf(search)).length > 0
  const open = entries.find(({ id }) => id === search.entry)
  const moment = momentIn(locale, company.timeZone)
  const failed = answer.error
  if (first === undefined && failed === null) return <Loading />
  const count = first?.count ?? null
  const words =
    failed !== null && first === undefined
      ? t('audit.title')
      : count === null || count.entries === 0
        ? t('audit.says-none')
        : t(filtered ? 'audit.says-found' : 'audit.says', { n: count.entries, people: count.people })
  return (
    <>
      <PageHead
        words={words}
        marks={filtered ? { all: { onPick: () => go(nothing) } } : {}}
        note={first?.whole === false ? t('audit.note-part') : t('audit.note')}
        actions={
          <Button
            disabled={!mayExport}
            title={mayExport ? undefined : t('audit.export-whom')}
            {...(mayExport ? { href: downloads.audit({ ...askOf(search), lang: locale }) } : {})}
          >
            {t('audit.export')}
          </Button>
        }
      />
      <AuditFilter search={search} onChange={go} />
      {filtered && (
        <p className="audit-clear">
          <button type="button" className="link" onClick={() => go(nothing)}>
            {t('audit.clear')}
          </button>
        </p>
      )}
      {failed === null ? (
        <ListTable
          label={t('audit.list')}
          rows={entries}
          columns={columnsIn({ t, locale }, moment)}
          rowKey={(row) => row.id}
          openKey={search.entry}
          onOpen={(row) => go({ entry: row.id })}
          empty={<p className="quiet">{t('audit.none')}</p>}
        />
      ) : (
        <Failed error={failed} onRetry={() => void answer.refetch()} />
      )}
      {failed === null && answer.hasNextPage && (
        <p className="audit-more">
          <Button loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </p>
      )}
      {open && (
        <EntryDrawer
          key={open.id}
          entry={open}
          moment={moment}
          onOnly={(patch) => go({ ...nothing, ...patch, entry: '' })}
          onClose={() => go({ entry: '' })}
        />
      )}
    </>
  )
}

function columnsIn(
  { t, locale }: Pick<ReturnType<typeof useLanguage>, 't' | 'locale'>,
  moment: (at: string) => string,
): readonly ListColumn<AuditEntry>[] {
  return [
    {
      key: 'action',
      head: t('audit.col-action'),
      cell: (row) => (
        <span className="audit-what">
          <strong>{actionWords(locale, row.action)}</strong>
          <span>{briefOf(t, locale, row)}</span>
        </span>
      ),
    },
    {
      key: 'at',
      head: t('audit.col-at'),
      width: 170,
      cell: (row) => <time dateTime={row.at}>{moment(row.at)}</time>,
    },
    { key: 'by', head: t('audit.col-by'), width: 130, cell: (row) => actorWords(locale, row.by) },
    {
      key: 'subject',
      head: t('audit.col-subject'),
      width: 220,
      cell: (row) => row.subject?.name ?? t('app.missing'),
    },
    {
      key: 'place',
      head: t('audit.col-place'),
      width: 130,
      cell: (row) => row.market?.name ?? t('audit.company'),
    },
  ]
}
