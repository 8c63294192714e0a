import { expect, it } from 'vitest'
import { toCsv } from './csv.ts'

it('begins with a byte order mark, quotes what needs it, leaves the unknown empty', () => {
  expect(
    toCsv([
      ['客户', '千升'],
      ['永盛,糖酒 "老店"', 4318.5],
      ['x', null],
    ]),
  ).toBe('\uFEFF客户,千升\r\n"永盛,糖酒 ""老店""",4318.5\r\nx,\r\n')
})

it('a name is never a formula, a negative number stays a number', () => {
  expect(toCsv([['=HYPERLINK("http://x")', '@cmd', -411]])).toBe(
    '\uFEFF"\'=HYPERLINK(""http://x"")",\'@cmd,-411\r\n',
  )
})
