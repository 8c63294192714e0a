import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { named, requirements, states } from './asvs.ts'

describe('the list of security requirements', () => {
  const rows = requirements()

  it('has the 210 of levels 1 and 2 without tokens, OAuth and WebRTC, each once and in order', () => {
    const order = rows.map(({ id }) => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0))
    expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b))
    expect([rows.length, rows.filter(({ level }) => level === 1).length]).toEqual([210, 61])
  })

  it('names tests by words that stand in their files', () => {
    const missing = rows.flatMap(({ id, tests }) =>
      tests.map(named).flatMap(({ file, words }) => {
        const text = readFileSync(file, 'utf8')
        // Of a test that is made for each of many, the beginning stands there alone.
        const there = words
          .split(' › ')
          .every((one) => text.includes(one) || text.includes(one.split(/[:/]| is /)[0] ?? one))
        return there ? [] : [`${id}: ${words}`]
      }),
    )
    expect(missing).toEqual([])
  })

  it('has tests in files that are there for what is tested, and a reason for all else', () => {
    const right = rows.filter(({ state, tests, note }) =>
      state === 'tested'
        ? tests.length > 0 && tests.map(named).every(({ file, words }) => existsSync(file) && words !== '')
        : states.some((one) => one === state) && tests.length === 0 && note !== '',
    )
    expect(right.length).toBe(rows.length)
  })
})
