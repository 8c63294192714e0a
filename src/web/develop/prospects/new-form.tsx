import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { addDays } from '../../../domain/day.ts'
import { sources, type Source } from '../../../domain/develop/prospect.ts'
import { paths } from '../../paths.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { useAddress } from '../../ui/address.ts'
import { AlikeNote } from './alike-note.tsx'
import { fitting, nobody, ReferrerField } from './referrer-field.tsx'
import { useDoing } from '../../ui/doing.ts'
import { FormFault } from '../../ui/form-fault.tsx'

/** A card in half a minute; everything else can wait. What is typed is kept, and who may be known already is shown. */
export function NewProspectForm({
  today,
  onClose,
}: {
  readonly today: string
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const { nodes } = useSession()
  const { get } = useAddress()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input')?.focus(), [])
  const markets = nodes.filter(({ kind }) => kind === 'market')
  const here = markets.length === 1 ? markets[0] : markets.find(({ code }) => code === get('node'))
  const empty = useMemo(
    () => ({
      name: '',
      phone: '',
      market: '',
      source: 'peer' as Source,
      referrer: nobody,
      next: '',
      nextOn: addDays(today, 3),
    }),
    [today],
  )
  const { value, set, dirty, clear, ...draft } = useDraft('prospect.new', empty)
  const market = value.market === '' ? (here?.id ?? '') : value.market
  const { busy, error, run } = useDoing()
  const [noMarket, setNoMarket] = useState(false)
  const asked = { name: value.name.trim(), phone: value.phone.trim() || null, address: null }
  const doubles = useQuery({
    queryKey: ['prospect-doubles', asked],
    queryFn: () => prospectsApi.doubles(asked),
    enabled: asked.name.length > 1 || (asked.phone?.length ?? 0) > 6,
  })
  const save = async () => {
    setNoMarket(market === '')
    if (market === '') return
    await run(async () => {
      const { id } = await prospectsApi.add({
        name: value.name,
        phone: asked.phone,
        market,
        source: value.source,
        referrer: value.referrer,
        nextStep: value.next,
        nextOn: value.nextOn,
      })
      clear()
      await client.invalidateQueries({ queryKey: ['prospects'] })
      void navigate({ to: paths.prospect, params: { id } })
    })
  }
  const text = (of: 'name' | 'phone' | 'next' | 'nextOn', more: object = {}) => (
    <Field label={t(of === 'nextOn' ? 'prospect.next-on' : `prospect.${of}`)}>
      <Input
        value={value[of]}
        maxLength={200}
        {...more}
        onChange={(event) => set({ [of]: event.target.value })}
      />
    </Field>
  )
  return (
    <Drawer
      title={t('prospect.add')}
      note={<DraftNote draft={draft} />}
      onClose={onClose}
      dirty={dirty}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
          {t('app.save')}
        </Button>
      }
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {text('name')}
        {text('phone', { type: 'tel' })}
        <AlikeNote alike={doubles.data?.alike ?? []} />
        <Field
          label={t('prospect.market')}
          {...(noMarket && market === '' ? { error: t('prospect.market-needed') } : {})}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={market === '' ? null : market}
            placeholder={t('prospect.market-needed')}
            options={markets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(to: string) => set({ market: to })}
          />
        </Field>
        <Field label={t('prospect.source')}>
          <Select<Source>
            value={value.source}
            options={sources.map((one) => ({ value: one, label: t(`prospect.source-${one}`) }))}
            onChange={(source) => set({ source, referrer: fitting(source, value.referrer) })}
          />
        </Field>
        <ReferrerField
          source={value.source}
          value={value.referrer}
          onChange={(referrer) => set({ referrer })}
        />
        {text('next')}
        {text('nextOn', { type: 'date', min: today })}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      <FormFault error={error} />
    </Drawer>
  )
}
