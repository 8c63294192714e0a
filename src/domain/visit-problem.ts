/** What can be refused of visits and their fixed dates; part of the catalogue in `problem.ts`. */
export const visitProblems = {
  'visit/missing': 'missing',
  'visit/day-outside': 'invalid',
  'visit/words-long': 'invalid',
  'visit/cases-invalid': 'invalid',
  'visit/cadence-days': 'invalid',
  'visit/cadence-weekdays': 'invalid',
  'visit/no-such-date': 'invalid',
  'visit/answered': 'conflict',
  'visit/over': 'refused',
  'calendar/missing': 'missing',
} as const
