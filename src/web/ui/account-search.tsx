import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { RankedAccount } from '../../contract/assess.ts'
import { paths } from '../paths.ts'
import { Finder } from './finder.tsx'
import { useLanguage } from './language.tsx'
import { usePlaceAndDay } from './place.ts'
import { wholeRankingQuery } from './ranking-query.ts'

const MOST = 10

/** Best first: the start of initials, name, pinyin or code, then anywhere in them. */
function matches(accounts: readonly RankedAccount[], text: string): readonly RankedAccount[] {
  const wanted = text.toLowerCase()
  const scored = accounts.flatMap((account) => {
    const places = [account.name, account.pinyin, account.initials, account.account].map((field) =>
      field.toLowerCase().indexOf(wanted),
    )
    const best = places.filter((place) => place >= 0)
    return best.length === 0 ? [] : [{ account, at: Math.min(...best) }]
  })
  return scored
    .toSorted((a, b) => a.at - b.at || (a.account.rank ?? Infinity) - (b.account.rank ?? Infinity))
    .slice(0, MOST)
    .map(({ account }) => account)
}

/** Finds an account by name, pinyin, initials or code, from everywhere: Ctrl or Cmd with K. */
export function AccountSearch() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { asOf } = usePlaceAndDay()
  const input = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState(false)
  const { data } = useQuery({ ...wholeRankingQuery(asOf === undefined ? {} : { asOf }), enabled: wanted })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className="account-search" onFocus={() => setWanted(true)}>
      <Finder
        input={input}
        label={t('bar.search')}
        hint={t('bar.search-hint')}
        aside={<kbd>{t('bar.search-key')}</kbd>}
        none={(text) => (data ? t('bar.search-none', { text }) : t('state.loading'))}
        find={(text) =>
          matches(data?.accounts ?? [], text).map((account) => ({
            key: account.id,
            name: account.name,
            note: account.marketName,
          }))
        }
        onPick={(id) => {
          input.current?.blur()
          void navigate({ to: paths.account, params: { id }, search: asOf === undefined ? {} : { asOf } })
        }}
      />
    </div>
  )
}
