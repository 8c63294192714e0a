import { expect, it } from 'vitest'
import type { RankedAccount } from '../../../contract/assess.ts'
import { namePlaces } from '../../../domain/assess/list-order.ts'
import { arrange, segments, summary } from './arrange.ts'
import { readView, sortBy, toggleStandings, writeView } from './view.ts'

const account = (over: Partial<RankedAccount>): RankedAccount => ({
  id: 'a',
  account: 'A',
  name: '甲',
  pinyin: 'jia',
  initials: 'j',
  parent: null,
  market: 'M',
  marketName: '市场',
  tonnageLitres: 1000,
  lastYearLitres: 1000,
  cases: null,
  revenue: null,
  contribution: null,
  contributionPerTonne: null,
  costCoverage: 0,
  marketShare: 0.1,
  categoryShare: null,
  score: 50,
  parts: { volume: 50, profit: null, strength: null, potential: 50 },
  completeness: 0.5,
  months: [],
  loyalty: {
    state: 'unknown',
    silentDays: null,
    usualDays: null,
    cycles: null,
    shareTrend: null,
    payment: 'unknown',
    reasons: [],
  },
  standing: 'regular',
  sleepsBig: false,
  overridden: false,
  rank: 1,
  rankBefore: 1,
  reasons: [],
  robustness: null,
  ...over,
})
const zh = () => namePlaces(accounts, new Intl.Collator('zh-CN'))
const names = (rows: ReturnType<typeof arrange>) => rows.map((row) => row.account.name)

const accounts = [
  account({
    id: '1',
    name: '金穗',
    pinyin: 'jin sui',
    initials: 'js',
    score: 86.2,
    standing: 'key_account',
    contributionPerTonne: 412,
  }),
  account({
    id: '2',
    name: '永盛',
    pinyin: 'yong sheng',
    initials: 'ys',
    score: 81,
    standing: 'big_disloyal',
    contributionPerTonne: null,
  }),
  account({
    id: '3',
    name: '大同',
    pinyin: 'da tong',
    initials: 'dt',
    score: 62.2,
    standing: 'on_watch',
    contributionPerTonne: 296,
  }),
]

it('sorts by a column, the unknown last both ways', () => {
  const up = arrange(accounts, readView({ sort: 'contribution' }), zh)
  const down = arrange(accounts, readView({ sort: '-contribution' }), zh)
  expect(names(up)).toEqual(['大同', '金穗', '永盛'])
  expect(names(down)).toEqual(['金穗', '大同', '永盛'])
})

it('sorts names as people do: by pinyin', () => {
  expect(names(arrange(accounts, readView({ sort: 'name' }), zh))).toEqual(['大同', '金穗', '永盛'])
})

it('filters by standing and by search together', () => {
  expect(names(arrange(accounts, readView({ standing: 'key_account,on_watch' }), zh))).toEqual([
    '金穗',
    '大同',
  ])
  expect(names(arrange(accounts, readView({ standing: 'key_account,on_watch', q: 'dt' }), zh))).toEqual([
    '大同',
  ])
})

it('leaves the rows of the caller as they were', () => {
  const before = [...accounts]
  arrange(accounts, readView({ sort: 'score' }), zh)
  expect(accounts).toEqual(before)
})

it('the address says the whole view, and nothing of what is the default', () => {
  const search = { sort: 'change', q: 'ys', standing: 'big_disloyal', bar: 'id-1.potential' }
  expect(writeView(readView(search))).toEqual(search)
  expect(writeView(readView({}))).toEqual({})
  expect(readView({ sort: 'nonsense', standing: 'king', bar: 'x' })).toEqual(readView({}))
})

it('a head turns round on the second click; a segment chosen twice lets all in again', () => {
  const view = readView({})
  expect(sortBy(view, 'score').descending).toBe(false)
  expect(sortBy(view, 'name')).toMatchObject({ sort: 'name', descending: false })
  const chosen = toggleStandings(view, ['big_disloyal'])
  expect(chosen.standings).toEqual(['big_disloyal'])
  expect(toggleStandings(chosen, ['big_disloyal']).standings).toEqual([])
})

it('sums up the sentence: on watch and at risk are key accounts still', () => {
  const totals = {
    accounts: 46,
    litres: 43_180_000,
    cases: null,
    medianLitres: 800_000,
    markets: 6,
    places: 3,
    beyondPlaces: 0,
    compares: true,
    lacksCost: 0,
    lacksStrength: 0,
    urgent: null,
    sleepsBig: { accounts: 0, litres: 0 },
    byStanding: [
      { standing: 'key_account' as const, accounts: 9, litres: 24_120_000 },
      { standing: 'on_watch' as const, accounts: 1, litres: 1_845_000 },
      { standing: 'big_disloyal' as const, accounts: 2, litres: 5_930_000 },
      { standing: 'candidate' as const, accounts: 0, litres: 0 },
    ],
  }
  const facts = summary(totals)
  expect(facts).toMatchObject({
    keyAccounts: 10,
    keyLitres: 25_965_000,
    disloyal: 2,
    disloyalLitres: 5_930_000,
    atRisk: 0,
    onWatch: 1,
  })
  expect(facts.keyShare).toBeCloseTo(0.601, 3)
  expect(segments(totals).map((segment) => segment.standing)).toEqual([
    'key_account',
    'on_watch',
    'big_disloyal',
  ])
})
