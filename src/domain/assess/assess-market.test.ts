import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFact, anAccount, aMarket, AS_OF, litres, ordersEvery } from '../../../test/make/figures.ts'
import { hasSentence, sentence } from '../../language/index.ts'
import { assessMarket } from './assess-market.ts'
import type { AccountFigures, Memory } from './figures.ts'
import { makeReference } from './make-reference.ts'
import { defaultPolicy } from './policy.ts'
import { rankMarket } from './rank-market.ts'

const policy = { ...defaultPolicy, robustness: { ...defaultPolicy.robustness, draws: 500 } }
const assess = (accounts: readonly AccountFigures[], before = new Map<string, Memory>()) =>
  assessMarket(aMarket(accounts), policy, makeReference(accounts, [], policy, AS_OF), before)

/** A market of the article: a loyal first, a big one that stopped ordering, one that grows, and the many. */
const market = [
  anAccount({ code: 'big', millilitres: litres(400_000) }),
  anAccount({ code: 'loyal', millilitres: litres(104_000) }),
  anAccount({ code: 'silent', millilitres: litres(180_000), orderDays: ordersEvery(12, 13, 41) }),
  anAccount({
    code: 'rising',
    millilitres: litres(36_000),
    lastYearMillilitres: litres(12_000),
    facts: [aFact('share_of_wallet', 0.2)],
  }),
  anAccount({
    code: 'asleep',
    millilitres: 0,
    lastYearMillilitres: litres(90_000),
    lastMovement: '2026-03-02',
    orderDays: [],
  }),
  ...Array.from({ length: 20 }, (_, i) =>
    anAccount({ code: `many${i}`, millilitres: litres(10_000 + 1000 * i) }),
  ),
]

describe('who the key accounts of a market are, and why (article 1.1–1.4)', () => {
  const verdict = assess(market)
  const of = (id: string) => verdict.verdicts.find((one) => one.account === id)!

  it('finds the key account, the big disloyal one, the candidate and the sleeper', () => {
    expect(of('big')).toMatchObject({ standing: 'key_account', rank: 1, member: true })
    expect(of('silent').standing).toBe('big_disloyal')
    expect(of('rising').standing).toBe('candidate')
    expect(of('asleep').standing).toBe('dormant')
    expect(of('many0').standing).toBe('regular')
  })

  it('says so in two or three sentences that a person would say', () => {
    // 180 of 1,110 kL: 400 + 180 + 104 + 36 + Σ(10 … 29) = 720 + 390
    expect(
      of('silent')
        .reasons.map((reason) => sentence('zh', reason))
        .slice(0, 2),
    ).toEqual(['销量第 2，占本市场 16.2%', '已 41 天未进货，平时每 12 天一次'])
    expect(of('rising').reasons.map((reason) => sentence('en', reason))[0]).toBe(
      'Number 4 in its market, 3.2% of the volume',
    )
  })

  it('has words in both languages for whatever it says', () => {
    const codes = verdict.verdicts
      .flatMap((one) => [...one.reasons, ...one.loyalty.reasons])
      .map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(40)
    expect([...new Set(codes)].filter((code) => !hasSentence(code))).toEqual([])
    expect(Math.max(...verdict.verdicts.map((one) => one.reasons.length))).toBeLessThanOrEqual(3)
    expect(Math.min(...verdict.verdicts.map((one) => one.reasons.length))).toBeGreaterThanOrEqual(1)
  })

  it('shares out the market, and carries 60 % of it by K accounts', () => {
    const shares = verdict.verdicts.reduce((total, one) => total + one.tonnage.marketShare, 0)
    expect(shares).toBeCloseTo(1, 12)
    // 400 + 180 + 104 = 684 of 1,110 kL is 62 %
    expect(verdict).toMatchObject({ k: 3, enterRank: 3, leaveRank: 4, totalMillilitres: litres(1_110_000) })
  })

  it('lets a person decide otherwise until a day, and remembers what the rules say', () => {
    const override = {
      standing: 'key_account',
      reason: 'r',
      validFrom: '2026-10-01',
      expiresOn: '2026-12-01',
      by: 'p',
    } as const
    const one = assess(
      market.map((account) => (account.code === 'silent' ? { ...account, override } : account)),
    )
    const silent = one.verdicts.find(({ account }) => account === 'silent')!
    expect(silent).toMatchObject({ standing: 'key_account', ruled: 'big_disloyal', override })
    expect(silent.reasons[0]?.code).toBe('standing.overridden')
  })

  it('remembers the month before', () => {
    const past = {
      asOf: '2026-09-30',
      standing: 'key_account',
      rank: 2,
      member: true,
      monthsBelow: 0,
    } as const
    const next = assess(market, new Map([['many0', past]]))
    expect(next.verdicts.find(({ account }) => account === 'many0')).toMatchObject({
      standing: 'on_watch',
      monthsBelow: 1,
    })
  })

  it('draws other weightings in another market, and the same ones each time', () => {
    const reference = makeReference(market, [], policy, AS_OF)
    const kept = (code: string) =>
      assessMarket(
        aMarket(market, { market: { id: code, code } }),
        policy,
        reference,
        new Map(),
      ).verdicts.map(({ robustness }) => robustness)
    expect(kept('M1')).toEqual(kept('M1'))
    expect(kept('M1')).not.toEqual(kept('M2'))
  })

  it('takes an empty market for what it is', () => {
    expect(assess([])).toMatchObject({ verdicts: [], k: 1, meanScore: null, totalMillilitres: 0 })
  })
})

