import { ok, refuse, type Result } from '../problem.ts'
import { isDay, type Day } from '../day.ts'

/** What holds from a day (inclusive) until a day (exclusive); null: until further notice. */
export type Span<V> = { readonly from: Day; readonly to: Day | null; readonly value: V }
export type Timeline<V> = readonly Span<V>[]

type SpanProblem = 'period/ends-before' | 'period/overlap' | 'period/missing' | 'period/day-invalid'

const END: Day = '9999-12-31'

function end(span: { readonly to: Day | null }): Day {
  return span.to ?? END
}

function checked(from: Day, to: Day | null): Result<true, 'period/ends-before' | 'period/day-invalid'> {
  if (!isDay(from)) return refuse('period/day-invalid', { day: from })
  if (to !== null && !isDay(to)) return refuse('period/day-invalid', { day: to })
  return to !== null && to <= from ? refuse('period/ends-before', { from, to }) : ok(true)
}

/**
 * In order of their beginning and without overlap: of two periods that held at once, as files may have brought them, the later
 * beginning ends the earlier one.
 */
export function tidy<V>(spans: Timeline<V>): Timeline<V> {
  const sorted = spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return sorted.flatMap((span, at) => {
    const next = sorted[at + 1]
    if (next === undefined || end(span) <= next.from) return [span]
    return next.from > span.from ? [{ ...span, to: next.from }] : []
  })
}

/** What holds on a day; undefined: nothing does. */
export function spanOn<V>(spans: Timeline<V>, day: Day): Span<V> | undefined {
  return spans.find((span) => span.from <= day && day < end(span))
}

/**
 * A new period takes its days from whatever held there: a period that it lies within is split, and goes on after it. Without an end
 * it lasts until the next period begins, so that what was decided for later stays. Refused: an end before the beginning.
 */
export function addSpan<V>(spans: Timeline<V>, wanted: Span<V>): Result<Timeline<V>, SpanProblem> {
  const sound = checked(wanted.from, wanted.to)
  if (!sound.ok) return sound
  const tidied = tidy(spans)
  const next = tidied.find((span) => span.from > wanted.from)
  const fresh: Span<V> = { ...wanted, to: wanted.to ?? next?.from ?? null }
  const rest = tidied.flatMap((span) => {
    const before = span.from < fresh.from ? [{ ...span, to: least(end(span), fresh.from) }] : []
    const after =
      fresh.to !== null && end(span) > fresh.to ? [{ ...span, from: most(span.from, fresh.to) }] : []
    return [...before, ...after]
  })
  return ok(tidy([...rest, fresh]))
}

/** A period said wrongly: other days or another value. Refused where its new days are another period's. */
export function correctSpan<V>(
  spans: Timeline<V>,
  began: Day,
  wanted: Span<V>,
): Result<Timeline<V>, SpanProblem> {
  const sound = checked(wanted.from, wanted.to)
  if (!sound.ok) return sound
  const tidied = tidy(spans)
  const old = tidied.find((span) => span.from === began)
  if (!old) return refuse('period/missing', { day: began })
  const others = tidied.filter((span) => span !== old)
  const met = others.find((span) => span.from < end(wanted) && wanted.from < end(span))
  if (met) return refuse('period/overlap', { from: met.from, to: met.to ?? '' })
  return ok(tidy([...others, wanted]))
}

/** A period that was never true: the one before it lasts on, where it ended just there. */
export function removeSpan<V>(spans: Timeline<V>, began: Day): Result<Timeline<V>, SpanProblem> {
  const tidied = tidy(spans)
  const at = tidied.findIndex((span) => span.from === began)
  const old = tidied[at]
  if (!old) return refuse('period/missing', { day: began })
  return ok(
    tidied.flatMap((span, index) => {
      if (index === at) return []
      return index === at - 1 && span.to === old.from ? [{ ...span, to: old.to }] : [span]
    }),
  )
}

/**
 * Periods that must leave no day out, as a product's sizes and costs: refused with the days of the first hole. `since`: when they began
 * before, which is where they must still begin.
 */
export function withoutHoles<V>(
  spans: Timeline<V>,
  since: Day | undefined,
): Result<Timeline<V>, 'period/hole'> {
  let covered = since
  for (const { from, to } of spans) {
    if (covered !== undefined && from > covered) return refuse('period/hole', { from: covered, to: from })
    covered = to ?? END
  }
  return covered === END || covered === undefined ? ok(spans) : refuse('period/hole', { from: covered })
}

function least(a: Day, b: Day): Day {
  return a < b ? a : b
}

function most(a: Day, b: Day): Day {
  return a > b ? a : b
}
