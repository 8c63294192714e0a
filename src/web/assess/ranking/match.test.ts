import { describe, expect, it } from 'vitest'
import { fold, match, type Found } from './match.ts'

const row = {
  name: '湖湾华茂酒水',
  account: 'HW-0108',
  pinyin: 'hu wan hua mao jiu shui',
  initials: 'hwhmjs',
}
const find = (query: string) => match(fold(query.trim()), row)
const text = (found: Found | null) => found?.name.map(([from, to]) => row.name.slice(from, to))

describe('search in the ranking', () => {
  it('finds 汉字 and marks them', () => {
    expect(text(find('华茂'))).toEqual(['华茂'])
    expect(find('永盛')).toBeNull()
  })

  it('finds a code, whatever its case and width', () => {
    expect(find('hw-01')?.code).toEqual([[0, 5]])
    expect(find('ＨＷ－０１０８')?.code).toEqual([[0, 7]])
  })

  it('finds initials and marks the characters and the syllables', () => {
    const found = find('hmj')
    expect(text(found)).toEqual(['华茂酒'])
    expect(found?.pinyin).toEqual({ text: 'hu wan hua mao jiu shui', spans: [[7, 18]] })
  })

  it('finds pinyin, whole, begun or mixed with initials', () => {
    expect(text(find('huamao'))).toEqual(['华茂'])
    expect(text(find('hua mao'))).toEqual(['华茂'])
    expect(text(find('huam'))).toEqual(['华茂'])
    expect(text(find('hmaoj'))).toEqual(['华茂酒'])
    expect(text(find('hwan'))).toEqual(['湖湾'])
    expect(find('amao')).toBeNull()
    expect(find('jiush')?.name).toEqual([[4, 6]])
  })

  it('passes over Latin letters that the pinyin leaves out', () => {
    const mixed = { name: 'AB华茂', account: 'X1', pinyin: 'hua mao', initials: 'hm' }
    expect(match('mao', mixed)?.name).toEqual([[3, 4]])
  })

  it('still finds where the source has no blanks between syllables', () => {
    const joined = { ...row, pinyin: 'huwanhuamaojiushui' }
    expect(match('hmj', joined)?.name).toEqual([[2, 5]])
    expect(match('huamao', joined)?.pinyin?.spans).toEqual([[5, 11]])
  })

  it('an empty query finds all, and a Latin name is found by its letters', () => {
    expect(find('  ')).toEqual({ name: [], code: [], pinyin: null })
    const iowa = { name: 'Hy-Vee #3', account: '2633', pinyin: '', initials: '' }
    expect(match('vee', iowa)?.name).toEqual([[3, 6]])
    expect(match('zz', iowa)).toBeNull()
  })
})
