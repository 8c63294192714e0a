import { expect, it } from 'vitest'
import { lastDayAhead } from './ahead.ts'

it.each([
  // The running quarter's end is further than 31 days: Q4 as a column, read on its first day.
  ['2026-10-01', '2026-12-31'],
  // 26 November + 31 days is 27 December; the quarter ends on the 31st.
  ['2026-11-26', '2026-12-31'],
  // 20 December + 31 days, over the end of the year.
  ['2026-12-20', '2027-01-20'],
  ['2026-03-31', '2026-05-01'],
  // A leap February: 1 February + 31 days is 3 March, the quarter ends later.
  ['2028-02-01', '2028-03-31'],
])('on %s a movement may be dated up to %s', (today, last) => {
  expect(lastDayAhead(today)).toBe(last)
})
