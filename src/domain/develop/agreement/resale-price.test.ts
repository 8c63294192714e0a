import { describe, expect, it } from 'vitest'
import { resalePriceIn } from './resale-price.ts'

describe('words that fix a resale price', () => {
  it.each([
    '乙方转售价格不得低于每箱42元',
    '乙方须执行最低零售价',
    '最 低 售 价 42 元',
    '不得以低于42元的价格销售',
    '全区统一零售价每瓶五元',
    'A minimum resale price of ¥42 a case applies',
    'Ｍｉｎｉｍｕｍ ｒｅｓａｌｅ ｐｒｉｃｅ ４２ a case',
    'The wholesaler shall not sell any product below ¥42',
  ])('are found: %s', (text) => {
    expect(resalePriceIn(text)).not.toBeNull()
  })
  it.each([
    '',
    '建议零售价每瓶五元，由乙方自行定价',
    '乙方每月进货不得低于500箱',
    '每箱供货价36元，月结',
    '乙方不得在区域外销售本协议产品',
    'The recommended retail price is ¥5 a bottle',
    'Monthly volume may not fall below 500 cases',
  ])('are not seen in: %s', (text) => {
    expect(resalePriceIn(text)).toBeNull()
  })
  it('are quoted as they stand there', () => {
    expect(resalePriceIn('第三条 转售价格不得低于42元')).toBe('转售价格不得低于')
  })
})
