import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ProspectRow, Prospects } from '../../contract/prospect.ts'
import { shortDay } from '../../language/message.ts'
import { paths } from '../paths.ts'
import { prospectsApi } from '../prospects-api.ts'
import { Choice } from '../ui/choice.tsx'
import { useLanguage } from '../ui/language.tsx'
import type { ListColumn } from '../ui/list-column.ts'
import { ListTable } from '../ui/list-table.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { Pages } from '../ui/pages.tsx'
import { useRight } from '../ui/session.ts'
import { useSettled } from '../ui/settled.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { useAddress } from '../ui/address.ts'
import { CampaignsPart } from './prospects/campaigns-part.tsx'
import { FunnelPart } from './prospects/funnel-part.tsx'
import { NewProspectForm } from './prospects/new-form.tsx'
import './prospects/prospects.css'

const tabs = ['open', 'signed', 'lost', 'funnel', 'campaigns'] as const
type Tab = (typeof tabs)[number]
const lists = ['open', 'signed', 'lost'] as const

/** Prospects: who is being talked with, what is due, and what became of the others. */
export function ProspectsScreen() {
  const { t } = useLanguage()
  useTitle(t('prospect.title'))
  const may = useRight('prospect.read')
  const { get } = useAddress()
  const tab = tabs.find((one) => one === get('tab')) ?? 'open'
  const node = get('node')
  const ask = {
    ...(node === undefined ? {} : { node }),
    q: useSettled(get('q') ?? ''),
    page: get('page') ?? '1',
    state: lists.find((one) => one === tab) ?? 'open',
  } as const
  const list = useQuery({
    queryKey: ['prospects', ask],
    // With what was asked: rows of another tab are not shown under this one's head.
    queryFn: async () => ({ ...(await prospectsApi.list(ask)), state: ask.state }),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  if (!may) return <NoRight right="prospect.read" />
  if (list.data) return <List answer={list.data} tab={tab} here={list.data.state === ask.state} />
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} whole />
  return <Loading rows={10} />
}

/** What is next, and of those that wait for nothing more what came of it. */
function NextStep({ of: row }: { readonly of: ProspectRow }) {
  const { t, locale } = useLanguage()
  if (row.lostReason !== null && row.stage === 'lost')
    return [t(`prospect.reason-${row.lostReason}`), ...(row.lostTo === null ? [] : [row.lostTo])].join(' · ')
  if (row.firstOrder !== null) return t('prospect.ordered-on', { day: shortDay(locale, row.firstOrder) })
  if (row.nextStep === null) return t('app.missing')
  return (
    <span className={row.overdue ? 'prospect-late' : undefined} title={row.nextStep}>
      {[shortDay(locale, row.nextOn ?? ''), row.overdue ? t('prospect.overdue') : '', row.nextStep]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

function useColumns(tab: Tab): readonly ListColumn<ProspectRow>[] {
  const { t, locale } = useLanguage()
  return [
    { key: 'name', head: t('prospect.name'), cell: (row) => <b title={row.name}>{row.name}</b> },
    { key: 'stage', head: t('prospect.stage'), width: 120, cell: (row) => t(`prospect.stage-${row.stage}`) },
    {
      key: 'next',
      head: t(tab === 'signed' || tab === 'lost' ? `prospect.came-${tab}` : 'prospect.next'),
      width: 260,
      cell: (row) => <NextStep of={row} />,
    },
    {
      key: 'source',
      head: t('prospect.source'),
      width: 170,
      cell: (row) => t(`prospect.source-${row.source}`),
    },
    { key: 'market', head: t('prospect.market'), width: 120, cell: (row) => row.marketName },
    { key: 'owner', head: t('prospect.owner'), width: 100, cell: (row) => row.owner ?? t('app.missing') },
    { key: 'found', head: t('prospect.found'), width: 110, cell: (row) => shortDay(locale, row.found) },
  ]
}

function List({
  answer,
  tab,
  here,
}: {
  readonly answer: Prospects
  readonly tab: Tab
  /** Whether the rows are of this tab; those of the one before count as not there. */
  readonly here: boolean
}) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const may = useRight('prospect.change')
  const { get, set } = useAddress()
  const [words, setWords] = useState(get('q') ?? '')
  const columns = useColumns(tab)
  const listed = lists.some((one) => one === tab)
  const { open, overdue, leadTime } = answer
  const facts = {
    open,
    ...(overdue > 0 ? { overdue } : {}),
    ...(leadTime.days ? { days: Math.round(leadTime.days.median * 10) / 10 } : {}),
  }
  return (
    <>
      <PageHead
        words={t('prospect.says', facts as never)}
        marks={{ overdue: { tone: 'loss' } }}
        note={
          !may
            ? t('prospect.may-not')
            : leadTime.ordered + leadTime.open > 0
              ? t('prospect.note', {
                  ordered: leadTime.ordered,
                  quick: leadTime.underAMonth,
                  wait: leadTime.open,
                })
              : undefined
        }
        actions={
          <Button
            type="primary"
            disabled={!may}
            title={may ? undefined : t('prospect.may-not')}
            onClick={() => set({ new: '1' })}
          >
            {t('prospect.add')}
          </Button>
        }
      />
      <div className="prospect-bar">
        <Choice
          label={t('prospect.tab')}
          value={tab}
          size="full"
          options={tabs.map((value) => ({ value, label: t(`prospect.tab-${value}`) }))}
          onChange={(to) => set({ tab: to === 'open' ? null : to, campaign: null, page: null })}
        />
        {listed && (
          <Input
            allowClear
            value={words}
            aria-label={t('prospect.find')}
            placeholder={t('prospect.find')}
            maxLength={100}
            onChange={(event) => {
              setWords(event.target.value)
              set({ q: event.target.value || null, page: null })
            }}
          />
        )}
      </div>
      {tab === 'funnel' && <FunnelPart />}
      {tab === 'campaigns' && <CampaignsPart today={answer.today} />}
      {listed && !here && <Loading rows={10} head={false} />}
      {listed && here && (
        <ListTable
          label={t('prospect.list')}
          rows={answer.rows}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: paths.prospect, params: { id: row.id } })}
          empty={t(words === '' && tab === 'open' ? 'prospect.none' : 'prospect.none-found')}
        />
      )}
      {listed && here && <Pages answer={answer} onPage={(page) => set({ page })} />}
      {get('new') === '1' && may && (
        <NewProspectForm today={answer.today} onClose={() => set({ new: null })} />
      )}
    </>
  )
}
