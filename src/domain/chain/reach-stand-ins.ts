import { addDays, dayNumber, isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { rolesOn, type RoleRow } from './reach.ts'

/** A colleague acts with the roles of another: from a day (inclusive) to a day (exclusive), of the company's time zone. */
export type StandIn = {
  readonly personId: string
  readonly forPersonId: string
  readonly validFrom: Day
  readonly validTo: Day
}

type PersonsRow = RoleRow & { readonly personId: string }

/** Nobody is away for longer: after that it is a role of one's own. */
export const longestStandIn = 366

export function standsInOn(one: Pick<StandIn, 'validFrom' | 'validTo'>, day: Day): boolean {
  return one.validFrom <= day && day < one.validTo
}

/**
 * The roles by which a person acts on a day: their own, and those of whom they stand in for on that day, as lent. Lent roles are not
 * lent on: who stands in for somebody who stands in for a third gets nothing of the third. Who is `out` (suspended) lends nothing.
 */
export function actingRows(
  personId: string,
  rows: readonly PersonsRow[],
  standIns: readonly StandIn[],
  out: ReadonlySet<string>,
  day: Day,
): readonly RoleRow[] {
  const held = rolesOn(rows, day) as readonly PersonsRow[]
  const absent = new Set(
    standIns
      .filter((one) => one.personId === personId && standsInOn(one, day) && !out.has(one.forPersonId))
      .map(({ forPersonId }) => forPersonId),
  )
  absent.delete(personId)
  return [
    ...held.filter((row) => row.personId === personId),
    ...held.filter((row) => absent.has(row.personId)).map((row) => ({ ...row, lent: true as const })),
  ]
}

/**
 * A stand-in as it is asked for, its last day inclusive. Refused: for oneself; days that are none; an end before the beginning; a
 * beginning in the past (nobody acted yesterday with rights given today); longer than `longestStandIn`; the same two twice at one time.
 */
export function readStandIn(
  wish: {
    readonly personId: string
    readonly forPersonId: string
    readonly from: string
    readonly to: string
  },
  there: readonly StandIn[],
  today: Day,
): Result<
  StandIn,
  'stand-in/for-oneself' | 'stand-in/days' | 'stand-in/past' | 'stand-in/too-long' | 'stand-in/twice'
> {
  const { personId, forPersonId, from, to } = wish
  if (personId === forPersonId) return refuse('stand-in/for-oneself')
  if (!isDay(from) || !isDay(to) || to < from) return refuse('stand-in/days', { from, to })
  if (from < today) return refuse('stand-in/past', { today })
  if (dayNumber(to) - dayNumber(from) >= longestStandIn)
    return refuse('stand-in/too-long', { days: longestStandIn })
  const made = { personId, forPersonId, validFrom: from, validTo: addDays(to, 1) }
  const twice = there.find(
    (one) =>
      one.personId === personId &&
      one.forPersonId === forPersonId &&
      one.validFrom < made.validTo &&
      made.validFrom < one.validTo,
  )
  return twice
    ? refuse('stand-in/twice', { from: twice.validFrom, to: addDays(twice.validTo, -1) })
    : ok(made)
}
