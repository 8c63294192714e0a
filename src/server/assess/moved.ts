import { homeOn, type Move, type Moves } from '../../domain/chain/account-move.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'

/**
 * Whose rows are read: all of some markets, and of the accounts that moved to one of them what they left behind elsewhere. An account is
 * listed where it was on the day asked, with the whole of its history, and nowhere else: so nothing is counted twice.
 */
export type Whom = {
  readonly markets: readonly string[]
  readonly from: { readonly markets: readonly string[]; readonly accounts: readonly string[] }
}

const through = (steps: readonly Move[]) => steps.flatMap(({ from, to }) => [from, to])

export function whomOn(moves: Moves, markets: readonly string[], day: Day): Whom {
  const own = new Set(markets)
  const came = [...moves].filter(([, steps]) => own.has(homeOn(steps, day) ?? ''))
  const left = new Set(came.flatMap(([, steps]) => through(steps)).filter((market) => !own.has(market)))
  return { markets, from: { markets: [...left], accounts: came.map(([id]) => id) } }
}

/** One market on a day: its rows without those of accounts that were elsewhere, and what the ones that came left behind. */
export type Here = Whom & { readonly away: readonly string[] }

export function hereOn(moves: Moves, market: string, day: Day): Here {
  return { ...whomOn(moves, [market], day), away: [...(awayOn(moves, day).get(market) ?? [])] }
}

/** By market the accounts that have a row there and were somewhere else on the day. */
export function awayOn(moves: Moves, day: Day): ReadonlyMap<string, ReadonlySet<string>> {
  const away = new Map<string, Set<string>>()
  for (const [id, steps] of moves) {
    const home = homeOn(steps, day)
    for (const market of through(steps))
      if (market !== home) away.set(market, (away.get(market) ?? new Set()).add(id))
  }
  return away
}

export type Links = ReadonlyMap<string, readonly string[]>

/** To each market those in which its accounts have been too: what is written there may change what is told here. */
export function linksOf(moves: Moves): Links {
  const links = new Map<string, Set<string>>()
  for (const steps of moves.values()) {
    const all = through(steps)
    for (const market of all) links.set(market, new Set([...(links.get(market) ?? []), ...all]))
  }
  return new Map(
    [...links].map(([market, all]) => [market, [...all].filter((one) => one !== market).toSorted()]),
  )
}

/** A scope in which the figures of markets can be reckoned: of accounts that moved there, rows elsewhere are read too. */
export function seeing(links: Links, scope: Scope, markets: readonly string[]): Scope {
  if (scope === '*') return scope
  return [...new Set([...scope, ...markets.flatMap((market) => links.get(market) ?? [])])]
}
