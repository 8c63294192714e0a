import { describe, expect, it } from 'vitest'
import { codeKey } from './code.ts'
import { nextCode, readCode, readName } from './naming.ts'

const codeOf = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code

describe('names and codes', () => {
  it('keeps what is one, and refuses none and 200 characters', () => {
    expect(readName('  湖湾  老码头酒行（总店） ')).toEqual({ ok: true, value: '湖湾 老码头酒行（总店）' })
    expect(codeOf(readName('  '))).toBe('name/empty')
    expect(codeOf(readName('酒'.repeat(200)))).toBe('name/too-long')
    expect(readName('酒'.repeat(80)).ok).toBe(true)
    expect(readCode(' ＨＷ-０１０８ ')).toEqual({ ok: true, value: 'HW-0108' })
    expect(codeOf(readCode(''))).toBe('code/empty')
    expect(codeOf(readCode('1'.repeat(41)))).toBe('code/too-long')
  })

  it('offers the number after the highest of the same stem', () => {
    const taken = new Set(['hw-0102', 'hw-0108', 'hw-0130', 'hw-x', 'gk-0999'])
    expect(nextCode('HW-0108', taken, codeKey)).toBe('HW-0131')
    expect(nextCode('0412', new Set(['0412', '0999']), codeKey)).toBe('1000')
    expect(nextCode('永盛', new Set(['永盛', '永盛-2']), codeKey)).toBe('永盛-3')
  })
})
