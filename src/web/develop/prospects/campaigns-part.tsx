import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Campaign } from '../../../contract/prospect-funnel.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { useAddress } from '../../ui/address.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { CampaignForm } from './campaign-form.tsx'

/** What was done to find somebody, what it cost, and whom it brought. */
export function CampaignsPart({ today }: { readonly today: string }) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const may = useRight('prospect.change')
  const columns = useColumns()
  const node = get('node')
  const answer = useQuery({
    queryKey: ['prospects', 'campaigns', node ?? ''],
    queryFn: () => prospectsApi.campaigns(node),
  })
  if (answer.error) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Loading rows={6} head={false} />
  const { campaigns } = answer.data
  const open = campaigns.find(({ id }) => id === get('campaign')) ?? null
  const isNew = get('campaign') === 'new'
  return (
    <>
      <Button
        className="prospect-open"
        disabled={!may}
        title={may ? undefined : t('prospect.may-not')}
        onClick={() => set({ campaign: 'new' })}
      >
        {t('prospect.campaign-add')}
      </Button>
      <ListTable
        label={t('prospect.campaigns')}
        rows={campaigns}
        columns={columns}
        rowKey={({ id }) => id}
        openKey={open?.id}
        {...(may ? { onOpen: ({ id }: Campaign) => set({ campaign: id }) } : {})}
        empty={t('prospect.campaigns-none')}
      />
      {may && (isNew || open !== null) && (
        <CampaignForm
          key={open?.id ?? 'new'}
          campaign={open}
          today={today}
          onClose={() => set({ campaign: null })}
        />
      )}
    </>
  )
}

function useColumns(): readonly ListColumn<Campaign>[] {
  const { t } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const costs = useRight('contribution.read')
  return [
    { key: 'name', head: t('prospect.name'), cell: ({ name }) => <b title={name}>{name}</b> },
    {
      key: 'found',
      head: t('prospect.campaign-found'),
      width: 90,
      align: 'end',
      cell: ({ found }) => found,
    },
    { key: 'won', head: t('prospect.signed'), width: 80, align: 'end', cell: ({ won }) => won },
    ...(costs
      ? [
          {
            key: 'spend',
            head: t('prospect.campaign-spend'),
            width: 130,
            align: 'end' as const,
            cell: ({ spend }: Campaign) => (spend === null ? t('prospect.cost-unknown') : money.said(spend)),
          },
        ]
      : []),
    {
      key: 'days',
      head: t('prospect.campaign-days'),
      width: 240,
      cell: ({ from, to }) => t('trade.days', { from: dayWords(reading, from), to: dayWords(reading, to) }),
    },
    {
      key: 'source',
      head: t('prospect.source'),
      width: 150,
      cell: ({ source }) => t(`prospect.source-${source}`),
    },
    { key: 'market', head: t('prospect.market'), width: 120, cell: ({ marketName }) => marketName },
  ]
}
