import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useMemo } from 'react'
import type { Prospect } from '../../../contract/prospect.ts'
import { sources, type Referrer, type Source } from '../../../domain/develop/prospect.ts'
import { prospectsApi, type CardChange } from '../../prospects-api.ts'
import { useDoing } from '../../ui/doing.ts'
import { DraftDrawer } from '../../ui/draft-drawer.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { fitting, nobody, ReferrerField } from './referrer-field.tsx'

type Typed = {
  readonly name: string
  /** Another phone; empty: as it is, which is not shown. */
  readonly phone: string
  readonly noPhone: boolean
  readonly address: string
  readonly city: string
  readonly source: Source
  readonly referrer: Referrer
  readonly outlets: number | null
  readonly subDistributors: number | null
  readonly words: string
}

function typedOf(one: Prospect): Typed {
  return {
    name: one.name,
    phone: '',
    noPhone: false,
    address: one.address ?? '',
    city: one.city ?? '',
    source: one.source,
    referrer: one.referrer ?? nobody,
    outlets: one.outlets,
    subDistributors: one.subDistributors,
    words: one.words,
  }
}

/** What stands on the card, to be changed. Only what differs is sent: a phone and a referrer that were not shown stay. */
export function CardForm({ one, onClose }: { readonly one: Prospect; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const initial = useMemo(() => typedOf(one), [one])
  const draft = useDraft<Typed>(`prospect.${one.id}`, initial)
  const { value, set, changed } = draft
  const { busy, error, run } = useDoing()
  const save = async () => {
    const { phone, noPhone, ...rest } = value
    const fields = Object.fromEntries(
      Object.entries(rest).filter(([field]) => changed(field as keyof Typed)),
    ) as CardChange
    const said = noPhone ? { phone: null } : phone.trim() === '' ? {} : { phone }
    await run(async () => {
      await prospectsApi.change(one.id, { ...fields, ...said, version: one.version })
      draft.clear()
      await client.invalidateQueries({ queryKey: ['prospects'] })
      onClose()
    })
  }
  const text = (of: 'name' | 'address' | 'city', most: number) => (
    <Field label={t(`prospect.${of}`)}>
      <Input value={value[of]} maxLength={most} onChange={(event) => set({ [of]: event.target.value })} />
    </Field>
  )
  const count = (of: 'outlets' | 'subDistributors', label: string) => (
    <Field label={label}>
      <NumberInput value={value[of]} onValue={(to) => set({ [of]: to })} />
    </Field>
  )
  return (
    <DraftDrawer
      title={one.name}
      draft={draft}
      mayBeSame={false}
      saveWord={t('app.save')}
      busy={busy}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      {text('name', 100)}
      <Field
        label={t('prospect.phone')}
        {...(one.phoneMasked === null ? {} : { hint: t('prospect.phone-stays', { now: one.phoneMasked }) })}
      >
        <Input
          type="tel"
          value={value.phone}
          maxLength={30}
          disabled={value.noPhone}
          onChange={(event) => set({ phone: event.target.value })}
        />
      </Field>
      {one.phoneMasked !== null && (
        <Checkbox
          className="prospect-kind"
          checked={value.noPhone}
          onChange={({ target }) => set({ noPhone: target.checked })}
        >
          {t('prospect.phone-none')}
        </Checkbox>
      )}
      {text('address', 120)}
      {text('city', 40)}
      <Field label={t('prospect.source')}>
        <Select<Source>
          value={value.source}
          options={sources.map((source) => ({ value: source, label: t(`prospect.source-${source}`) }))}
          onChange={(source) => set({ source, referrer: fitting(source, value.referrer) })}
        />
      </Field>
      <ReferrerField
        source={value.source}
        except={one.id}
        value={value.referrer}
        onChange={(referrer) => set({ referrer })}
      />
      <div className="field-row">
        {count('outlets', t('prospect.outlets'))}
        {count('subDistributors', t('prospect.subs'))}
      </div>
      <Field label={t('prospect.words')}>
        <Input.TextArea
          rows={4}
          maxLength={1000}
          value={value.words}
          onChange={(event) => set({ words: event.target.value })}
        />
      </Field>
    </DraftDrawer>
  )
}
