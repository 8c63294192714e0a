import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../day.ts'
import {
  cadenceWrong,
  dateMeant,
  datesOf,
  fixedDates,
  plansOf,
  weekdayOf,
  type Cadence,
  type Said,
} from './visit-dates.ts'

const WORKDAYS = [1, 2, 3, 4, 5]
const weekly: Cadence = { from: '2026-01-05', everyDays: 7, weekdays: WORKDAYS }
const january = { from: '2026-01-01', to: '2026-01-31' }

describe('fixed dates (article 2.6)', () => {
  it('come every so many days from the first, moved to the next day that is allowed', () => {
    expect([weekdayOf('2026-01-05'), weekdayOf('2026-01-11'), weekdayOf('1969-12-31')]).toEqual([1, 7, 3])
    expect(datesOf(weekly, january)).toEqual(['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'])
    // Every ten days from Monday 5: Thursday 15, and Sunday 25, which becomes Monday 26.
    expect(datesOf({ ...weekly, everyDays: 10 }, january)).toEqual(['2026-01-05', '2026-01-15', '2026-01-26'])
    expect(datesOf({ ...weekly, everyDays: null }, january)).toEqual([])
  })

  it('a later cadence counts from its day on; what held before it stays', () => {
    const later = { ...weekly, from: '2026-01-20', everyDays: 14, weekdays: [2] }
    const plannedDays = (all: readonly Cadence[]) => fixedDates(all, january).map(({ day }) => day)
    expect(plannedDays([weekly, later])).toEqual(['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-20'])
    const stopped = { ...weekly, from: '2026-01-12', everyDays: null }
    expect(plannedDays([weekly, stopped])).toEqual(['2026-01-05'])
    // Set again from the old day, as an undo does: as if nothing had been.
    expect(plannedDays([weekly, stopped, weekly])).toEqual(datesOf(weekly, january))
  })

  it('stand until somebody says something of them; gone by they are overdue until the next has come, then missed', () => {
    const visits = [
      { day: '2026-01-06', standsFor: '2026-01-05', state: 'done' as const },
      { day: '2026-01-21', standsFor: '2026-01-19', state: 'planned' as const },
      { day: '2026-01-23', standsFor: null, state: 'planned' as const },
    ]
    const told = (today: string, said: readonly Said[] = visits) =>
      plansOf([weekly], said, { ...january, today }).map(({ day, state }) => `${day.slice(8)} ${state}`)
    expect(told('2026-01-18')).toEqual(['06 done', '12 overdue', '21 planned', '23 planned', '26 planned'])
    expect(told('2026-01-23')).toEqual(['06 done', '12 missed', '21 overdue', '23 due', '26 planned'])
    expect(told('2026-01-26')).toEqual(['06 done', '12 missed', '21 missed', '23 missed', '26 due'])
    // Somebody was there since: what was planned before that is not waited for any more.
    const since = { day: '2026-01-24', standsFor: null, state: 'done' as const }
    expect(told('2026-01-25', [...visits, since])[3]).toBe('23 missed')
    const sameDay = { ...since, day: '2026-01-23' }
    expect(told('2026-01-24', [...visits, sameDay]).slice(3)).toEqual(['23 missed', '23 done', '26 planned'])
    expect(told('2026-01-01', []).every((one) => one.endsWith('planned'))).toBe(true)
  })

  it('what is overdue is told though it lies before the days asked for', () => {
    const slow = { ...weekly, everyDays: 60 }
    const february = { from: '2026-02-20', to: '2026-02-28', today: '2026-02-20' }
    expect(plansOf([slow], [], february).map(({ day, state }) => [day, state])).toEqual([
      ['2026-01-05', 'overdue'],
    ])
    expect(plansOf([], [{ day: '2025-12-01', standsFor: null, state: 'done' }], february)).toEqual([])
  })

  it('a visit of which nobody said what it was for was for the nearest date, if that waits and is not far', () => {
    const slow = { ...weekly, everyDays: 14 }
    expect(dateMeant([slow], [], '2026-01-12')).toBe('2026-01-05')
    expect(dateMeant([slow], [], '2026-01-13')).toBe('2026-01-19')
    expect(dateMeant([slow], [{ standsFor: '2026-01-19' }], '2026-01-18')).toBeNull()
    expect([dateMeant([slow], [], '2025-12-29'), dateMeant([slow], [], '2025-12-28')]).toEqual([
      '2026-01-05',
      null,
    ])
    expect(dateMeant([], [], '2026-01-12')).toBeNull()
  })

  it('any cadence: only days allowed, never before its first day, no gap above the days and a week', () => {
    const cadence = fc.record({
      from: fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n)),
      everyDays: fc.integer({ min: 1, max: 180 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    })
    fc.assert(
      fc.property(cadence, fc.integer({ min: 0, max: 900 }), (one, ahead) => {
        const from = addDays(one.from, ahead)
        const to = addDays(from, 400)
        const dates = datesOf(one, { from, to })
        expect(dates).toEqual(dates.toSorted())
        expect(dates.every((day) => one.weekdays.includes(weekdayOf(day)) && day >= one.from)).toBe(true)
        dates.slice(1).forEach((day, at) => {
          expect(daysBetween(dates[at] ?? day, day)).toBeLessThanOrEqual(one.everyDays + 6)
        })
        // The window cuts; it does not change what lies in it.
        const whole = datesOf(one, { from: one.from, to })
        expect(dates).toEqual(whole.filter((day) => day >= from))
      }),
    )
  })

  it('anything said: each fixed date is told once, by itself or by what takes its place', () => {
    const fixed = fixedDates([weekly], { from: '2026-01-05', to: '2026-03-01' }).map(({ day }) => day)
    const said = fc.record({
      at: fc.uniqueArray(fc.nat(fixed.length - 1), { maxLength: 8 }),
      later: fc.nat(6),
      state: fc.constantFrom('planned' as const, 'done' as const, 'missed' as const),
    })
    fc.assert(
      fc.property(said, fc.nat(60), ({ at, later, state }, ahead) => {
        const visits = at.map((n) => {
          const standsFor = fixed[n] ?? ''
          return { standsFor, day: addDays(standsFor, later), state }
        })
        const days = { from: '2026-01-05', to: '2026-03-07', today: addDays('2026-01-05', ahead) }
        const plans = plansOf([weekly], visits, days)
        expect(plans.map((one) => one.fixed).toSorted()).toEqual([...fixed, '2026-03-02'].toSorted())
        expect(plans.filter((one) => one.state === 'overdue').length).toBeLessThanOrEqual(1 + later)
      }),
    )
  })

  it('what cannot be a cadence is told', () => {
    expect(cadenceWrong(weekly)).toBeNull()
    expect(cadenceWrong({ everyDays: null, weekdays: [1] })).toBeNull()
    for (const everyDays of [0, 181, 1.5, Number.NaN])
      expect(cadenceWrong({ everyDays, weekdays: [1] })).toBe('days')
    for (const weekdays of [[], [0], [8], [1, 1], [1.5]])
      expect(cadenceWrong({ everyDays: 7, weekdays })).toBe('weekdays')
  })
})
