import { isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'

/** An account came from one market to another and belongs there from a day on, that day included. */
export type Move = { readonly from: string; readonly to: string; readonly day: Day }

/** Of each account that ever moved its moves, in the order of their days. */
export type Moves = ReadonlyMap<string, readonly Move[]>

/** In which market an account was on a day: where its last move until then brought it, before the first where that one began. */
export function homeOn(moves: readonly Move[], day: Day): string | undefined {
  return moves.findLast((move) => move.day <= day)?.to ?? moves[0]?.from
}

/**
 * May an account move on a day? Refused: no day or one that is still to come, the market where it is, a day on which it had not yet come
 * to where it is (that stay would end before it began).
 */
export function mayMove(
  moves: readonly Move[],
  wanted: Move,
  today: Day,
): Result<Move, 'period/day-invalid' | 'period/day-ahead' | 'account/moves-nowhere' | 'period/ends-before'> {
  const { day } = wanted
  if (!isDay(day)) return refuse('period/day-invalid', { day })
  if (day > today) return refuse('period/day-ahead', { day })
  if (wanted.from === wanted.to) return refuse('account/moves-nowhere')
  const last = moves.at(-1)
  return last && day <= last.day ? refuse('period/ends-before', { from: last.day, to: day }) : ok(wanted)
}
