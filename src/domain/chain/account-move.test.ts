import { describe, expect, it } from 'vitest'
import { homeOn, mayMove, type Move } from './account-move.ts'

const there: readonly Move[] = [
  { from: 'river', to: 'hill', day: '2025-07-01' },
  { from: 'hill', to: 'river', day: '2025-10-01' },
]

describe('an account that moves', () => {
  it('is in its old market until the day, in the new one from the day on, and may come back', () => {
    const home = ['2024-01-01', '2025-06-30', '2025-07-01', '2025-09-30', '2025-10-01'].map((day) =>
      homeOn(there, day),
    )
    expect(home).toEqual(['river', 'river', 'hill', 'hill', 'river'])
    expect(homeOn([], '2025-07-01')).toBeUndefined()
  })

  it('goes to another market, on a day that has come, after the day it came to where it is', () => {
    const move = (day: string, to = 'hill', before = there) =>
      mayMove(before, { from: 'river', to, day }, '2025-12-31')
    const code = (result: ReturnType<typeof move>) => (result.ok ? 'ok' : result.problem.code)
    expect(code(move('2025-10-02'))).toBe('ok')
    expect(code(move('2025-12-31', 'hill', []))).toBe('ok')
    expect(code(move('2025-10-01'))).toBe('period/ends-before')
    expect(code(move('2025-02-30'))).toBe('period/day-invalid')
    expect(code(move('2026-01-01'))).toBe('period/day-ahead')
    expect(code(move('2025-11-01', 'river'))).toBe('account/moves-nowhere')
  })
})