describe('whatever the market', () => {
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of)
  const someAccount = fc.record({
    millilitres: fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0, -5000, 1_000_000)),
    lastYearMillilitres: maybe(fc.integer({ min: 0, max: 1e9 })),
    historyMonths: fc.integer({ min: 0, max: 30 }),
    costed: fc.integer({ min: 0, max: 100 }),
    cost: fc.integer({ min: -1e6, max: 1e9 }),
    activeOutlets: maybe(fc.integer({ min: 0, max: 500 })),
    funds: maybe(fc.integer({ min: 0, max: 1e9 })),
    wallet: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    gap: fc.integer({ min: 1, max: 60 }),
    orders: fc.integer({ min: 0, max: 13 }),
    silent: fc.integer({ min: 0, max: 200 }),
  })
  const accountsOf = (raw: readonly (typeof someAccount extends fc.Arbitrary<infer T> ? T : never)[]) =>
    raw.map((one, i) =>
      anAccount({
        code: `A${i}`,
        millilitres: one.millilitres,
        lastYearMillilitres: one.lastYearMillilitres,
        historyMonths: one.historyMonths,
        lines: 100,
        costedLines: one.costed,
        costedMillilitres: Math.round((one.millilitres * one.costed) / 100),
        costMinor: one.cost,
        activeOutlets: one.activeOutlets,
        orderDays: ordersEvery(one.gap, one.orders, one.silent),
        facts: [
          ...(one.funds === null ? [] : [aFact('working_capital', one.funds)]),
          ...(one.wallet === null ? [] : [aFact('share_of_wallet', one.wallet)]),
        ],
      }),
    )
  const someMarket = fc.array(someAccount, { minLength: 1, maxLength: 30 }).map(accountsOf)

  it('gives every account one verdict within its bounds, the same each time', () => {
    fc.assert(
      fc.property(someMarket, (accounts) => {
        const verdict = assess(accounts)
        expect(verdict.verdicts.map(({ account }) => account).toSorted()).toEqual(
          accounts.map(({ id }) => id).toSorted(),
        )
        verdict.verdicts.forEach((one, i) => {
          expect(one.rank).toBe(one.score === null ? null : i + 1)
          expect(one.score === null || (one.score >= 0 && one.score <= 100 + 1e-9)).toBe(true)
          expect(one.robustness === null || (one.robustness >= 0 && one.robustness <= 1)).toBe(true)
          const known = Object.entries(one.parts).filter(([, part]) => part !== null)
          const weight = known.reduce(
            (sum, [name]) => sum + policy.weights[name as keyof typeof policy.weights],
            0,
          )
          expect(one.completeness).toBeCloseTo(weight, 9)
          expect(one.standing === 'big_disloyal' && one.loyalty.state !== 'closed').toBe(false)
        })
        expect(assess(accounts)).toEqual(verdict)
        expect(assess(accounts.toReversed()).verdicts).toEqual(verdict.verdicts)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the order of the others when any account is left out, under a frozen reference', () => {
    fc.assert(
      fc.property(someMarket, (accounts) => {
        const reference = makeReference(accounts, [], policy, AS_OF)
        const order = (of: readonly AccountFigures[]) =>
          rankMarket(aMarket(of), policy, reference).map(({ account }) => account.id)
        const whole = order(accounts)
        for (const left of accounts)
          expect(order(accounts.filter((account) => account !== left))).toEqual(
            whole.filter((id) => id !== left.id),
          )
      }),
      { numRuns: 60 },
    )
  })
})
