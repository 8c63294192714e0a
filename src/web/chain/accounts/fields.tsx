import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { tiers, type Tier } from '../../../domain/chain/line.ts'
import { mastersApi } from '../../masters-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { fieldOf } from '../fault.ts'
import type { AccountText } from './values.ts'

type Text = Exclude<keyof AccountText, 'dropPhone' | 'tier' | 'parent' | 'owner'>

/** Who may look after accounts; nothing is asked where the caller may not change any. */
export function useOwners(may: boolean) {
  return useQuery({ queryKey: ['account-owners'], queryFn: () => mastersApi.accountOwners(), enabled: may })
}

/** `known`: what stands, to show what was changed. `market`: where parents are looked for. */
export function AccountFields({
  value,
  known,
  names,
  phone,
  market,
  error,
  disabled = false,
  onChange,
}: {
  readonly value: AccountText
  readonly known?: AccountText
  /** How the parent and the rep that stand are called. */
  readonly names?: { readonly parent: string | null; readonly owner: string | null }
  readonly phone?: string | null
  readonly market: string
  readonly error: unknown
  readonly disabled?: boolean
  readonly onChange: (patch: Partial<AccountText>) => void
}) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const fault = fieldOf(error)
  const wrong = fault === 'closed' || fault === 'day' ? 'opened' : fault
  const owners = useOwners(!disabled)
  const said = (of: Text | 'tier' | 'parent' | 'owner', was?: string) => ({
    ...(wrong === of ? { error: problem(error) } : {}),
    ...(known && known[of] !== value[of] ? { was: was ?? known[of] ?? '' } : {}),
  })
  const text = (of: Text, most: number, hint?: string) => (
    <Field label={t(`masters.${of}`)} {...said(of)} {...(hint === undefined ? {} : { hint })}>
      <Input
        value={value[of]}
        disabled={disabled}
        maxLength={most}
        {...(of === 'opened' ? { type: 'date' } : {})}
        onChange={(event) => onChange({ [of]: event.target.value })}
      />
    </Field>
  )
  const people = (owners.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const stands = known?.owner && !people.some((one) => one.value === known.owner)
  return (
    <>
      {text('name', 400)}
      <div className="two">
        {text('code', 200, known ? undefined : t('masters.code-hint'))}
        <Field label={t('masters.tier')} {...said('tier', known && t(`tier.${known.tier}`))}>
          <Select<Tier>
            value={value.tier}
            disabled={disabled}
            options={tiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))}
            onChange={(tier) => onChange({ tier })}
          />
        </Field>
      </div>
      <div className="two">
        <Field label={t('masters.parent')} {...said('parent', names?.parent ?? '')}>
          <Above
            value={value.parent}
            named={known?.parent === value.parent ? (names?.parent ?? null) : null}
            tier={value.tier}
            market={market}
            disabled={disabled || market === ''}
            onChange={(parent) => onChange({ parent })}
          />
        </Field>
        <Field label={t('masters.owner')} {...said('owner', names?.owner ?? '')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={value.owner}
            disabled={disabled}
            placeholder={t('masters.owner-none')}
            options={
              stands ? [{ value: known.owner, label: names?.owner ?? t('app.missing') }, ...people] : people
            }
            onChange={(owner: string | null | undefined) => onChange({ owner: owner ?? null })}
          />
        </Field>
      </div>
      <div className="two">
        {text('channel', 100)}
        {text('opened', 10)}
      </div>
      <div className="two">
        {text('city', 100)}
        {text('contact', 100)}
      </div>
      {text('address', 300)}
      {value.dropPhone ? null : text('phone', 50, phone ? t('masters.phone-now', { phone }) : undefined)}
      {phone ? (
        <Checkbox
          checked={value.dropPhone}
          disabled={disabled}
          onChange={(event) => onChange({ dropPhone: event.target.checked })}
        >
          {t('masters.phone-drop')}
        </Checkbox>
      ) : null}
    </>
  )
}

/** Who stands above: found by name or code among those of the market that are nearer to the brewery. */
function Above({
  value,
  named,
  tier,
  market,
  disabled,
  onChange,
  ...rest
}: {
  readonly value: string | null
  readonly named: string | null
  readonly tier: Tier
  readonly market: string
  readonly disabled: boolean
  readonly onChange: (parent: string | null) => void
}) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['accounts-above', market, tier, q],
    queryFn: () => mastersApi.accountsAbove({ market, tier, q }),
    enabled: !disabled,
    placeholderData: (before) => before,
  })
  const options = (found.data ?? []).map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))
  const shown =
    value === null || options.some((one) => one.value === value)
      ? options
      : [{ value, label: named ?? t('app.missing') }, ...options]
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value}
      disabled={disabled}
      loading={found.isFetching}
      placeholder={t('masters.above-none')}
      options={shown}
      onChange={(parent: string | null | undefined) => onChange(parent ?? null)}
    />
  )
}
