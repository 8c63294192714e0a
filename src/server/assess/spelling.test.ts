import { describe, expect, it } from 'vitest'
import { spell } from './spelling.ts'

describe('how a name is typed', () => {
  it('is its pinyin without tones, and its initials', () => {
    expect(spell('永盛糖酒')).toEqual({ pinyin: 'yongshengtangjiu', initials: 'ystj' })
    expect(spell('绿洲')).toEqual({ pinyin: 'lvzhou', initials: 'lz' })
  })

  it('keeps Latin letters and figures, leaves punctuation out', () => {
    expect(spell('A1（永盛）')).toEqual({ pinyin: 'a1yongsheng', initials: 'ays' })
  })

  it('is nothing for a name that is typed as it is', () => {
    expect(spell('Harbour Drinks')).toEqual({ pinyin: '', initials: '' })
  })
})
