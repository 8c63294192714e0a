import type { ReactNode } from 'react'
import { Choice } from '../ui/choice.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useTitle } from '../ui/page.tsx'
import { useRight } from '../ui/session.ts'
import { NoRight } from '../ui/states.tsx'
import { useAddress } from './address.ts'
import { Accounts } from './accounts/list.tsx'
import { Markets } from './markets/list.tsx'
import { Products } from './products/list.tsx'
import './masters.css'

const tabs = ['accounts', 'markets', 'products'] as const
type Tab = (typeof tabs)[number]
const shown: Readonly<Record<Tab, () => ReactNode>> = {
  accounts: Accounts,
  markets: Markets,
  products: Products,
}

/** Master data: what everything else refers to, a tab for each kind. */
export function MastersScreen() {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const may = useRight('account.read')
  useTitle(t('masters.title'))
  if (!may) return <NoRight right="account.read" />
  const tab = tabs.find((one) => one === get('tab')) ?? tabs[0]
  const Shown = shown[tab]
  const choose = (to: Tab) =>
    set({ tab: to, open: null, q: null, tier: null, state: null, sort: null, down: null, page: null })
  return (
    <div className="masters">
      <div className="masters-tabs">
        <Choice
          label={t('masters.title')}
          value={tab}
          size="full"
          options={tabs.map((value) => ({ value, label: t(`masters.tab-${value}`) }))}
          onChange={choose}
        />
      </div>
      <Shown key={tab} />
    </div>
  )
}
