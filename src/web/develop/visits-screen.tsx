import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Visits } from '../../contract/visit.ts'
import { paths } from '../paths.ts'
import { visitsApi } from '../visits-api.ts'
import { Choice } from '../ui/choice.tsx'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { useRight, useSession } from '../ui/session.ts'
import { Empty, Failed, Loading, NoRight } from '../ui/states.tsx'
import { useAddress } from '../ui/address.ts'
import { NewVisit } from './visits/new-visit.tsx'
import { PeoplePart } from './visits/people-part.tsx'
import type { Target } from './visits/target.ts'
import { VisitDrawer } from './visits/visit-drawer.tsx'
import { VisitList } from './visits/visit-list.tsx'
import { daysOf, type Tab } from './visits/week.ts'
import { WithoutPart } from './visits/without-part.tsx'
import './visits/visits.css'

const tabs: readonly Tab[] = ['today', 'week', 'next', 'people']

/** Visits: whom to visit today, this week, next; and for who leads others, how far each has come. */
export function VisitsScreen() {
  const { t } = useLanguage()
  useTitle(t('visit.title'))
  const may = useRight('visit.read')
  const { today } = useSession()
  const { get } = useAddress()
  const tab = tabs.find((one) => one === get('tab')) ?? 'today'
  const [node, who] = [get('node'), get('who')]
  const ask = {
    ...daysOf(tab, today),
    ...(node === undefined ? {} : { node }),
    who: tab === 'people' ? 'all' : (who ?? 'me'),
  }
  const list = useQuery({
    queryKey: ['visits', ask],
    queryFn: () => visitsApi.list(ask),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  if (!may) return <NoRight right="visit.read" />
  if (list.data) return <Answer answer={list.data} tab={tab} stale={list.isPlaceholderData} />
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} whole />
  return <Loading rows={10} />
}

/** The sentence of a tab, from what its rows came to. */
function useSays({ rows, people, total }: Visits, tab: Tab): string {
  const { t } = useLanguage()
  const sum = (of: 'done' | 'due' | 'planned' | 'overdue' | 'missed') =>
    tab === 'people'
      ? people.reduce((all, one) => all + one[of], 0)
      : rows.filter(({ state }) => state === of).length
  const overdue = sum('overdue')
  const late = overdue > 0 ? { overdue } : {}
  const due = sum('due')
  if (tab === 'today')
    return due > 0
      ? t('visit.says-today', { due, ...late } as never)
      : overdue > 0
        ? t('visit.says-late', { overdue })
        : t('visit.says-free')
  if (tab === 'next') return t('visit.says-next', { n: sum('planned'), ...late } as never)
  const done = sum('done')
  if (tab === 'week') return t('visit.says-week', { n: total, done, ...late } as never)
  const n = done + overdue + due + sum('planned') + sum('missed')
  return t('visit.says-people', { people: people.length, n, done, ...late } as never)
}

function Answer({
  answer,
  tab,
  stale,
}: {
  readonly answer: Visits
  readonly tab: Tab
  /** What is shown is still of another question: its rows must not be taken for this one's. */
  readonly stale: boolean
}) {
  const { t } = useLanguage()
  const may = useRight('visit.change')
  const { get, set } = useAddress()
  const [target, setTarget] = useState<Target | null>(null)
  const { rows, people, without } = answer
  const who = get('who')
  const name = people.find(({ id }) => (id ?? 'nobody') === who)?.name ?? t('visit.nobody')
  const says = useSays(answer, tab)
  const close = () => setTarget(null)
  return (
    <>
      <PageHead
        words={stale ? t('visit.title') : says}
        marks={{ overdue: { tone: 'loss' } }}
        note={
          !may
            ? t('visit.may-not')
            : who === undefined || tab === 'people'
              ? t('visit.note')
              : t('visit.note-of', { name })
        }
        actions={
          <>
            <Link className="link visit-calendar" to={paths.own}>
              {t('visit.calendar')}
            </Link>
            {who !== undefined && <Button onClick={() => set({ who: null })}>{t('visit.of-all')}</Button>}
            <Button
              type="primary"
              disabled={!may}
              title={may ? undefined : t('visit.may-not')}
              onClick={() => set({ new: '1' })}
            >
              {t('visit.add')}
            </Button>
          </>
        }
      />
      <div className="visit-bar">
        <Choice
          label={t('visit.tab')}
          size="full"
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`visit.tab-${value}`) }))}
          onChange={(to) =>
            set({ tab: to === 'today' ? null : to, ...(to === 'people' ? { who: null } : {}) })
          }
        />
      </div>
      {stale ? (
        <Loading rows={6} head={false} />
      ) : tab === 'people' ? (
        <PeoplePart people={people} onOpen={(id) => set({ who: id, tab: 'week' })} />
      ) : rows.length === 0 ? (
        <Nothing answer={answer} tab={tab} own={who === undefined} />
      ) : (
        <VisitList rows={rows} onOpen={setTarget} />
      )}
      {!stale && answer.total > rows.length && tab !== 'people' && (
        <p className="page-note">{t('visit.more', { shown: rows.length, total: answer.total })}</p>
      )}
      {!stale && tab !== 'people' && who === undefined && <WithoutPart without={without} />}
      {get('new') === '1' && may ? (
        <NewVisit onClose={() => set({ new: null })} />
      ) : (
        target !== null && (
          <VisitDrawer key={`${target.account} ${target.plan?.day ?? ''}`} target={target} onClose={close} />
        )
      )}
    </>
  )
}

/** No rows: what to do about it. */
function Nothing({
  answer,
  tab,
  own,
}: {
  readonly answer: Visits
  readonly tab: Tab
  readonly own: boolean
}) {
  const { t } = useLanguage()
  const { set } = useAddress()
  if (own && tab === 'week' && answer.without.total === 0)
    return (
      <Empty
        words={t('visit.none-mine')}
        action={
          <div className="visit-acts">
            <Button onClick={() => set({ tab: 'people' })}>{t('visit.see-people')}</Button>
            <Link className="link" to={paths.accounts} search={{}}>
              {t('visit.to-accounts')}
            </Link>
          </div>
        }
      />
    )
  return (
    <Empty
      words={t(tab === 'today' ? 'visit.none-today' : 'visit.none')}
      action={tab === 'today' && <Button onClick={() => set({ tab: 'week' })}>{t('visit.see-week')}</Button>}
    />
  )
}
