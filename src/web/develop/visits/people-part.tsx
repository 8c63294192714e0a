import type { Visits } from '../../../contract/visit.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListTable } from '../../ui/list-table.tsx'

type Person = Visits['people'][number]

function useColumns(): readonly ListColumn<Person>[] {
  const { t } = useLanguage()
  return [
    { key: 'name', head: t('visit.person'), cell: (one) => <b>{one.name ?? t('visit.nobody')}</b> },
    {
      key: 'progress',
      head: t('visit.progress'),
      width: 280,
      cell: ({ done, due, planned, overdue, missed }) => (
        <Progress done={done} all={done + due + planned + overdue + missed} />
      ),
    },
    {
      key: 'overdue',
      head: t('visit.state-overdue'),
      width: 120,
      cell: ({ overdue }) => <span className={overdue > 0 ? 'visit-late' : undefined}>{overdue}</span>,
    },
    { key: 'missed', head: t('visit.state-missed'), width: 100, cell: ({ missed }) => missed },
  ]
}

/** This week by who goes: how far each has come, and what is overdue; a row opens their visits. */
export function PeoplePart({
  people,
  onOpen,
}: {
  readonly people: Visits['people']
  readonly onOpen: (who: string) => void
}) {
  const { t } = useLanguage()
  return (
    <ListTable
      label={t('visit.tab-people')}
      rows={people}
      columns={useColumns()}
      rowKey={(one) => one.id ?? 'nobody'}
      onOpen={(one) => onOpen(one.id ?? 'nobody')}
      empty={t('visit.none-people')}
    />
  )
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <span className="visit-progress">
      <b>{done}</b>
      {` / ${String(all)}`}
      <i aria-hidden="true">
        <i style={{ inlineSize: `${String(all === 0 ? 0 : (done / all) * 100)}%` }} />
      </i>
    </span>
  )
}
