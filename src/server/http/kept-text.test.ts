import { describe, expect, it } from 'vitest'
import { unkeptIn } from './kept-text.ts'

describe('text that the database cannot keep', () => {
  it('is found wherever it stands, in names too', () => {
    expect(unkeptIn({ a: [{ b: 'x' }, { b: 'x\0' }] })).toBe('a.1.b')
    expect(unkeptIn({ a: { 'b\0': 1 } })).toBe('a')
    expect(unkeptIn('\0')).toBe('')
    expect(unkeptIn({ name: 'x\uD83D' })).toBe('name')
    expect(unkeptIn({ name: '\uDE00x' })).toBe('name')
  })

  it('is not what is only strange', () => {
    expect(unkeptIn({ a: '😀 永盛 \u202E \u0007', b: [1, null, true, undefined], '👍': '' })).toBeNull()
  })

  it('is looked for however deep an input is', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}"\\u0000"${']'.repeat(5_000)}`) as unknown
    expect(unkeptIn(deep)).toMatch(/^0\.0/)
  })
})
