import { expect, it } from 'vitest'
import { translator } from '../../../language/index.ts'
import { hadBrought } from './undone-words.ts'

const none = { accounts: 0, skus: 0, markets: 0 }
const result = { rowsAccepted: 2, rowsRejected: 0, corrected: 0, created: none, updated: none }

it('says what an import had brought as what was, not as what is there', () => {
  const whole = {
    rowsAccepted: 12,
    rowsRejected: 3,
    corrected: 1,
    created: { ...none, accounts: 2, skus: 1 },
    updated: { ...none, markets: 1 },
  }
  expect(hadBrought(translator('en'), 'movements', whole, '4.2 kL')).toEqual([
    'It had brought 12 rows, 4.2 kL.',
    'It had corrected 1 earlier row.',
    'It had made 2 accounts, 1 product.',
    'It had changed 1 market.',
    '3 rows had been refused.',
  ])
  expect(hadBrought(translator('zh'), 'movements', whole, '4.2 千升')).toEqual([
    '当时进了 12 行，4.2 千升。',
    '当时改正了 1 行旧数。',
    '当时新建了 2 家客户、1 个产品。',
    '当时改了 1 个市场。',
    '当时退回了 3 行。',
  ])
})

it('leaves out what it had not done; masters have no volume', () => {
  expect(hadBrought(translator('en'), 'accounts', result, '0 kL')).toEqual(['It had brought 2 rows.'])
})
