import type { Grade } from './products.ts'

/**
 * How a wholesaler behaves. Stories are planted as behaviour only: what the account is called for it is found by the
 * assessment, never written here.
 */
export type Behaviour = {
  /** Times the size that its place in the market gives it. */
  readonly size: number
  /** Days between orders, and whether it keeps to them. */
  readonly cycle: number
  readonly steady: boolean
  /** ln growth a year, and of the last 15 months where something changed. */
  readonly growth: number
  readonly lately: number
  /** Days before the end at which it placed its last order; null: it still buys. */
  readonly silentFor: number | null
  /** Days before the end at which it first bought; null: from the beginning. */
  readonly began: number | null
  /** Share that is loaded on top at the end of a quarter, and missing afterwards. */
  readonly loading: number
  /** Our share of what it buys: a year ago, half a year ago, now. */
  readonly wallet: readonly [number, number, number]
  /** Yuan overdue at the end. */
  readonly overdue: number
  /** Times the usual trade spend. */
  readonly spend: number
  /** A grade that makes up most of what it sells. */
  readonly grade: Grade | null
}

export const plain: Behaviour = {
  size: 1,
  cycle: 11,
  steady: false,
  growth: 0.03,
  lately: 0,
  silentFor: null,
  began: null,
  loading: 0.12,
  wallet: [0.5, 0.5, 0.5],
  overdue: 0,
  spend: 1,
  grade: null,
}

export type Story =
  | 'stopped-buying'
  | 'rising'
  | 'asleep'
  | 'costs-more'
  | 'slower'
  | 'wallet-falls'
  | 'owes'
  | 'loads'
  | 'new'
  | 'fades'

const stories: Readonly<Record<Story, Partial<Behaviour>>> = {
  'stopped-buying': { size: 1.7, cycle: 12, steady: true, silentFor: 41, wallet: [0.68, 0.62, 0.38] },
  rising: { size: 0.5, cycle: 9, growth: 0.1, lately: 0.75, wallet: [0.2, 0.22, 0.26] },
  asleep: { size: 1.6, cycle: 10, silentFor: 205, wallet: [0.55, 0.4, 0.2] },
  'costs-more': { size: 1.5, cycle: 8, growth: 0.08, spend: 3.4, grade: 'economy', wallet: [0.6, 0.6, 0.62] },
  slower: { size: 1.3, cycle: 10, steady: true, silentFor: 27, wallet: [0.6, 0.58, 0.55] },
  'wallet-falls': { size: 1.3, cycle: 9, wallet: [0.72, 0.66, 0.5] },
  owes: { size: 1.2, cycle: 9, overdue: 386_000, wallet: [0.55, 0.55, 0.54] },
  loads: { size: 1.2, cycle: 8, loading: 0.9 },
  new: { size: 0.8, began: 300, growth: 0.8, wallet: [0.1, 0.2, 0.3] },
  fades: { growth: -0.3, lately: -0.5, wallet: [0.5, 0.42, 0.35] },
}

export function behaviourOf(story: Story | null): Behaviour {
  return story === null ? plain : { ...plain, ...stories[story] }
}

/** Where the stories stand: market, place by size in it (0 is the largest). Markets that a smaller shape lacks are left out. */
export const plan: readonly (readonly [Story, number, number])[] = [
  ['stopped-buying', 0, 0],
  ['rising', 0, 5],
  ['owes', 0, 2],
  ['costs-more', 1, 0],
  ['asleep', 2, 1],
  ['wallet-falls', 3, 0],
  ['slower', 4, 1],
  ['rising', 4, 5],
  ['loads', 5, 1],
  ['fades', 5, 2],
  ['new', 6, 2],
  ['owes', 7, 0],
  ['stopped-buying', 10, 1],
  ['rising', 8, 6],
  ['costs-more', 13, 0],
  ['asleep', 15, 0],
  ['fades', 17, 1],
  ['wallet-falls', 18, 1],
  ['rising', 22, 5],
  ['slower', 23, 0],
  ['loads', 25, 0],
  ['new', 28, 1],
  ['stopped-buying', 30, 0],
  ['costs-more', 35, 1],
  ['asleep', 38, 0],
  ['owes', 41, 1],
  ['rising', 44, 5],
  ['wallet-falls', 50, 0],
  ['fades', 54, 1],
  ['new', 58, 2],
]
