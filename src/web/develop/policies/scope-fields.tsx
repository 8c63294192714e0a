import { useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { tiers } from '../../../domain/chain/line.ts'
import { policyComponents, type PolicyComponent } from '../../../domain/develop/trade-policy.ts'
import { mastersApi } from '../../masters-api.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { useSession } from '../../ui/session.ts'
import { inOrder } from '../../ui/territory.ts'
import { usualComponent } from './form-values.ts'
import type { Part } from './terms-fields.tsx'

const manyFields = { mode: 'multiple', allowClear: true } as const

/** Where a policy speaks, and to which level. */
export function ScopeFields({ value, set }: Part) {
  const { t } = useLanguage()
  const { nodes } = useSession()
  return (
    <>
      <Field label={t('trade.nodes')}>
        <Select<string[]>
          {...manyFields}
          showSearch={{ optionFilterProp: 'label' }}
          value={[...value.nodes]}
          options={inOrder(nodes).map(({ node }) => ({ value: node.id, label: node.name }))}
          onChange={(to) => set({ nodes: to })}
        />
      </Field>
      <fieldset className="trade-levels">
        <legend>{t('trade.tiers')}</legend>
        {tiers.map((tier) => (
          <Checkbox
            key={tier}
            checked={value.tiers.includes(tier)}
            onChange={({ target }) =>
              set({
                tiers: tiers.filter((one) => (one === tier ? target.checked : value.tiers.includes(one))),
              })
            }
          >
            {t(`tier.${tier}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  )
}

/** What most policies leave as it is. */
export function MoreFields({ value, set }: Part) {
  const { t } = useLanguage()
  return (
    <details className="trade-more" open={value.accounts.length > 0 || value.skus.length > 0 || undefined}>
      <summary>{t('trade.more')}</summary>
      <Field label={t('trade.accounts')} hint={t('trade.accounts-hint')}>
        <AccountsSelect value={value.accounts} onChange={(accounts) => set({ accounts })} />
      </Field>
      <Field label={t('trade.skus')} hint={t('trade.skus-hint')}>
        <SkusSelect value={value.skus} onChange={(skus) => set({ skus })} />
      </Field>
      <Field label={t('trade.component')}>
        <Select<PolicyComponent>
          value={value.component ?? usualComponent(value.kind)}
          options={policyComponents.map((one) => ({ value: one, label: t(`step.${one}`) }))}
          onChange={(component) => set({ component })}
        />
      </Field>
      <div className="trade-field-head">{t('trade.stacking')}</div>
      <Choice
        label={t('trade.stacking')}
        value={value.stacking}
        size="full"
        options={(['stackable', 'exclusive'] as const).map((one) => ({
          value: one,
          label: t(`trade.stacking-${one}`),
        }))}
        onChange={(stacking) => set({ stacking })}
      />
      {value.stacking === 'exclusive' && (
        <Field label={t('trade.priority')} hint={t('trade.priority-hint')}>
          <NumberInput value={value.priority} onValue={(priority) => set({ priority })} />
        </Field>
      )}
    </details>
  )
}

type Named = { readonly id: string; readonly name: string }

/** Accounts found by name, pinyin or code; those that are chosen keep their names. */
function AccountsSelect({
  value,
  onChange,
  ...rest
}: {
  readonly value: readonly Named[]
  readonly onChange: (value: readonly Named[]) => void
}) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['accounts-found', q],
    queryFn: () => mastersApi.masterAccounts({ q }),
    placeholderData: (before) => before,
  })
  const rows = (found.data?.rows ?? []).map(({ id, name }) => ({ id, name }))
  const all = [...value, ...rows.filter(({ id }) => !value.some((one) => one.id === id))]
  return (
    <Select<string[]>
      {...rest}
      {...manyFields}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value.map(({ id }) => id)}
      loading={found.isFetching}
      placeholder={t('trade.accounts-find')}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(ids) => onChange(ids.flatMap((id) => all.find((one) => one.id === id) ?? []))}
    />
  )
}

/** Products by name; none chosen is all of them. */
export function SkusSelect({
  value,
  onChange,
  ...rest
}: {
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) {
  const products = useQuery({ queryKey: ['master-products'], queryFn: () => mastersApi.masterProducts() })
  return (
    <Select<string[]>
      {...rest}
      {...manyFields}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...value]}
      loading={products.isFetching}
      options={(products.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
