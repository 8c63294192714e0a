import { describe, expect, it } from 'vitest'
import { isDateFormat } from './xlsx-book.ts'

describe('number formats that show dates', () => {
  it.each([
    'yyyy-mm-dd',
    'm/d/yy',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy/m/d;@',
    'mmm-yy',
    'h:mm:ss',
    'yyyy\\-mm\\-dd',
    '[h]:mm',
  ])('%s', (code) => {
    expect(isDateFormat(code)).toBe(true)
  })
  it.each([
    'General',
    '0.00',
    '#,##0.00_);[Red](#,##0.00)',
    '0"箱"',
    '"¥"#,##0.00',
    '0.00"day"',
    '@',
    '0%',
    '[DBNum1]General',
    '_ * #,##0_ ',
  ])('%s does not', (code) => {
    expect(isDateFormat(code)).toBe(false)
  })
})
