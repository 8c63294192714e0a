/** What is counted and told about lines that go in all the same: keys of `warnings` in an import's result. */
export const warningCodes = [
  /** The day is after today: kept, and counted from that day on. */
  'line/day-ahead',
  /** The line names another market than its account's. */
  'line/other-market',
  /** Two ways of reckoning the volume are more than 1 % apart. */
  'line/volumes-apart',
  /** Equal lines without a line number: all count. */
  'line/equal',
  /** An amount with VAT, and no rate known: taken as it stood. */
  'line/vat-rate-unknown',
  /** A code from a numeric cell was matched to one with leading zeros. */
  'code/leading-zeros',
  /** A customer without a code was taken for the one account of that name in the market. */
  'account/by-name',
  /** An account has another name than before. */
  'account/renamed',
  /** A month's total of a table turned sideways, of a customer and product that have lines of that month already. */
  'line/month-there',
  /** Pack or content of a product differs from before: a period was opened. */
  'sku/period-opened',
  /** Two sizes of one product on one day: the first stands. */
  'sku/sizes-on-one-day',
  /** A header that says neither with nor without VAT: taken as without. */
  'amount/vat-unclear',
  /** A header names another currency than the company's: taken as the company's. */
  'amount/other-currency',
] as const
export type WarningCode = (typeof warningCodes)[number]
