import { describe, expect, it } from 'vitest'
import { best, fit } from './find.ts'
import { saidFrom, spelled } from './spelling.ts'

const of = (name: string, code = 'X1') => ({ name, code, ...spelled(name) })

describe('spelling', () => {
  it('says a name syllable by syllable', () => {
    expect(spelled('湖湾鑫源')).toEqual({ pinyin: 'hu wan xin yuan', initials: 'hwxy' })
    expect(spelled('Harbour Drinks')).toEqual({ pinyin: '', initials: '' })
  })
  it('is found from the beginning of a syllable, not from within one', () => {
    expect(saidFrom('hu wan xin yuan', 'xiny')).toBe(2)
    expect(saidFrom('hu wan xin yuan', 'huwan')).toBe(0)
    expect(saidFrom('hu wan xin yuan', 'an')).toBe(-1)
    expect(saidFrom('', 'an')).toBe(-1)
  })
})

describe('what is meant', () => {
  it('by name, code, pinyin, initials, and not by anything else', () => {
    expect(fit('湖湾', of('湖湾鑫源'))?.by).toBe('name')
    expect(fit('鑫源', of('湖湾鑫源'))?.by).toBe('name')
    expect(fit('湖湾 鑫', of('湖湾鑫源'))?.by).toBe('name')
    expect(fit('hwxy', of('湖湾鑫源'))?.by).toBe('initials')
    expect(fit('HW', of('湖湾鑫源'))?.by).toBe('initials')
    expect(fit('xin yuan', of('湖湾鑫源'))?.by).toBe('pinyin')
    expect(fit('hw-01', of('湖湾鑫源', 'HW-0102'))?.by).toBe('code')
    expect(fit('港口', of('湖湾鑫源'))).toBeNull()
    expect(fit('uan', of('湖湾鑫源'))).toBeNull()
    expect(fit(' ', of('湖湾鑫源'))).toBeNull()
  })
  it('the very code before a beginning, a beginning before the middle, wholesalers before outlets', () => {
    const all = [
      { ...of('老湖湾', 'A'), tier: 'wholesaler' as const },
      { ...of('湖湾超市', 'B'), tier: 'outlet' as const },
      { ...of('湖湾酒行', 'C'), tier: 'wholesaler' as const },
      { ...of('别的', '湖湾'), tier: 'outlet' as const },
    ]
    expect(best('湖湾', all, 9).map(({ code }) => code)).toEqual(['湖湾', 'C', 'B', 'A'])
  })
})
