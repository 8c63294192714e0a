import { describe, expect, it } from 'vitest'
import { firmKey, likeness, type Traits } from './double.ts'

const one: Traits = {
  code: 'LJ-0107',
  name: '临江永盛糖酒副食有限责任公司',
  phone: '138 0013 4417',
  address: null,
}

describe('doubles', () => {
  it('know a firm by its name without its legal form', () => {
    expect(firmKey(one.name)).toBe('临江永盛')
    expect(firmKey('Harbour Trading Co., Ltd.')).toBe('harbour')
    expect(firmKey('有限公司')).toBe('有限公司')
    expect(firmKey('')).toBe('')
  })
  it('know a code across systems, and a phone with or without its country', () => {
    const two = { code: 'lj107', name: '永盛', phone: '+86 13800134417', address: null }
    expect(likeness(one, two)).toEqual(['phone', 'code'])
    expect(likeness({ ...one, phone: '110' }, { ...two, code: 'X1', phone: '110' })).toEqual([])
    expect(likeness({ ...one, code: '-' }, { ...two, code: '·', phone: null })).toEqual([])
  })
})
