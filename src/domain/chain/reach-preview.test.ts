import { describe, expect, it } from 'vitest'
import { bothMay, mayPreview } from './reach-preview.ts'
import type { Grants } from './reach.ts'

const grants = (...of: [Parameters<Grants['get']>[0], '*' | readonly string[]][]): Grants => new Map(of)

describe('seeing as somebody else', () => {
  it('is for who holds all that the other holds, and where', () => {
    const mine = grants(['ranking.read', '*'], ['account.read', ['a', 'b']])
    expect(mayPreview(mine, grants(['account.read', ['a']], ['ranking.read', ['z']])).ok).toBe(true)
    expect(mayPreview(mine, grants()).ok).toBe(true)
    expect(mayPreview(mine, grants(['account.read', '*']))).toMatchObject({
      problem: { code: 'person/no-right', facts: { right: 'account.read' } },
    })
    expect(mayPreview(mine, grants(['audit.read', ['a']]))).toMatchObject({
      problem: { facts: { right: 'audit.read', roles: 'admin, hq, finance' } },
    })
  })

  it('gives what both hold, in the places of both', () => {
    const mine = grants(['ranking.read', ['a', 'b']], ['audit.read', '*'])
    const theirs = grants(['ranking.read', ['b', 'c']], ['audit.read', ['c']], ['people.read', ['a']])
    expect(bothMay(mine, theirs)).toEqual(grants(['ranking.read', ['b']], ['audit.read', ['c']]))
    expect(bothMay(grants(['ranking.read', ['a']]), grants(['ranking.read', '*']))).toEqual(
      grants(['ranking.read', ['a']]),
    )
    expect(bothMay(grants(['ranking.read', ['a']]), grants(['ranking.read', ['b']]))).toEqual(grants())
  })
})
