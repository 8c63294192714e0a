import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf as dayText } from '../../domain/day.ts'
import { dealingsOf, type Dealing, type Tally } from './dealings.ts'
import { factsOf } from './facts.ts'
import { peopleOf } from './people.ts'
import { countyTo, provinceTo } from './shape.ts'
import { spendOf } from './spend.ts'
import { makeWorld, type World } from './world.ts'

const END = '2026-11-24'
let world: World
let dealings: readonly Dealing[]
const tallies = new Map<number, Tally>()

beforeAll(() => {
  world = makeWorld(countyTo(END))
  dealings = [...dealingsOf(world, tallies)]
})

const dayOf = (dealing: Dealing) => world.ground.days[dealing.day] ?? ''
const litresIn = (months: readonly string[]) =>
  dealings
    .filter((one) => one.kind === 'sell_in' && months.some((month) => dayOf(one).startsWith(month)))
    .reduce((sum, one) => sum + one.millilitres / 1000, 0)

const daysOf = (year: number, month: number, day: number, count: number) =>
  Array.from({ length: count }, (_, i) => addDays(dayText(year, month, day), i))

describe('the demo company', () => {
  it('is a province: 14 prefectures, 62 markets, 400 wholesalers, 2,500 sub-distributors, 12,000 outlets, 40 products', () => {
    const { territory, wholesalers, dealers, outlets, skus } = makeWorld(provinceTo(END))
    const kinds = (kind: string) => territory.nodes.filter((node) => node.kind === kind).length
    expect([kinds('hq'), kinds('region'), kinds('office'), kinds('market')]).toEqual([1, 4, 14, 62])
    expect([wholesalers.length, dealers.length, outlets.length, skus.length]).toEqual([400, 2500, 12_000, 40])
    expect(new Set(territory.markets.map(({ name }) => name)).size).toBe(62)
    expect(new Set(wholesalers.map(({ name }) => name)).size).toBe(400)
    expect(new Set(skus.map(({ code }) => code)).size).toBe(40)
  })

  it('comes from its seed: the same twice, another from another', () => {
    const again = [...dealingsOf(makeWorld(countyTo(END)), new Map())]
    expect(again).toEqual(dealings)
    const other = [...dealingsOf(makeWorld({ ...countyTo(END), seed: 1 }), new Map())]
    expect(other.slice(0, 50)).not.toEqual(dealings.slice(0, 50))
  })

  it('has thirty months of whole movements up to its last day, each line of a document once', () => {
    const days = new Set(dealings.map(dayOf))
    expect([...days].toSorted()[0]?.slice(0, 7)).toBe('2024-05')
    expect([...days].toSorted().at(-1)! <= END).toBe(true)
    expect(new Set(dealings.map(({ doc, line }) => `${doc}/${line}`)).size).toBe(dealings.length)
    const odd = dealings.filter(
      ({ millilitres, amountMinor, kind }) =>
        !Number.isInteger(millilitres) ||
        !Number.isInteger(amountMinor) ||
        millilitres > 0 !== (kind !== 'return'),
    )
    expect(odd).toEqual([])
    expect(new Set(dealings.map(({ kind }) => kind))).toEqual(
      new Set(['sell_in', 'return', 'sell_through', 'sell_out']),
    )
  })

  it('drinks more in summer than in winter, and stocks up before the Spring Festival', () => {
    expect(litresIn(['2025-06', '2025-07', '2025-08'])).toBeGreaterThan(
      1.5 * litresIn(['2025-10', '2025-11', '2025-12']),
    )
    // The festival of 2026 was on 17 February: eighteen days of stocking up against eighteen of December.
    const stock = daysOf(2026, 1, 28, 18)
    const december = daysOf(2025, 12, 1, 18)
    expect(litresIn(stock)).toBeGreaterThan(1.4 * litresIn(december))
    expect(dealings.filter((one) => one.kind === 'sell_in' && dayOf(one) === '2026-02-17')).toHaveLength(0)
  })

  it('does not sell on what it never bought: about as much leaves the wholesalers as comes in', () => {
    const sum = (kind: string) =>
      dealings.filter((one) => one.kind === kind).reduce((total, one) => total + one.millilitres, 0)
    const ratio = sum('sell_through') / sum('sell_in')
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.1)
  })

  it('knows something of most wholesalers and everything of none', () => {
    const facts = world.wholesalers.flatMap((wholesaler) => [...factsOf(world, wholesaler)])
    expect(
      facts.filter(({ day, expires }) => day < 0 || day >= world.ground.span.days || expires <= day),
    ).toEqual([])
    const known = new Set(
      facts.filter(({ fact }) => fact === 'share_of_wallet').map(({ account }) => account),
    )
    expect(known.size).toBeGreaterThan(world.wholesalers.length / 2)
    expect(known.size).toBeLessThan(world.wholesalers.length)
    expect(
      facts.filter(({ fact, value }) => fact === 'share_of_wallet' && (value <= 0 || value >= 1)),
    ).toEqual([])
  })

  it('spends about a tenth of its revenue on the trade', () => {
    const spent = world.wholesalers.flatMap((one) => [...spendOf(world, one, tallies.get(one.index)!)])
    const revenue = [...tallies.values()].flatMap(({ revenue: months }) => [...months])
    const share =
      spent.reduce((sum, one) => sum + one.amountMinor, 0) / revenue.reduce((sum, one) => sum + one, 0)
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.2)
    expect(spent.every(({ amountMinor }) => Number.isInteger(amountMinor))).toBe(true)
  })

  it('gives every region a manager and every office a rep', () => {
    const people = peopleOf(world)
    const nodes = world.territory.nodes.filter(({ kind }) => kind === 'region' || kind === 'office')
    expect(nodes.every(({ code }) => people.some(({ node }) => node === code))).toBe(true)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
  })
})
