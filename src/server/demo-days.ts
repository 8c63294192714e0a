import type { Caller, Right } from '../domain/chain/reach.ts'
import type { Day } from '../domain/day.ts'
import { Refused, type Result } from '../domain/problem.ts'
import type { Deps } from './db/deps.ts'
import type { DemoYear } from './demo/parts.ts'
import type { Won } from './demo/won.ts'

export const TIME_ZONE = 'Asia/Shanghai'

export type Act = (at: Deps) => Promise<void>

/** The year as those see it who live it: acts are done in the order of their days, by the clock of their day. */
export type Year = DemoYear & {
  /** Does something on a day; what lies after today does not come about. */
  readonly on: (day: Day, act: Act) => void
  /** A person as who acts. */
  readonly as: (email: string, right: Right) => Promise<Caller>
  /** From now on it buys: its lines come in with those of the month. */
  readonly buys: (won: Won & { readonly id: string; readonly market: string }) => void
}

/** Nobody here does what is refused: a refusal is a bug of the demo. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.problem.code, result.problem.facts)
  return result.value
}
