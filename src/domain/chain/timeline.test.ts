import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../day.ts'
import {
  addSpan,
  correctSpan,
  removeSpan,
  spanOn,
  tidy,
  withoutHoles,
  type Span,
  type Timeline,
} from './timeline.ts'

const always = '1970-01-01'
const list: Timeline<number> = [{ from: always, to: null, value: 4200 }]

function given(result: ReturnType<typeof addSpan<number>>): Timeline<number> {
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

describe('periods of a product', () => {
  it('splits the one that a campaign lies within', () => {
    // 42.00 a case; 39.00 from 1 Oct until 1 Nov; 42.00 again from 1 Nov.
    expect(given(addSpan(list, { from: '2026-10-01', to: '2026-11-01', value: 3900 }))).toEqual([
      { from: always, to: '2026-10-01', value: 4200 },
      { from: '2026-10-01', to: '2026-11-01', value: 3900 },
      { from: '2026-11-01', to: null, value: 4200 },
    ])
  })

  it('without an end lasts until the next begins', () => {
    const later = given(addSpan(list, { from: '2027-01-01', to: null, value: 4500 }))
    const both = given(addSpan(later, { from: '2026-12-01', to: null, value: 4300 }))
    expect(both.map(({ from, to }) => [from, to])).toEqual([
      [always, '2026-12-01'],
      ['2026-12-01', '2027-01-01'],
      ['2027-01-01', null],
    ])
  })

  it('refuses an end before the beginning, an overlap, a day that is none', () => {
    const code = (result: ReturnType<typeof addSpan<number>>) => (result.ok ? 'ok' : result.problem.code)
    expect(code(addSpan(list, { from: '2026-10-01', to: '2026-09-01', value: 1 }))).toBe('period/ends-before')
    expect(code(addSpan(list, { from: '2026-10-01', to: '2026-10-01', value: 1 }))).toBe('period/ends-before')
    expect(code(addSpan(list, { from: '2026-02-30', to: null, value: 1 }))).toBe('period/day-invalid')
    const two = given(addSpan(list, { from: '2026-10-01', to: null, value: 3900 }))
    expect(code(correctSpan(two, '2026-10-01', { from: '2026-09-01', to: null, value: 1 }))).toBe(
      'period/overlap',
    )
    expect(code(correctSpan(two, '2026-10-02', { from: '2026-11-01', to: null, value: 1 }))).toBe(
      'period/missing',
    )
    expect(code(removeSpan(two, '2026-10-02'))).toBe('period/missing')
  })

  it('takes a period out, and the one before lasts on', () => {
    const two = given(addSpan(list, { from: '2026-10-01', to: null, value: 3900 }))
    expect(given(removeSpan(two, '2026-10-01'))).toEqual(list)
  })

  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  const span: fc.Arbitrary<Span<number>> = fc
    .tuple(day, fc.option(fc.integer({ min: 1, max: 200 })), fc.integer({ min: 0, max: 9 }))
    .map(([from, days, value]) => ({ from, to: days === null ? null : addDays(from, days), value }))

  it('never overlaps, whatever is added; and each day says what was said of it last', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), day, (spans, probe) => {
        let line: Timeline<number> = []
        let expected: number | undefined
        for (const one of spans) {
          const next = line.find(({ from }) => from > one.from)
          const to = one.to ?? next?.from ?? '9999-12-31'
          line = given(addSpan(line, one))
          if (one.from <= probe && probe < to) expected = one.value
          for (const [at, { from, to: until }] of line.entries()) {
            expect(until === null || from < until).toBe(true)
            expect((until ?? '9999-12-31') <= (line[at + 1]?.from ?? '9999-12-31')).toBe(true)
          }
        }
        expect(spanOn(line, probe)?.value).toBe(expected)
      }),
    )
  })

  it('tidied twice is tidied once', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        expect(tidy(tidy(spans))).toEqual(tidy(spans))
      }),
    )
  })

  it('refuses holes where none may be: at the beginning, between two, and at the end', () => {
    const hole = (spans: Timeline<number>) => {
      const result = withoutHoles(spans, always)
      return result.ok ? 'none' : result.problem.facts
    }
    expect(hole(list)).toBe('none')
    expect(hole([{ from: '2026-01-01', to: null, value: 1 }])).toEqual({ from: always, to: '2026-01-01' })
    expect(hole([{ from: always, to: '2026-01-01', value: 1 }])).toEqual({ from: '2026-01-01' })
    expect(
      hole([
        { from: always, to: '2026-01-01', value: 1 },
        { from: '2026-02-01', to: null, value: 2 },
      ]),
    ).toEqual({ from: '2026-01-01', to: '2026-02-01' })
  })

  it('an added period never leaves a hole in a line that had none', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        let line = list
        for (const one of spans) line = given(addSpan(line, one))
        expect(withoutHoles(line, always).ok).toBe(true)
      }),
    )
  })
})
