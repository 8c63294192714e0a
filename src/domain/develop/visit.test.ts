import { describe, expect, it } from 'vitest'
import { addDays } from '../day.ts'
import { DAYS_AHEAD, DAYS_BACK, MOST_WORDS, readVisit, type VisitSaid } from './visit.ts'

const today = '2026-01-05'
const done: VisitSaid = {
  state: 'done',
  day: today,
  aim: 'order',
  met: true,
  seen: ['display', 'on_shelf', 'display'],
  cases: 12,
  words: ' 周三送货 ',
}
const codeOf = (said: Partial<VisitSaid>) => {
  const read = readVisit({ ...done, ...said }, today)
  return read.ok ? 'ok' : read.problem.code
}

describe('what is said of a visit', () => {
  it('done: what was seen, once each in the order of the list; nothing said of the aim is not met', () => {
    expect(readVisit(done, today)).toEqual({
      ok: true,
      value: { ...done, words: '周三送货', seen: ['on_shelf', 'display'] },
    })
    expect(readVisit({ ...done, met: null }, today)).toMatchObject({ value: { met: false } })
  })

  it('planned or missed: nothing was met or seen', () => {
    for (const state of ['planned', 'missed'] as const)
      expect(readVisit({ ...done, state }, today)).toMatchObject({
        value: { state, met: null, seen: [], cases: null },
      })
  })

  it('each lies where it can', () => {
    const at = (state: VisitSaid['state'], days: number) => codeOf({ state, day: addDays(today, days) })
    expect([at('planned', 0), at('planned', DAYS_AHEAD)]).toEqual(['ok', 'ok'])
    expect([at('done', 0), at('done', -DAYS_BACK)]).toEqual(['ok', 'ok'])
    expect([at('missed', -DAYS_AHEAD), at('missed', DAYS_AHEAD)]).toEqual(['ok', 'ok'])
    for (const [state, days] of [
      ['planned', -1],
      ['planned', DAYS_AHEAD + 1],
      ['done', 1],
      ['done', -DAYS_BACK - 1],
      ['missed', -DAYS_AHEAD - 1],
      ['missed', DAYS_AHEAD + 1],
    ] as const)
      expect(at(state, days)).toBe('visit/day-outside')
    expect(codeOf({ day: '2026-02-30' })).toBe('visit/day-outside')
  })

  it('cases are whole, words few', () => {
    for (const cases of [-1, 0.5, 1e6 + 1, Number.NaN]) expect(codeOf({ cases })).toBe('visit/cases-invalid')
    for (const cases of [0, 1e6, null]) expect(codeOf({ cases })).toBe('ok')
    expect([
      codeOf({ words: '好'.repeat(MOST_WORDS) }),
      codeOf({ words: '好'.repeat(MOST_WORDS + 1) }),
    ]).toEqual(['ok', 'visit/words-long'])
  })
})
