import { useNavigate } from '@tanstack/react-router'
import type { Search } from '../../contract/search.ts'
import type { Key } from '../../language/index.ts'
import { paths } from '../paths.ts'
import { appearances, chooseAppearance } from './appearance.ts'
import { useLanguage } from './language.tsx'
import { useGroups } from './menu.tsx'
import { usePlaceAndDay } from './place.ts'
import { keepRecent, recentOf, type Recent } from './recent.ts'
import { useSession } from './session.ts'
import { units, unitWord, useUnit } from './unit.tsx'

export type Item = {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly take: () => void
}
export type ItemGroup = {
  readonly word: `finder.${'recent' | 'accounts' | 'markets' | 'prospects' | 'agreements' | 'screens' | 'actions'}`
  readonly items: readonly Item[]
}

/** By what else a screen is found: the other language, pinyin, initials. */
const also: Partial<Record<string, Key & `finder.also-${string}`>> = {
  [paths.accounts]: 'finder.also-accounts',
  [paths.markets]: 'finder.also-markets',
  [paths.import]: 'finder.also-import',
  [paths.policy]: 'finder.also-policy',
  [paths.settings]: 'finder.also-settings',
  [paths.audit]: 'finder.also-audit',
}

/** Everything that the finder lists for a text, in groups; without a text what was opened last and the screens. */
export function useFoundItems(
  text: string,
  found: Search | undefined,
  close: () => void,
): readonly ItemGroup[] {
  const { t } = useLanguage()
  const open = useOpen(close)
  const screens = useScreens(text, close)
  const actions = useActions(text, close)
  const { person, nodes } = useSession()
  if (text === '')
    return [
      { word: 'finder.recent', items: recentOf(person.id).map((one) => open(one)) },
      { word: 'finder.screens', items: screens },
    ]
  const accounts = (found?.accounts ?? []).map((one) => {
    const notes = [
      one.by === 'phone' ? t('finder.by-phone', { end: text }) : one.code,
      ...(one.tier === 'wholesaler' ? [] : [t(`finder.tier-${one.tier}`)]),
      ...(one.merged ? [t('finder.merged')] : []),
      one.marketName,
    ]
    const note = notes.join(' · ')
    if (one.tier === 'wholesaler')
      return open({ kind: 'account', key: one.id, name: one.name, note: one.marketName }, note)
    // It has no page of its own: its market is where it is read.
    const market = nodes.find(({ id }) => id === one.market)?.code ?? ''
    const place = open({ kind: 'place', key: market, name: one.marketName, note: t('node.market') })
    return { ...place, key: `account-${one.id}`, name: one.name, note }
  })
  const markets = (found?.markets ?? []).map((one) =>
    open({ kind: 'place', key: one.code, name: one.name, note: t(`node.${one.kind}`) }),
  )
  const prospects = (found?.prospects ?? []).map((one) => {
    const how = one.by === 'phone' ? [t('finder.by-phone', { end: text })] : []
    const note = [t(`prospect.stage-${one.stage}`), ...how, one.marketName].join(' · ')
    return open({ kind: 'prospect', key: one.id, name: one.name, note: one.marketName }, note)
  })
  const agreements = (found?.agreements ?? []).map((one) => {
    const note = [one.code, one.marketName].join(' · ')
    return open({ kind: 'agreement', key: one.id, name: one.party, note })
  })
  return [
    { word: 'finder.accounts', items: accounts },
    { word: 'finder.markets', items: markets },
    { word: 'finder.prospects', items: prospects },
    { word: 'finder.agreements', items: agreements },
    { word: 'finder.screens', items: screens },
    { word: 'finder.actions', items: actions },
  ]
}

function useOpen(close: () => void): (one: Recent, note?: string) => Item {
  const navigate = useNavigate()
  const { person } = useSession()
  const { asOf } = usePlaceAndDay()
  const day = asOf === undefined ? {} : { asOf }
  return (one, note = one.note) => ({
    key: `${one.kind}-${one.key}`,
    name: one.name,
    note,
    take: () => {
      close()
      keepRecent(person.id, one)
      if (one.kind === 'account') void navigate({ to: paths.account, params: { id: one.key }, search: day })
      else if (one.kind === 'prospect') void navigate({ to: paths.prospect, params: { id: one.key } })
      else if (one.kind === 'agreement')
        void navigate({ to: paths.agreements, search: { open: one.key } as never })
      else void navigate({ to: paths.markets, search: { ...day, node: one.key } })
    },
  })
}

function useScreens(text: string, close: () => void): readonly Item[] {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const place = usePlaceAndDay()
  return useGroups().flatMap(({ word, entries }) =>
    entries
      .filter((entry) => {
        const more = also[entry.to]
        return holds([t(entry.word), t(word), more ? t(more) : ''].join(' '), text)
      })
      .map((entry) => ({
        key: entry.to,
        name: t(entry.word),
        note: t(word),
        take: () => {
          close()
          const { node, asOf } = place
          const search = { ...(node === undefined ? {} : { node }), ...(asOf === undefined ? {} : { asOf }) }
          void navigate({ to: entry.to, search })
        },
      })),
  )
}

function useActions(text: string, close: () => void): readonly Item[] {
  const { t, setLocale } = useLanguage()
  const { setUnit } = useUnit()
  const all: readonly (Omit<Item, 'take'> & { readonly act: () => void })[] = [
    ...units.map((unit) => ({
      key: `unit-${unit}`,
      name: t('finder.unit', { unit: t(unitWord[unit]) }),
      act: () => setUnit(unit),
      note: '',
    })),
    ...(['zh', 'en'] as const).map((locale) => ({
      key: `language-${locale}`,
      name: t('finder.language', { language: t(`app.${locale}`) }),
      note: '',
      act: () => setLocale(locale),
    })),
    ...appearances.map((one) => ({
      key: `appearance-${one}`,
      name: t('finder.appearance', { appearance: t(`appearance.${one}`) }),
      note: '',
      act: () => chooseAppearance(one),
    })),
  ]
  return all
    .filter(({ name }) => holds(name, text))
    .map(({ act, ...item }) => ({
      ...item,
      take: () => {
        close()
        act()
      },
    }))
}

function holds(words: string, text: string): boolean {
  const said = words.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}
