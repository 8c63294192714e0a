import type { SameAs } from '../message.ts'
import type { warnings as zh } from '../zh/warnings.ts'

/** What is told about lines that went in all the same; how many stands beside it. */
export const warnings: SameAs<typeof zh> = {
  'line/day-ahead':
    'The date is after today: kept, and counted from that day on. See whether the year is right.',
  'line/other-market': 'The row names another market than its account’s; the account’s counts.',
  'line/volumes-apart': 'Two ways of reckoning the volume are more than 1% apart; units go first.',
  'line/equal': 'Equal rows without a line number; all of them count.',
  'line/vat-rate-unknown': 'An amount with VAT and no rate known; taken as it stands.',
  'code/leading-zeros': 'A code had lost its leading zeros and was matched.',
  'account/by-name':
    'The file has no customer codes: lines whose name is that of exactly one account of the market went to that account.',
  'account/renamed':
    'A customer gets another name: the code is known, the name differs. If two companies share a code, their histories would be mixed; look at the list below first.',
  'line/month-there':
    'A table of monthly totals, of customers and products that have lines of that month already: it is added to them all the same. Do not count them twice.',
  'sku/period-opened': 'Pack or size of a product differs from before; the new one holds from that day.',
  'sku/sizes-on-one-day': 'Two sizes of one product on one day; the first one counts.',
  'amount/vat-unclear': 'The amount does not say whether VAT is in it; taken as without.',
  'amount/other-currency':
    'The header names another currency than the company’s; figures are taken as the company’s, unconverted. If that is wrong, convert the file first.',
}
