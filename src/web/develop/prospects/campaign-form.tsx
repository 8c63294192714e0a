import { useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Campaign } from '../../../contract/prospect-funnel.ts'
import { addMonths } from '../../../domain/day.ts'
import { campaignSources, type Source } from '../../../domain/develop/prospect.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { useAddress } from '../../ui/address.ts'
import { useDoing } from '../../ui/doing.ts'
import { DraftDrawer } from '../../ui/draft-drawer.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useRight, useSession } from '../../ui/session.ts'

/** A campaign of a market: what it is called, when it ran, what it cost. Its market stays. */
export function CampaignForm({
  campaign,
  today,
  onClose,
}: {
  readonly campaign: Campaign | null
  readonly today: string
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const client = useQueryClient()
  const { get } = useAddress()
  const maySpend = useRight('contribution.read')
  const markets = useSession().nodes.filter(({ kind }) => kind === 'market')
  const here = markets.length === 1 ? markets[0] : markets.find(({ code }) => code === get('node'))
  const initial = useMemo(
    () => ({
      market: campaign?.market ?? here?.id ?? null,
      name: campaign?.name ?? '',
      source: campaign?.source ?? ('advertising' as Source),
      from: campaign?.from ?? today,
      to: campaign?.to ?? addMonths(today, 1),
      spend: money.typed(campaign?.spend ?? null),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- money is made anew with each drawing and says the same
    [campaign, today, here?.id],
  )
  const draft = useDraft(`campaign.${campaign?.id ?? 'new'}`, initial)
  const { value, set } = draft
  const [missing, setMissing] = useState(false)
  const { busy, error, run } = useDoing()
  const save = async () => {
    const { market, spend, ...rest } = value
    setMissing(market === null)
    if (market === null) return
    const said = { ...rest, ...(maySpend ? { spend } : {}) }
    await run(async () => {
      await (campaign === null
        ? prospectsApi.addCampaign({ ...said, market })
        : prospectsApi.changeCampaign(campaign.id, { ...said, version: campaign.version }))
      draft.clear()
      await client.invalidateQueries({ queryKey: ['prospects'] })
      onClose()
    })
  }
  const day = (of: 'from' | 'to') => (
    <Field label={t(`prospect.campaign-${of}`)}>
      <Input type="date" value={value[of]} onChange={(event) => set({ [of]: event.target.value })} />
    </Field>
  )
  return (
    <DraftDrawer
      title={campaign?.name ?? t('prospect.campaign-add')}
      draft={draft}
      saveWord={t('app.save')}
      busy={busy}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      <Field label={t('prospect.name')}>
        <Input value={value.name} maxLength={60} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      {campaign === null && (
        <Field
          label={t('prospect.market')}
          {...(missing && value.market === null ? { error: t('prospect.market-needed') } : {})}
        >
          <Select<string>
            showSearch={{ optionFilterProp: 'label' }}
            value={value.market}
            placeholder={t('prospect.market-needed')}
            options={markets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(market) => set({ market })}
          />
        </Field>
      )}
      <Field label={t('prospect.source')}>
        <Select<Source>
          value={value.source}
          options={campaignSources.map((source) => ({
            value: source,
            label: t(`prospect.source-${source}`),
          }))}
          onChange={(source) => set({ source })}
        />
      </Field>
      <div className="field-row">
        {day('from')}
        {day('to')}
      </div>
      {maySpend && (
        <Field
          label={t('prospect.campaign-spend-in', { money: money.word })}
          hint={t('prospect.campaign-spend-hint')}
        >
          <NumberInput value={value.spend} onValue={(spend) => set({ spend })} />
        </Field>
      )}
    </DraftDrawer>
  )
}
