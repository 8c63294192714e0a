import { Link, useLocation } from '@tanstack/react-router'
import type { Right } from '../../contract/people.ts'
import type { Key } from '../../language/index.ts'
import { paths } from '../paths.ts'
import { useLanguage } from './language.tsx'
import { useSession } from './session.ts'

type Entry = {
  readonly to:
    | typeof paths.accounts
    | typeof paths.markets
    | typeof paths.prospects
    | typeof paths.deal
    | typeof paths.visits
    | typeof paths.agreements
    | typeof paths.tradePolicies
    | typeof paths.claims
    | typeof paths.import
    | typeof paths.people
    | typeof paths.policy
    | typeof paths.masters
    | typeof paths.audit
    | typeof paths.settings
  readonly word: Key & `menu.${string}`
  readonly right: Right
}
type Group = {
  readonly word: Key & `menu.${string}`
  readonly icon: string
  readonly entries: readonly Entry[]
}

/** What there is, in the order of the six ways in; what a person has no right to is not offered. */
const groups = [
  {
    word: 'menu.accounts',
    icon: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8m-7 9c0-4 3-6 7-6s7 2 7 6M16 3.5a4 4 0 0 1 0 7M18 14.500c2.600.700 4 2.600 4 5.500',
    entries: [
      { to: paths.accounts, word: 'menu.key-accounts', right: 'ranking.read' },
      { to: paths.prospects, word: 'menu.prospects', right: 'prospect.read' },
    ],
  },
  {
    word: 'menu.markets-group',
    icon: 'M3 20h18M5 20V10l5-3v13M10 20V4l9 4v12M13.500 10h2M13.500 14h2',
    entries: [{ to: paths.markets, word: 'menu.markets', right: 'ranking.read' }],
  },
  {
    word: 'menu.visits-group',
    icon: 'M12 21c4-5 7-8.500 7-12A7 7 0 0 0 5 9c0 3.500 3 7 7 12M12 6.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
    entries: [{ to: paths.visits, word: 'menu.visits', right: 'visit.read' }],
  },
  {
    word: 'menu.trade',
    icon: 'M6 3h12v18l-2-1.500-2 1.500-2-1.500-2 1.500-2-1.500-2 1.500zM9 8h6M9 12h6M9 16h3',
    entries: [
      // Nothing comes from the server: whoever is here may do sums.
      { to: paths.deal, word: 'menu.deal', right: 'account.read' },
      { to: paths.agreements, word: 'menu.agreements', right: 'agreement.read' },
      { to: paths.tradePolicies, word: 'menu.trade-policies', right: 'trade_policy.read' },
      { to: paths.claims, word: 'menu.claims', right: 'trade_policy.read' },
    ],
  },
  {
    word: 'menu.data',
    icon: 'M12 3v12m-5-5 5 5 5-5M4 17v4h16v-4',
    entries: [
      { to: paths.import, word: 'menu.import', right: 'import.run' },
      { to: paths.masters, word: 'menu.masters', right: 'account.read' },
      { to: paths.people, word: 'menu.people', right: 'people.read' },
      { to: paths.policy, word: 'menu.policy', right: 'policy.read' },
      { to: paths.audit, word: 'menu.audit', right: 'audit.read' },
      // Everybody reads them.
      { to: paths.settings, word: 'menu.settings', right: 'account.read' },
    ],
  },
] as const satisfies readonly Group[]

/** The groups and screens that this person may open. */
export function useGroups() {
  const { rights } = useSession()
  return groups.flatMap(({ word, icon, entries }) => {
    const [first, ...rest] = (entries as readonly Entry[]).filter((entry) => rights.includes(entry.right))
    return first ? [{ word, icon, first, entries: [first, ...rest] }] : []
  })
}

/** The group that the screen in front belongs to. */
export function useGroupHere() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  return useGroups().find(({ entries }) => entries.some(({ to }) => lies(path, to)))
}

export function lies(path: string, within: string): boolean {
  return path === within || path.startsWith(`${within}/`)
}

export function SideMenu() {
  const { t } = useLanguage()
  return (
    <nav className="side-menu" aria-label={t('menu.label')}>
      {useGroups().map((group) => (
        <div key={group.word}>
          <p>{t(group.word)}</p>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.to}>
                <Link to={entry.to} search={keepPlace} activeProps={{ 'aria-current': 'page' }}>
                  {t(entry.word)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

export function TabBar() {
  const { t } = useLanguage()
  const here = useGroupHere()
  return (
    <nav className="tab-bar" aria-label={t('menu.label')}>
      {useGroups().map((group) => (
        <Link
          key={group.word}
          to={group.first.to}
          search={keepPlace}
          data-here={group.word === here?.word}
          activeProps={{ 'aria-current': 'page' }}
        >
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <path d={group.icon} fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
          <span>{t(group.word)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** Another screen, the same place and day. */
export function keepPlace(old: { node?: string; asOf?: string }): { node?: string; asOf?: string } {
  return {
    ...(old.node === undefined ? {} : { node: old.node }),
    ...(old.asOf === undefined ? {} : { asOf: old.asOf }),
  }
}
