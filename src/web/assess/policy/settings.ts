import { ranksOf } from '../../../domain/assess/k.ts'
import type { Policy } from '../../../domain/assess/policy.ts'
import type { Key, Translate } from '../../../language/index.ts'

/** A number of the policy as a form shows it. `percent`: stored 0..1, shown 0..100. `money`: stored in minor units. */
export type Setting = {
  readonly path: SettingPath
  readonly shown?: 'percent' | 'money'
  /** What the value does, in words. */
  readonly effect: (t: Translate, policy: Policy, money: (minor: number) => string) => string
}

type FieldOf<K> = K extends `policy.f.${infer P}` ? P : never
export type SettingPath = Exclude<FieldOf<Key>, 'robustness.keepOrder'>

/** A usual gap to make multiples of it concrete; ten places to make multiples of K so. */
const GAP = 12
const TEN = 10
const days = (cycles: number) => Math.round(cycles * GAP)

const k: readonly Setting[] = [
  {
    path: 'k.share',
    shown: 'percent',
    effect: (t, { k: rule }) => t('policy.e.k.share', { share: rule.kind === 'cover' ? rule.share : 0 }),
  },
  {
    path: 'k.least',
    effect: (t, { k: rule }) => t('policy.e.k.least', { n: rule.kind === 'cover' ? rule.least : 0 }),
  },
  {
    path: 'k.most',
    effect: (t, { k: rule }) => t('policy.e.k.most', { n: rule.kind === 'cover' ? rule.most : 0 }),
  },
]
const fixed: readonly Setting[] = [
  { path: 'k.k', effect: (t, { k: rule }) => t('policy.e.k.k', { n: rule.kind === 'fixed' ? rule.k : 0 }) },
]

export const kSettings = { cover: k, fixed } as const

type Group = 'lines' | 'loyalty' | 'dormant' | 'candidate' | 'reference' | 'robustness'

/** Every other number, by the part of the screen that it stands in. */
export const settingsOf: Readonly<Record<Group, readonly Setting[]>> = {
  lines: [
    {
      path: 'hysteresis.enter',
      effect: (t, p) => t('policy.e.hysteresis.enter', { rank: ranksOf(TEN, p.hysteresis).enterRank }),
    },
    {
      path: 'hysteresis.leave',
      effect: (t, p) => t('policy.e.hysteresis.leave', { rank: ranksOf(TEN, p.hysteresis).leaveRank }),
    },
    {
      path: 'hysteresis.leaveAfter',
      effect: (t, p) => t('policy.e.hysteresis.leaveAfter', { n: p.hysteresis.leaveAfter }),
    },
  ],
  loyalty: [
    {
      path: 'loyalty.warnFrom',
      effect: (t, p) => t('policy.e.loyalty.warnFrom', { days: days(p.loyalty.warnFrom) }),
    },
    {
      path: 'loyalty.closeFrom',
      effect: (t, p) => t('policy.e.loyalty.closeFrom', { days: days(p.loyalty.closeFrom) }),
    },
    {
      path: 'loyalty.walletDrop',
      shown: 'percent',
      effect: (t, p) => t('policy.e.loyalty.walletDrop', { share: p.loyalty.walletDrop }),
    },
    {
      path: 'loyalty.overdueMinor',
      shown: 'money',
      effect: (t, p, money) => t('policy.e.loyalty.overdueMinor', { amount: money(p.loyalty.overdueMinor) }),
    },
    { path: 'loyalty.gaps', effect: (t, p) => t('policy.e.loyalty.gaps', { n: p.loyalty.gaps }) },
    {
      path: 'loyalty.fewestOrders',
      effect: (t, p) => t('policy.e.loyalty.fewestOrders', { n: p.loyalty.fewestOrders }),
    },
  ],
  dormant: [
    { path: 'dormant.months', effect: (t, p) => t('policy.e.dormant.months', { n: p.dormant.months }) },
    {
      path: 'dormant.cycles',
      effect: (t, p) => t('policy.e.dormant.cycles', { days: days(p.dormant.cycles) }),
    },
  ],
  candidate: [
    {
      path: 'candidate.potential',
      effect: (t, p) => t('policy.e.candidate.potential', { n: p.candidate.potential }),
    },
    { path: 'candidate.volume', effect: (t, p) => t('policy.e.candidate.volume', { n: p.candidate.volume }) },
  ],
  reference: [
    {
      path: 'reference.low',
      shown: 'percent',
      effect: (t, p) => t('policy.e.reference.low', { n: hundredths(p.reference.low) }),
    },
    {
      path: 'reference.high',
      shown: 'percent',
      effect: (t, p) => t('policy.e.reference.high', { n: hundredths(1 - p.reference.high) }),
    },
    { path: 'reference.fewest', effect: (t, p) => t('policy.e.reference.fewest', { n: p.reference.fewest }) },
    { path: 'reference.months', effect: (t, p) => t('policy.e.reference.months', { n: p.reference.months }) },
    {
      path: 'costCoverage',
      shown: 'percent',
      effect: (t, p) => t('policy.e.costCoverage', { share: p.costCoverage }),
    },
    {
      path: 'growthHistoryMonths',
      effect: (t, p) => t('policy.e.growthHistoryMonths', { n: p.growthHistoryMonths }),
    },
  ],
  robustness: [
    { path: 'robustness.draws', effect: (t, p) => t('policy.e.robustness.draws', { n: p.robustness.draws }) },
    { path: 'robustness.seed', effect: (t) => t('policy.e.robustness.seed') },
  ],
}

/** A share as whole or tenth per cent, without binary dust. */
export function hundredths(share: number): number {
  return Number((share * 100).toFixed(4))
}

/** The value at a path; null where what stands there is no number (a field that was emptied). */
export function valueAt(policy: Policy, path: string): number | null {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? at[key as never] : undefined),
      policy,
    )
  return typeof found === 'number' ? found : null
}

/** The group that holds a path, with another value in it. An emptied field holds null until it is filled. */
export function withValue(policy: Policy, path: string, value: number | null): Partial<Policy> {
  const [group = '', key] = path.split('.')
  if (key === undefined) return { [group]: value } as Partial<Policy>
  const there = policy[group as keyof Policy]
  return { [group]: { ...(there as object), [key]: value } } as Partial<Policy>
}
