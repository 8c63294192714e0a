import { describe, expect, it } from 'vitest'
import { fold, match, matches, type Found } from './name-match.ts'
import { spelled } from './syllables.ts'

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

  it('passes over signs that have no sound', () => {
    const mixed = { name: '（华）茂', account: 'X1', pinyin: 'hua mao', initials: 'hm' }
    expect(match('mao', mixed)?.name).toEqual([[3, 4]])
  })

  it('cuts pinyin that was written without gaps', () => {
    const joined = { ...row, pinyin: 'huwanhuamaojiushui' }
    const get = (query: string) => match(query, joined)
    expect(get('hmj')?.name).toEqual([[2, 5]])
    expect(get('huamao')?.pinyin).toEqual({ text: 'hu wan hua mao jiu shui', spans: [[7, 14]] })
    expect(get('hmaoj')?.name).toEqual([[2, 5]])
    expect(get('amao')).toBeNull()
  })

  it('cuts where the initials say: 西安 is not 先', () => {
    expect(spelled('西安酒业', 'xianjiuye', 'xajy').syllables).toEqual(['xi', 'an', 'jiu', 'ye'])
    expect(spelled('先锋酒业', 'xianfengjiuye', 'xfjy').syllables).toEqual(['xian', 'feng', 'jiu', 'ye'])
    expect(spelled('东方红', 'dongfanghong', 'dfh').places).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
  })

  it('takes a run of letters as one piece', () => {
    const mixed = { name: 'KTV永盛（二店）', account: 'X2', pinyin: 'ktvyongshengerdian', initials: 'kysed' }
    expect(match('ysed', mixed)?.name).toEqual([[3, 8]])
    expect(match('ktv', mixed)?.name).toEqual([[0, 3]])
  })

  it('the quick answer is the same as the long one', () => {
    const rows = [
      row,
      { ...row, pinyin: 'huwanhuamaojiushui' },
      { name: '西安酒业', account: 'X-9', pinyin: 'xianjiuye', initials: 'xajy' },
    ]
    const queries = [
      '',
      'h',
      'hw',
      'hmj',
      'huam',
      'amao',
      'xian',
      'xa',
      'an',
      'x-9',
      '酒',
      'zz',
      'hsh',
      'wanhua',
      'jiuye',
    ]
    for (const each of rows) {
      for (const query of queries)
        expect([query, matches(query, each)]).toEqual([query, match(query, each) !== null])
    }
  })

  it('an empty query finds all, and a Latin name is found by its letters', () => {
    expect(find('  ')).toEqual({ name: [], code: [], pinyin: null })
    const iowa = { name: 'Hy-Vee #3', account: '2633', pinyin: '', initials: '' }
    expect(match('vee', iowa)?.name).toEqual([[3, 6]])
    expect(match('zz', iowa)).toBeNull()
  })
})
