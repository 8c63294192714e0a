import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  accountSorts,
  type MasterAccountRow,
  type MasterAccounts,
} from '../../../contract/masters-accounts.ts'
import { tiers, type Tier } from '../../../domain/chain/line.ts'
import { mastersApi } from '../../masters-api.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Pages } from '../../ui/pages.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { usePhone } from '../../ui/viewport.ts'
import { useAddress } from '../address.ts'
import { Files } from '../files.tsx'
import { OpenAccount } from './account-form.tsx'
import { AssignAccounts } from './assign.tsx'
import { NewAccountForm } from './new-form.tsx'

const states = ['open', 'closed', 'all'] as const

function useAsked() {
  const { get } = useAddress()
  const [node, tier] = [get('node'), tiers.find((one) => one === get('tier'))]
  const page = get('page') ?? ''
  return {
    ...(node === undefined ? {} : { node }),
    ...(tier === undefined ? {} : { tier }),
    q: get('q') ?? '',
    state: states.find((one) => one === get('state')) ?? 'open',
    sort: accountSorts.find((one) => one === get('sort')) ?? 'name',
    down: get('down') === 'yes' ? 'yes' : 'no',
    page: /^\d{1,6}$/.test(page) ? page : '1',
  } as const
}
type Asked = ReturnType<typeof useAsked>

/** Accounts of every tier, as they are kept. */
export function Accounts() {
  const ask = useAsked()
  const list = useQuery({
    queryKey: ['master-accounts', ask],
    queryFn: () => mastersApi.masterAccounts(ask),
    placeholderData: keepPreviousData,
  })
  if (list.data) return <List answer={list.data} ask={ask} />
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  return <Loading rows={10} />
}

function useColumns(): readonly ListColumn<MasterAccountRow>[] {
  const { t } = useLanguage()
  const word = (text: string | null) => (
    <span className="masters-name" title={text ?? ''}>
      {text ?? t('app.missing')}
    </span>
  )
  return [
    {
      key: 'name',
      head: t('masters.name'),
      sortable: true,
      cell: (row) => (
        <span className={row.closed === null ? 'masters-name' : 'masters-name masters-off'} title={row.name}>
          <b>{row.name}</b>
          {row.closed === null ? null : ` · ${t('masters.state-closed')}`}
        </span>
      ),
    },
    { key: 'code', head: t('masters.code'), width: 120, sortable: true, cell: (row) => word(row.code) },
    { key: 'tier', head: t('masters.tier'), width: 110, cell: (row) => t(`tier.${row.tier}`) },
    {
      key: 'market',
      head: t('masters.market'),
      width: 150,
      sortable: true,
      cell: (row) => word(row.marketName),
    },
    { key: 'owner', head: t('masters.owner'), width: 110, sortable: true, cell: (row) => word(row.owner) },
    { key: 'channel', head: t('masters.channel'), width: 110, cell: (row) => word(row.channel) },
  ]
}

function List({ answer, ask }: { readonly answer: MasterAccounts; readonly ask: Asked }) {
  const { t } = useLanguage()
  const may = useRight('account.change')
  const { get, set } = useAddress()
  const [words, setWords] = useState(ask.q)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const columns = useColumns()
  const open = get('open')
  const close = () => set({ open: null })
  const narrowed = ask.tier !== undefined || ask.state !== 'open'
  return (
    <>
      <PageHead
        words={t('masters.accounts-sentence', { n: answer.total })}
        note={may ? t('masters.accounts-note') : t('masters.may-not-accounts')}
        actions={
          <Button
            type="primary"
            disabled={!may}
            title={may ? undefined : t('masters.may-not-accounts')}
            onClick={() => set({ open: 'new' })}
          >
            {t('masters.add-account')}
          </Button>
        }
      />
      <div className="masters-bar">
        <Input
          allowClear
          value={words}
          aria-label={t('masters.find-account')}
          placeholder={t('masters.find-account')}
          maxLength={100}
          onChange={(event) => {
            setWords(event.target.value)
            set({ q: event.target.value || null, page: null })
          }}
        />
        <Tiers answer={answer} ask={ask} />
        <Choice
          label={t('masters.state')}
          value={ask.state}
          options={states.map((value) => ({ value, label: t(`masters.state-${value}`) }))}
          onChange={(state) => set({ state: state === 'open' ? null : state, page: null })}
        />
        <span className="push" />
        <Files kind="accounts" place={ask.node} />
      </div>
      {may && (
        <BulkBar
          count={picked.size}
          words={t('masters.picked-accounts', { n: picked.size })}
          onClear={() => setPicked(new Set())}
        >
          <AssignAccounts ids={[...picked]} today={answer.today} />
        </BulkBar>
      )}
      <ListTable
        label={t('masters.tab-accounts')}
        rows={answer.rows}
        columns={columns}
        rowKey={(row) => row.id}
        openKey={open ?? null}
        onOpen={(row) => set({ open: row.id })}
        sort={{ key: ask.sort, descending: ask.down === 'yes' }}
        onSort={({ key, descending }) => set({ sort: key, down: descending ? 'yes' : null, page: null })}
        {...(may ? { selected: picked, onSelect: setPicked } : {})}
        empty={
          words === ''
            ? t(narrowed ? 'list.none' : 'masters.accounts-none')
            : t('masters.none-found', { words })
        }
      />
      <Pages answer={answer} onPage={(page) => set({ page })} />
      {open === 'new' && may ? <NewAccountForm onClose={close} /> : null}
      {open !== undefined && open !== 'new' ? (
        <OpenAccount key={open} id={open} today={answer.today} onClose={close} />
      ) : null}
    </>
  )
}

/** With how many there are of each; on a phone the row would not fit. */
function Tiers({ answer, ask }: { readonly answer: MasterAccounts; readonly ask: Asked }) {
  const { t } = useLanguage()
  const { set } = useAddress()
  const phone = usePhone()
  const every = answer.tiers.reduce((sum, { count }) => sum + count, 0)
  const tier: Tier | 'all' = ask.tier ?? 'all'
  const options = [
    { value: 'all' as const, label: t('masters.tier-all', { n: every }) },
    ...answer.tiers.map(({ tier: value, count }) => ({
      value,
      label: t('masters.tier-count', { tier: t(`tier.${value}`), n: count }),
    })),
  ]
  const choose = (to: Tier | 'all') => set({ tier: to === 'all' ? null : to, page: null })
  return phone ? (
    <Select
      className="masters-wide"
      aria-label={t('masters.tier')}
      value={tier}
      options={options}
      onChange={choose}
    />
  ) : (
    <Choice label={t('masters.tier')} value={tier} options={options} onChange={choose} />
  )
}
