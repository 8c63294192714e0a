import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { termsWords } from '../../language/trade-words.ts'
import { tradeApi, type PolicyList } from '../trade-api.ts'
import { useAddress } from '../ui/address.ts'
import { Choice } from '../ui/choice.tsx'
import { percent } from '../ui/figures.ts'
import { useLanguage } from '../ui/language.tsx'
import type { ListColumn } from '../ui/list-column.ts'
import { ListTable } from '../ui/list-table.tsx'
import { useMinorMoney } from '../ui/minor-money.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { dayWords, useReading } from '../ui/reading.ts'
import { useRight } from '../ui/session.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { BudgetBar, usedShare } from './policies/budget-bar.tsx'
import { OpenedPolicy } from './policies/one-policy.tsx'
import { NewPolicy } from './policies/policy-form.tsx'
import './policies/trade.css'

type Row = PolicyList['policies'][number]
const tabs = ['running', 'coming', 'over', 'all'] as const
/** From this share of the budget on it is said. */
const SHORT = 0.9

/** Trade policies: what is promised to whom, what it has cost, and how much of the budget is gone. */
export function PoliciesScreen() {
  const { t } = useLanguage()
  useTitle(t('trade.title'))
  const may = useRight('trade_policy.read')
  const { get } = useAddress()
  const node = get('node')
  const list = useQuery({
    queryKey: ['trade-policies', 'list', node ?? ''],
    queryFn: () => tradeApi.policies(node),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  if (!may) return <NoRight right="trade_policy.read" />
  if (list.data) return <List answer={list.data} />
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} whole />
  return <Loading rows={8} />
}

function List({ answer }: { readonly answer: PolicyList }) {
  const { t } = useLanguage()
  const may = useRight('trade_policy.change')
  const { get, set } = useAddress()
  const columns = useColumns()
  const money = useMinorMoney()
  const tab = tabs.find((one) => one === get('tab')) ?? 'running'
  const { policies } = answer
  const running = policies.filter(({ state }) => state === 'running')
  const short = running.filter((row) => usedShare(row) >= SHORT).length
  const facts = {
    running: running.length,
    accrued: money.about(running.reduce((sum, { accruedMinor }) => sum + accruedMinor, 0)),
    ...(short > 0 ? { short } : {}),
  }
  return (
    <>
      <PageHead
        words={running.length === 0 ? t('trade.says-none') : t('trade.says', facts as never)}
        marks={{ running: { tone: 'opens' }, short: { tone: 'loss' } }}
        note={t(may ? 'trade.note' : 'trade.may-not')}
        actions={
          <Button
            type="primary"
            disabled={!may}
            title={may ? undefined : t('trade.may-not')}
            onClick={() => set({ new: '1', open: null, why: null, edit: null })}
          >
            {t('trade.add')}
          </Button>
        }
      />
      <div className="trade-bar">
        <Choice
          label={t('trade.tab')}
          value={tab}
          size="full"
          options={tabs.map((value) => ({ value, label: t(`trade.tab-${value}`) }))}
          onChange={(to) => set({ tab: to === 'running' ? null : to })}
        />
      </div>
      <ListTable
        label={t('trade.list')}
        rows={policies.filter(({ state }) => tab === 'all' || state === tab)}
        columns={columns}
        rowKey={({ id }) => id}
        openKey={get('open')}
        onOpen={({ id }) => set({ open: id, new: null, why: null, edit: null, confirm: null })}
        empty={t(policies.length === 0 ? 'trade.none' : 'trade.none-here')}
      />
      {get('new') !== undefined && may ? (
        <NewPolicy
          key={get('like') ?? 'new'}
          today={answer.today}
          like={policies.find(({ id }) => id === get('like'))?.draft ?? null}
          onClose={() => set({ new: null, like: null })}
          onDone={(id) => set({ new: null, like: null, open: id })}
        />
      ) : get('open') === undefined ? null : (
        <OpenedPolicy key={get('open')} id={get('open') ?? ''} today={answer.today} />
      )}
    </>
  )
}

function useColumns(): readonly ListColumn<Row>[] {
  const { t, locale } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const terms = ({ draft }: Row) => termsWords(locale, draft.terms, draft.period, money.said)
  return [
    {
      key: 'name',
      head: t('trade.col-name'),
      cell: ({ draft, code }) => (
        <span className="trade-name">
          <b title={draft.name}>{draft.name}</b>
          <small>{code}</small>
        </span>
      ),
    },
    {
      key: 'accrued',
      head: t('trade.col-accrued'),
      width: 110,
      align: 'end',
      cell: ({ accruedMinor }) => <b title={money.said(accruedMinor)}>{money.about(accruedMinor)}</b>,
    },
    {
      key: 'budget',
      head: t('trade.col-budget'),
      width: 170,
      cell: (row) => (
        <span className="trade-used">
          <BudgetBar of={row} />
          <small>
            {t('trade.used', {
              share: `${percent(locale, usedShare(row), 0)}%`,
              budget: money.about(row.draft.budgetMinor ?? 0),
            })}
          </small>
        </span>
      ),
    },
    {
      key: 'terms',
      head: t('trade.col-terms'),
      width: 240,
      cell: (row) => <span title={terms(row)}>{terms(row)}</span>,
    },
    {
      key: 'days',
      head: t('trade.col-days'),
      width: 250,
      cell: ({ draft }) =>
        t('trade.days', { from: dayWords(reading, draft.from), to: dayWords(reading, draft.to) }),
    },
  ]
}
