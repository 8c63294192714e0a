import type {
  Curve,
  CurveMember,
  MarketMembers as MemberPage,
  MarketPage,
  MemberLevel,
  Moved,
} from '../../contract/market.ts'
import { moversOf } from '../../domain/assess/movers.ts'
import { lossReasons } from '../../domain/assess/whale-curve-loss.ts'
import type { MemberWorth } from '../../domain/assess/whale-curve-member.ts'
import { curvePoints, whaleCurve } from '../../domain/assess/whale-curve.ts'
import { fromMinor } from '../../domain/money.ts'
import { litresOf, tonnesOf } from '../../domain/volume.ts'
import type { MarketMembers, Member } from './market-members.ts'
import { round } from './ranked-account.ts'

const POINTS = 240
const BEST = 60
const WORST = 200
const MOVERS = 5

/** A level is worth showing from this many members on, and from this share of tier 1's volume that they are known to take. */
const LEAST_MEMBERS = 3
const LEAST_TRACED = 0.5

/** Which levels the figures are known at, the finest first, and how much of tier 1's volume sub-distributors took. */
export function levelsOf({ members }: MarketMembers): {
  readonly levels: readonly MemberLevel[]
  readonly traced: number
  readonly subDistributors: number
} {
  const volume = (level: MemberLevel) =>
    [...members.values()].filter((one) => one.level === level && one.ml > 0)
  const subs = volume('sub_distributor')
  const first = millilitresOf(volume('wholesaler'))
  const traced = first > 0 ? millilitresOf(subs) / first : 0
  const fine = subs.length >= LEAST_MEMBERS && traced >= LEAST_TRACED
  return {
    levels: fine ? ['sub_distributor', 'wholesaler'] : ['wholesaler'],
    traced: round(traced, 4),
    subDistributors: subs.length,
  }
}

type Drawn = {
  readonly active: readonly Member[]
  readonly worths: readonly MemberWorth[]
  readonly curve: ReturnType<typeof whaleCurve>
  /** Members at places of the order, as they are shown. */
  readonly at: (from: number, to: number) => CurveMember[]
}

/** Members at a level in the curve's order; null where nobody's contribution is known. */
function drawn(all: MarketMembers, level: MemberLevel, digits: number): Drawn | null {
  const active = [...all.members.values()].filter(
    (one) => one.level === level && (one.ml !== 0 || (one.worth?.contribution ?? 0) !== 0),
  )
  const worths = active.flatMap(({ worth }) => (worth === null ? [] : [worth]))
  if (worths.length === 0) return null
  const curve = whaleCurve(worths.map((worth) => ({ id: worth.id, minor: worth.contribution })))
  const byId = new Map(worths.map((worth) => [worth.id, worth]))
  const shape = shaper(all, digits)
  const at = (from: number, to: number) =>
    curve.order.slice(from, to).flatMap((id) => {
      const worth = byId.get(id)
      return worth ? [shape(worth)] : []
    })
  return { active, worths, curve, at }
}

/** The whale curve at a level, in the company's money; null where nobody's contribution is known. */
export function curveOf(all: MarketMembers, level: MemberLevel, digits: number): Curve | null {
  const there = drawn(all, level, digits)
  if (!there) return null
  const { active, worths, curve, at } = there
  const money = (minor: number) => round(fromMinor(minor, digits), 2)
  const tonnes = tonnesOf(worths.reduce((sum, worth) => sum + worth.millilitres, 0))
  const lost = active.filter((one) => one.worth === null)
  const tier1 = [...all.members.values()].flatMap((one) =>
    one.level === 'wholesaler' && one.worth ? [one.worth.contribution] : [],
  )
  return {
    members: worths.length,
    points: curvePoints(curve, POINTS).map(({ members, minor }) => ({ members, amount: money(minor) })),
    peak: { members: curve.peak.members, amount: money(curve.peak.minor) },
    loss: { members: curve.loss.members, amount: money(curve.loss.minor) },
    total: money(curve.total),
    perTonne: tonnes > 0 ? money(curve.total / tonnes) : null,
    unknown: { members: lost.length, litres: litresOf(lost.reduce((sum, one) => sum + one.ml, 0)) },
    untraced:
      level === 'wholesaler' ? null : money(tier1.reduce((sum, minor) => sum + minor, 0) - curve.total),
    best: at(0, BEST),
    worst: at(Math.max(BEST, curve.order.length - WORST), curve.order.length),
  }
}

/** A piece of the curve's order from a place on; `before` is what those in front of it bring together. */
export function membersAt(
  all: MarketMembers,
  level: MemberLevel,
  digits: number,
  { from, count }: { readonly from: number; readonly count: number },
): Pick<MemberPage, 'members' | 'from' | 'before' | 'rows'> {
  const there = drawn(all, level, digits)
  if (!there) return { members: 0, from, before: 0, rows: [] }
  const byId = new Map(there.worths.map((worth) => [worth.id, worth.contribution]))
  const before = there.curve.order.slice(0, from).reduce((sum, id) => sum + (byId.get(id) ?? 0), 0)
  return {
    members: there.worths.length,
    from,
    before: round(fromMinor(before, digits), 2),
    rows: there.at(from, from + count),
  }
}

function shaper(all: MarketMembers, digits: number): (worth: MemberWorth) => CurveMember {
  const names = new Map(
    [...all.members.values()].map((one) => [
      one.id,
      { name: one.name, contribution: one.worth?.contribution ?? 0 },
    ]),
  )
  return (worth) => {
    const member = all.members.get(worth.id)
    const tonnes = tonnesOf(worth.millilitres)
    return {
      id: worth.id,
      account: member?.code ?? '',
      name: member?.name ?? '',
      suppliers: worth.suppliers.map((id) => names.get(id)?.name ?? ''),
      litres: litresOf(worth.millilitres),
      contribution: round(fromMinor(worth.contribution, digits), 2),
      perTonne: tonnes > 0 ? round(fromMinor(worth.contribution / tonnes, digits), 2) : null,
      reasons: [...lossReasons(worth, names, (minor) => fromMinor(minor, digits))],
    }
  }
}

/** Null where nothing of the level is recorded in the three months a year ago: what is missing is no zero to grow from. */
export function moversAt(all: MarketMembers, level: MemberLevel, after: string): MarketPage['movers'] {
  const active = [...all.members.values()].filter((one) => one.level === level)
  if (active.length > 0 && active.every((one) => one.recentBefore === 0)) return null
  const found = moversOf(
    active.map((one) => ({ id: one.id, recent: one.recent, before: one.recentBefore })),
    MOVERS,
  )
  const shown = (moved: (typeof found.up)[number]): Moved => {
    const member = all.members.get(moved.id)
    return {
      id: moved.id,
      name: member?.name ?? '',
      suppliers: (member?.suppliers ?? []).map((id) => all.members.get(id)?.name ?? ''),
      tier: level,
      recentLitres: litresOf(moved.recent),
      beforeLitres: litresOf(moved.before),
      change: litresOf(moved.change),
    }
  }
  return {
    up: found.up.map(shown),
    down: found.down.map(shown),
    changeLitres: litresOf(found.change),
    after,
  }
}

function millilitresOf(those: readonly Member[]): number {
  return those.reduce((total, one) => total + one.ml, 0)
}
