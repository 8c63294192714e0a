import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import {
  referrersOf,
  type Referrer,
  type ReferrerKind,
  type Source,
} from '../../../domain/develop/prospect.ts'
import { mastersApi } from '../../masters-api.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'

export const nobody: Referrer = { kind: 'trader', id: null, name: '' }

/** The same referrer where the way of finding can have such a one; else nobody. */
export function fitting(source: Source, referrer: Referrer): Referrer {
  return referrersOf(source).includes(referrer.kind) ? referrer : nobody
}

type Props = { readonly value: Referrer; readonly onChange: (referrer: Referrer) => void }

/** Who or what brought it: somebody by name, or an account, an outlet, another prospect, a campaign that is found as one types. */
export function ReferrerField({
  source,
  except,
  value,
  onChange,
}: Props & {
  readonly source: Source
  /** The prospect itself. */
  readonly except?: string
}) {
  const { t } = useLanguage()
  const mayAccounts = useRight('account.read')
  const kinds = referrersOf(source).filter((kind) => kind !== 'account' || mayAccounts)
  return (
    <>
      <div className="prospect-kind">
        <Choice<ReferrerKind>
          label={t('prospect.referrer-kind')}
          value={value.kind}
          size="full"
          options={kinds.map((kind) => ({ value: kind, label: t(`prospect.referrer-${kind}`) }))}
          onChange={(kind) => onChange({ kind, id: null, name: '' })}
        />
      </div>
      {value.kind === 'trader' ? (
        <Field label={t('prospect.referrer')}>
          <Input
            value={value.name}
            maxLength={60}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        </Field>
      ) : (
        <Found key={value.kind} value={value} onChange={onChange} except={except ?? ''} source={source} />
      )}
    </>
  )
}

function Found({
  source,
  except,
  value,
  onChange,
}: Props & { readonly source: Source; readonly except: string }) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const { kind } = value
  const found = useQuery({
    queryKey: ['prospects', 'referrers', kind, q],
    queryFn: () => candidates(kind, q),
    placeholderData: keepPreviousData,
  })
  const rows = (found.data ?? []).filter(
    (one) => one.id !== except && one.id !== value.id && (one.source === undefined || one.source === source),
  )
  const chosen = value.id === null ? [] : [{ id: value.id, name: value.name, note: '' }]
  return (
    <Field label={t('prospect.referrer')}>
      <Select<string>
        showSearch={{ filterOption: false, onSearch: setQ }}
        allowClear
        value={value.id}
        loading={found.isFetching}
        placeholder={t(kind === 'campaign' ? 'prospect.campaign-choose' : 'prospect.referrer-find')}
        notFoundContent={t(kind === 'campaign' ? 'prospect.campaign-none' : 'prospect.none-found')}
        options={[...chosen, ...rows].map(({ id, name, note }) => ({
          value: id,
          label: [name, note].filter(Boolean).join(' · '),
        }))}
        onChange={(id: string | undefined) =>
          onChange({ kind, id: id ?? null, name: rows.find((one) => one.id === id)?.name ?? '' })
        }
      />
    </Field>
  )
}

type Candidate = {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly source?: Source
}

async function candidates(kind: ReferrerKind, q: string): Promise<readonly Candidate[]> {
  if (kind === 'campaign') {
    const { campaigns } = await prospectsApi.campaigns(undefined)
    return campaigns
      .filter(({ name }) => name.toLowerCase().includes(q.trim().toLowerCase()))
      .map(({ id, name, marketName, source }) => ({ id, name, note: marketName, source }))
  }
  const { rows } =
    kind === 'account' ? await mastersApi.masterAccounts({ q }) : await prospectsApi.list({ q, state: 'all' })
  return rows.slice(0, 50).map(({ id, name, marketName }) => ({ id, name, note: marketName }))
}
