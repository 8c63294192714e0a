import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { mastersApi } from '../../masters-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'

type Picked = { readonly id: string; readonly name: string }

/** One of the accounts in reach, found as one types. */
export function AccountPick({ onPick }: { readonly onPick: (account: Picked) => void }) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['account-pick', q],
    queryFn: () => mastersApi.masterAccounts({ q }),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.rows ?? []
  return (
    <Field label={t('visit.account')}>
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={t('visit.account-find')}
        notFoundContent={t('visit.account-none')}
        options={rows
          .slice(0, 50)
          .map(({ id, name, code }) => ({ value: id, label: `${name} ${code}`, name }))}
        onSelect={(id: string, { name }: { name: string }) => onPick({ id, name })}
      />
    </Field>
  )
}
