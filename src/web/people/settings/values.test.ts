import { describe, expect, it } from 'vitest'
import { changeOf, readVat, typedOf } from './values.ts'

describe('the settings as they are typed', () => {
  it('read a rate in per cent, and nothing as nothing', () => {
    expect(['13', '13%', ' １３ ％', '0', '9.5', '6.125'].map(readVat)).toEqual([
      0.13, 0.13, 0.13, 0, 0.095, 0.06125,
    ])
    expect(readVat('  ')).toBeNull()
  })
  it('refuse what is no rate, also a share that was meant as per cent', () => {
    for (const text of ['0.13', '100', '-3', '13.1234', 'thirteen', '1e1'])
      expect(readVat(text)).toBeUndefined()
  })
  it('send only what was changed; an emptied rate is sent as none', () => {
    const typed = typedOf({
      name: '南江啤酒',
      vatRate: 0.13,
      timeZone: 'Asia/Shanghai',
      unit: 'kl',
      currency: 'CNY',
      locale: 'zh',
      posted: true,
      secondFactorRoles: ['admin'],
      ownRoles: [],
      may: true,
    })
    expect(typed.vat).toBe('13')
    expect(changeOf({ ...typed, vat: '' }, (field) => field === 'vat')).toEqual({ vatRate: null })
    expect(changeOf({ ...typed, second: ['hq'] }, (field) => field === 'second')).toEqual({
      secondFactorRoles: ['hq'],
    })
    expect(changeOf({ ...typed, unit: 't' }, (field) => field === 'unit')).toEqual({ unit: 't' })
  })
})
