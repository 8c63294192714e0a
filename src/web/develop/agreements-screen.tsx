import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { agreementsApi, type AgreementList } from '../agreements-api.ts'
import { paths } from '../paths.ts'
import { useAddress } from '../ui/address.ts'
import { Choice } from '../ui/choice.tsx'
import { useLanguage } from '../ui/language.tsx'
import type { ListColumn } from '../ui/list-column.ts'
import { ListTable } from '../ui/list-table.tsx'
import { keepPlace } from '../ui/menu.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { dayWords, useReading } from '../ui/reading.ts'
import { useRight, useSession } from '../ui/session.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { pathTo } from '../ui/territory.ts'
import { NewAgreement } from './agreements/new-agreement.tsx'
import { OpenedAgreement } from './agreements/one-agreement.tsx'
import { useOwnLimits } from './deal/own-limits.tsx'
import './policies/trade.css'
import './agreements/agreements.css'

type Row = AgreementList['agreements'][number]
const tabs = ['talk', 'running', 'over'] as const
type Tab = (typeof tabs)[number]

function tabOf({ state }: Row): Tab {
  if (state === 'in-force' || state === 'coming') return 'running'
  return state === 'ended' || state === 'terminated' ? 'over' : 'talk'
}

/** Agreements: what is in talks, in force and over; what ends soon comes first. */
export function AgreementsScreen() {
  const { t } = useLanguage()
  useTitle(t('agreement.title'))
  const may = useRight('agreement.read')
  const list = useQuery({
    queryKey: ['agreements', 'list'],
    queryFn: () => agreementsApi.list(),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  if (!may) return <NoRight right="agreement.read" />
  if (list.data) return <List answer={list.data} />
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} whole />
  return <Loading rows={8} />
}

function List({ answer }: { readonly answer: AgreementList }) {
  const { t } = useLanguage()
  const may = useRight('agreement.change')
  const mayPeople = useRight('people.change')
  const limits = useOwnLimits()
  const { nodes } = useSession()
  const { get, set } = useAddress()
  const columns = useColumns()
  const place = get('node')
  const rows = answer.agreements.filter(
    ({ market }) => place === undefined || pathTo(nodes, market.code).some(({ code }) => code === place),
  )
  const running = rows.filter((row) => tabOf(row) === 'running').length
  const waiting = rows.filter(({ state }) => state === 'sent').length
  const soon = rows.filter(({ endsSoon }) => endsSoon).length
  const opened = rows.find(({ id }) => id === get('open'))
  const tab =
    tabs.find((one) => one === get('tab')) ??
    (opened && tabOf(opened)) ??
    (waiting > 0 || running === 0 ? 'talk' : 'running')
  const facts = { running, ...(waiting > 0 ? { waiting } : {}), ...(soon > 0 ? { soon } : {}) }
  const closed = { open: null, new: null, act: null, scenario: null, prospect: null }
  return (
    <>
      <PageHead
        words={running + waiting === 0 ? t('agreement.says-none') : t('agreement.says', facts as never)}
        marks={{
          running: { onPick: () => set({ tab: 'running' }) },
          waiting: { onPick: () => set({ tab: 'talk' }) },
          soon: { onPick: () => set({ tab: 'running' }), tone: 'loss' },
        }}
        note={[t(may ? 'agreement.note' : 'agreement.may-not'), limits].filter(Boolean).join(' ')}
        actions={
          <>
            {mayPeople && (
              <Link className="button-quiet" to={paths.roles} search={keepPlace}>
                {t('agreement.limits')}
              </Link>
            )}
            <Button
              type="primary"
              disabled={!may}
              title={may ? undefined : t('agreement.may-not')}
              onClick={() => set({ ...closed, new: '1' })}
            >
              {t('agreement.add')}
            </Button>
          </>
        }
      />
      <div className="trade-bar">
        <Choice
          label={t('agreement.tab')}
          value={tab}
          size="full"
          options={tabs.map((value) => ({
            value,
            label: [t(`agreement.tab-${value}`), rows.filter((row) => tabOf(row) === value).length || '']
              .filter((one) => one !== '')
              .join(' '),
          }))}
          onChange={(to) => set({ tab: to })}
        />
      </div>
      <ListTable
        label={t('agreement.list')}
        rows={rows.filter((row) => tabOf(row) === tab)}
        columns={columns}
        rowKey={({ id }) => id}
        openKey={get('open')}
        onOpen={({ id }) => set({ ...closed, open: id })}
        empty={t(rows.length === 0 ? 'agreement.none' : 'agreement.none-here')}
      />
      {answer.more && <p className="trade-quiet">{t('agreement.more', { n: answer.agreements.length })}</p>}
      {get('new') !== undefined && may ? (
        <NewAgreement
          today={answer.today}
          onClose={() => set(closed)}
          onDone={(id) => set({ ...closed, tab: 'talk', open: id })}
        />
      ) : get('open') === undefined ? null : (
        <OpenedAgreement key={get('open')} id={get('open') ?? ''} onClose={() => set(closed)} />
      )}
    </>
  )
}

function useColumns(): readonly ListColumn<Row>[] {
  const { t } = useLanguage()
  const reading = useReading()
  return [
    {
      key: 'party',
      head: t('agreement.col-party'),
      cell: ({ party, code }) => (
        <span className="trade-name">
          <b title={party}>{party}</b>
          <small>{code}</small>
        </span>
      ),
    },
    {
      key: 'state',
      head: t('agreement.col-state'),
      width: 170,
      cell: ({ state, endsSoon }) => (
        <span className={endsSoon ? 'agreement-soon' : undefined}>
          {[t(`agreement.state-${state}`), endsSoon ? t('agreement.soon') : '']
            .filter((one) => one !== '')
            .join(' · ')}
        </span>
      ),
    },
    {
      key: 'days',
      head: t('agreement.col-days'),
      width: 250,
      cell: ({ from, to }) =>
        t('agreement.days', { from: dayWords(reading, from), to: dayWords(reading, to) }),
    },
    { key: 'market', head: t('agreement.col-market'), width: 120, cell: ({ market }) => market.name },
  ]
}
