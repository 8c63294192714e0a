import { useState } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { AccountPick } from './account-pick.tsx'
import { SaidForm } from './said-form.tsx'

/** A visit that no date announced: made already, or planned. */
export function NewVisit({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [account, setAccount] = useState<{ readonly id: string; readonly name: string } | null>(null)
  return (
    <SaidForm
      title={t('visit.add')}
      target={account && { account: account.id, name: account.name, plan: null }}
      above={<AccountPick onPick={setAccount} />}
      onClose={onClose}
    />
  )
}
