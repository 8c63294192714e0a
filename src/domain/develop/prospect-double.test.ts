import { expect, it } from 'vitest'
import { alike, coreOf, type ProspectTraits } from './prospect-double.ts'

const known: ProspectTraits = {
  name: '永盛糖酒副食品批发部',
  phone: '139-1234-2086',
  address: '码头路 18 号院内',
  sound: 'yong sheng',
}
const why = (more: Partial<ProspectTraits>) =>
  alike({ name: '海纳商贸', phone: null, address: null, sound: 'hai na', ...more }, known)

it('a prospect may be somebody known: by name, phone, address, or a name that sounds the same', () => {
  expect(why({})).toEqual([])
  expect(why({ name: '永盛商贸有限公司', sound: 'yong sheng' })).toEqual(['name'])
  expect(why({ phone: '13912342086' })).toEqual(['phone'])
  expect(why({ address: '码头路18号院内' })).toEqual(['address'])
  expect(why({ name: '勇胜商行', sound: 'yong sheng' })).toEqual(['sound'])
  // One syllable sounds like too many.
  expect(
    alike({ ...known, name: '永', sound: 'yong' }, { ...known, name: '勇', sound: 'yong' }),
  ).not.toContain('sound')
  expect(coreOf('永盛商贸有限公司')).toBe('永盛')
})
