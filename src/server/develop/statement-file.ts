import type { Writable } from 'node:stream'
import type { TradeStatement } from '../../contract/claim.ts'
import { translator, type Locale } from '../../language/index.ts'
import { periodWords } from '../../language/trade-words.ts'
import { dayOf, monthEnd } from '../../domain/day.ts'

type Cell = string | number | null
type TableWriter = { write(rows: readonly (readonly Cell[])[]): Promise<void>; end(): Promise<void> }

/** Writes a table as csv or xlsx, safe against formulas; the slice that reads and writes files gives it. */
export type TableWriterOf = (format: 'csv' | 'xlsx', out: Writable, head: readonly string[]) => TableWriter

export type StatementTable = ReturnType<typeof statementFile>

/** A statement as a table: what stood open first, then each line with the balance after it, what stands open last. */
export function statementFile(
  { accountName, month, openingMinor, closingMinor, lines }: TradeStatement,
  {
    locale,
    currency,
    digits,
  }: { readonly locale: Locale; readonly currency: string; readonly digits: number },
) {
  const t = translator(locale)
  const sum = (minor: number) => minor / 10 ** digits
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = dayOf(year, number, 1)
  const balance = (day: string, words: string, minor: number): readonly Cell[] => [
    day,
    words,
    null,
    null,
    null,
    null,
    sum(minor),
  ]
  return {
    name: t('statement.file', { account: accountName, month }),
    head: [
      t('statement.col-day'),
      t('statement.col-what'),
      t('export.code'),
      t('statement.col-policy'),
      t('statement.col-period'),
      t('statement.col-amount', { money: currency }),
      t('statement.col-balance', { money: currency }),
    ],
    rows: [
      balance(first, t('statement.opening'), openingMinor),
      ...lines.map((line): readonly Cell[] => [
        line.on,
        t(`statement.kind-${line.kind}`),
        line.policyCode,
        line.policyName,
        periodWords(locale, line.periodKind, line.period),
        sum(line.amountMinor),
        sum(line.balanceMinor),
      ]),
      balance(monthEnd(first), t('statement.closing'), closingMinor),
    ],
  }
}
