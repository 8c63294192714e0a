import type { Caller } from '../domain/chain/reach.ts'
import { addMonths, monthStart, type Day } from '../domain/day.ts'
import type { Deps } from './db/deps.ts'
import { waitForLedger } from './db/ledger-lock.ts'
import { inScope } from './db/transaction.ts'
import { agreementsOfYear } from './demo-agreements.ts'
import { claimsOfYear } from './demo-claims.ts'
import { done, type Act, type Year } from './demo-days.ts'
import { policiesOfYear } from './demo-promises.ts'
import { prospectsOfYear } from './demo-prospects.ts'
import { linesOf } from './demo/lines.ts'
import type { DemoLine, DemoYear } from './demo/parts.ts'
import { dealingsOfWon } from './demo/won.ts'
import { accrue } from './develop/accrue.ts'
import { callerAs } from './people/identify.ts'

/** Each month's lines come in on the first day of the next, the last ones today, and the month is assessed. */
export async function liveThrough(
  deps: Deps,
  given: DemoYear,
  onDay: (done: number) => void,
): Promise<{ readonly movements: number }> {
  const { today, later, places } = given
  const acts: { day: Day; act: Act }[] = []
  const callers = new Map<string, Caller>()
  const accounts = new Map(places.account)
  const bought: { readonly month: string; readonly lines: Iterable<DemoLine> }[] = []
  const on: Year['on'] = (day, act) => {
    if (day > today) return
    const after = acts.findLastIndex((one) => one.day <= day)
    acts.splice(after + 1, 0, { day, act })
  }
  const year: Year = {
    ...given,
    on,
    as: async (email, right) => {
      const key = `${email} ${right}`
      const known = callers.get(key) ?? done(await callerAs(deps, email, right))
      callers.set(key, known)
      return known
    },
    buys: ({ id, market, ...won }) => {
      accounts.set(won.code, { id, market })
      const lines = [
        ...linesOf(given.world, { ...places, account: accounts }, dealingsOfWon(given.world, won)),
      ]
      for (const month of new Set(lines.map(({ day }) => day.slice(0, 7))))
        bought.push({ month, lines: lines.filter(({ day }) => day.startsWith(month)) })
    },
  }
  const months = [...later.keys()].toSorted()
  let movements = 0
  for (const [at, month] of months.entries()) {
    const next = addMonths(monthStart(`${month}-01`), 1)
    on(next < today ? next : today, async (then) => {
      const also = bought.filter((one) => one.month === month).flatMap(({ lines }) => [...lines])
      movements += await comeIn(then, year, [...(later.get(month) ?? []), ...also])
      done(await given.assess(then))
      onDay((at + 1) / months.length)
    })
  }
  for (const begin of [policiesOfYear, prospectsOfYear, agreementsOfYear, claimsOfYear]) begin(year)
  const clock = clockOf(deps)
  for (let at = 0; at < acts.length; at += 1) {
    const { day, act } = acts[at] as (typeof acts)[number]
    await act({ ...deps, now: clock(day) })
  }
  return { movements }
}

/** Ten past nine in the morning where the company is, three minutes later for each act; today never after now. */
function clockOf({ now }: Deps): (day: Day) => () => Date {
  let last = ''
  let acts = 0
  return (day) => {
    acts = day === last ? acts + 1 : 0
    last = day
    const moment = new Date(Date.parse(`${day}T01:10:00.000Z`) + acts * 180_000)
    const at = moment < now() ? moment : now()
    return () => at
  }
}

/** Lines come in as an import brings them: into the ledger, and to what policies owe for them. */
async function comeIn(deps: Deps, { post }: DemoYear, lines: Iterable<DemoLine>): Promise<number> {
  const at = deps.now()
  return inScope(deps.db, '*', async (tx) => {
    await waitForLedger(tx)
    const batch = deps.newId()
    const movements = await post(tx, batch, at, lines)
    await accrue(tx, deps, { batch, at })
    return movements
  })
}
