import { expect, it } from 'vitest'
import { readKept } from './kept-session.ts'

const DAY_MS = 24 * 3_600_000
const kept = (at: number) => JSON.stringify({ session: { person: { id: 'p1' } }, at })

it('who was here is known for a week, and no longer', () => {
  expect(readKept(kept(0), 6 * DAY_MS)).toEqual({ person: { id: 'p1' } })
  expect(readKept(kept(0), 7 * DAY_MS)).toBe(null)
})

it('what is not a session is nobody', () => {
  for (const text of [null, '', 'null', '7', '{}', '{"at":0}', '{"session":null,"at":0}'])
    expect(readKept(text, 1)).toBe(null)
})
