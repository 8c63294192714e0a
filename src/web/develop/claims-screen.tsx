import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Claimable, Claims } from '../../contract/claim.ts'
import { tradeApi } from '../trade-api.ts'
import { useAddress } from '../ui/address.ts'
import { Choice } from '../ui/choice.tsx'
import { figure } from '../../language/message.ts'
import { useLanguage } from '../ui/language.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { useMinorMoney } from '../ui/minor-money.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { useRight } from '../ui/session.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { OpenAsk } from './claims/ask-form.tsx'
import { useAskColumns, useClaimColumns } from './claims/columns.tsx'
import { OpenClaim } from './claims/one-claim.tsx'
import './policies/trade.css'
import './claims/claims.css'

const tabs = ['ask', 'decide', 'pay', 'done'] as const
type Tab = (typeof tabs)[number]

/** Claims: what can be asked for, what waits to be decided and paid, and what is done. */
export function ClaimsScreen() {
  const { t } = useLanguage()
  useTitle(t('claim.title'))
  const may = useRight('trade_policy.read')
  const decides = useRight('claim.approve')
  const { get } = useAddress()
  const node = get('node')
  // Whoever decides looks first at what waits for them; whoever visits accounts, at what they can ask for.
  const tab: Tab = tabs.find((one) => one === get('tab')) ?? (decides ? 'decide' : 'ask')
  const place = node === undefined ? {} : { node }
  const ask = { ...place, ...(tab === 'ask' ? { todo: 'decide' as const } : { todo: tab }) }
  const list = useQuery({
    queryKey: ['claims', 'list', ask],
    queryFn: () => tradeApi.claims(ask),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  const claimable = useQuery({
    queryKey: ['claimable', place],
    queryFn: () => tradeApi.claimable(place),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  if (!may) return <NoRight right="trade_policy.read" />
  const error = list.error ?? claimable.error
  if (list.data && claimable.data)
    return <List claims={list.data} claimable={claimable.data} tab={tab} coming={list.isPlaceholderData} />
  if (error)
    return (
      <Failed
        error={error}
        whole
        onRetry={() => {
          void list.refetch()
          void claimable.refetch()
        }}
      />
    )
  return <Loading rows={8} />
}

function List({
  claims: { claims, more, decide, pay },
  claimable,
  tab,
  coming,
}: {
  readonly claims: Claims
  readonly claimable: Claimable
  readonly tab: Tab
  /** The rows are still those of the tab before: nobody should press one. */
  readonly coming: boolean
}) {
  const { t, locale } = useLanguage()
  const { get, set } = useAddress()
  const money = useMinorMoney()
  const askColumns = useAskColumns()
  const claimColumns = useClaimColumns(tab)
  const counts: Partial<Record<Tab, number>> = { ask: claimable.n, decide: decide.n, pay: pay.n }
  return (
    <>
      <PageHead
        words={
          decide.n + pay.n === 0
            ? t('claim.says-none')
            : t('claim.says', {
                decide: decide.n,
                asked: money.about(decide.minor),
                pay: pay.n,
                owed: money.about(pay.minor),
              })
        }
        marks={{
          decide: { onPick: () => set({ tab: 'decide' }) },
          pay: { onPick: () => set({ tab: 'pay' }) },
        }}
        note={
          claimable.n === 0
            ? t('claim.note-none')
            : t('claim.note', { left: money.about(claimable.leftMinor), n: claimable.n })
        }
      />
      <div className="trade-bar">
        <Choice
          label={t('claim.tab')}
          value={tab}
          size="full"
          options={tabs.map((value) => ({
            value,
            label: [t(`claim.tab-${value}`), counts[value] ? figure(locale, counts[value]) : null]
              .filter((one) => one !== null)
              .join(' '),
          }))}
          onChange={(to) => set({ tab: to, open: null, ask: null })}
        />
      </div>
      {tab === 'ask' ? (
        <ListTable
          label={t('claim.list')}
          rows={claimable.units}
          columns={askColumns}
          rowKey={(one) => `${one.policy}.${one.account}.${one.period}`}
          openKey={get('ask')}
          onOpen={(one) => set({ ask: `${one.policy}.${one.account}.${one.period}`, open: null })}
          empty={t('claim.none-ask')}
        />
      ) : coming ? (
        <Loading rows={6} head={false} />
      ) : (
        <ListTable
          label={t('claim.list')}
          rows={claims}
          columns={claimColumns}
          rowKey={({ id }) => id}
          openKey={get('open')}
          onOpen={({ id }) => set({ open: id, ask: null })}
          empty={t(`claim.none-${tab}`)}
        />
      )}
      {tab === 'ask'
        ? claimable.n > claimable.units.length && (
            <p className="trade-quiet">{t('claim.more', { n: claimable.units.length })}</p>
          )
        : more && <p className="trade-quiet">{t('claim.more', { n: claims.length })}</p>}
      {get('ask') !== undefined && (
        <OpenAsk key={get('ask')} unit={get('ask') ?? ''} onClose={() => set({ ask: null })} />
      )}
      {get('open') !== undefined && (
        <OpenClaim key={get('open')} id={get('open') ?? ''} onClose={() => set({ open: null })} />
      )}
    </>
  )
}
