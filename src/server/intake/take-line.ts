import { lastDayAhead } from '../../domain/chain/ahead.ts'
import { fingerprintOf, hasNumber, identityOf, type Words } from '../../domain/chain/identity.ts'
import { movementKinds, type Line } from '../../domain/chain/line.ts'
import { postingOf, type Posting } from '../../domain/chain/posting.ts'
import type { SheetLine, When } from '../../domain/chain/sheet.ts'
import type { WarningCode } from '../../domain/chain/warning.ts'
import type { MoneyRules } from '../../domain/chain/worth.ts'
import type { Day } from '../../domain/day.ts'
import type { Problem } from '../../domain/problem.ts'
import type { CompanyRules } from './batch-store.ts'
import { noteAccount, noteSku, sizeFor, type Book } from './book.ts'
import { cleaned, type AccountEntry, type SkuEntry } from './entries.ts'
import { dayIn } from '../db/company-day.ts'

/** A line whose account and product are known to the book, reckoned. */
export type Taken = {
  readonly line: Line
  readonly account: AccountEntry
  readonly seller: AccountEntry | undefined
  readonly sku: SkuEntry
  readonly posting: Posting
}

export type Verdict =
  { readonly ok: true; readonly taken: Taken } | { readonly ok: false; readonly problem: Problem }

function no(code: Problem['code'], facts: Problem['facts'] = {}): Verdict {
  return { ok: false, problem: { code, facts } }
}

/** Which sizes the file has a column for. */
export type Sized = { readonly pack: boolean; readonly content: boolean }

/** The line says no size although the file has a column for it: another line may, and counts for this one too. */
export function waitsForSize(line: Line, sized: Sized): boolean {
  if (line.units === undefined && line.cases === undefined) return false
  return (sized.pack && line.packUnits === undefined) || (sized.content && line.unitMl === undefined)
}

/** `today` is the company's; a line may be dated up to `lastDay`. */
export type LineRules = MoneyRules & {
  readonly createMissing: boolean
  readonly today: Day
  readonly lastDay: Day
}

/** How lines are judged at a moment. */
export function lineRules(company: CompanyRules, createMissing: boolean, at: Date): LineRules {
  const { minorDigits, vatRate } = company
  const today = dayIn(company.timeZone, at)
  return { minorDigits, vatRate, createMissing, today, lastDay: lastDayAhead(today) }
}

/** Judges a line by itself: an account, a product, a volume. Its codes have been met and looked up. */
export function takeLine(book: Book, line: Line, rules: LineRules): Verdict {
  if (line.day > rules.lastDay) return no('line/day-far-ahead', { day: line.day, today: rules.today })
  const account = line.buyerCode === undefined ? undefined : book.account(line.buyerCode)
  if (!account) return no('line/no-account')
  const sku = line.skuCode === undefined ? undefined : book.sku(line.skuCode)
  if (!sku) return no('line/no-sku')
  const seller = line.sellerCode === undefined ? undefined : book.account(line.sellerCode)
  const size = sizeFor(sku, line, line.day)
  const posting = postingOf(line, size, rules)
  if (posting.ok) return { ok: true, taken: { line, account, seller, sku, posting: posting.value } }
  // Why nothing is known of its size comes before that nothing is.
  if (!rules.createMissing && posting.problem.facts['sku'] !== undefined && !sku.known && !sku.longer)
    return no('line/sku-unknown', { code: sku.code })
  return no(posting.problem.code, posting.problem.facts)
}

/** Tells the book what a taken line says about its account, seller and product; counts what is worth a warning. */
export function noteLine(
  book: Book,
  taken: Taken,
  today: Day,
  warn: (code: WarningCode, taken: Taken) => void,
): void {
  const { line, account, seller, sku, posting } = taken
  if (line.day > today) warn('line/day-ahead', taken)
  noteAccount(account, line)
  noteSku(sku, line)
  if (line.marketCode !== undefined || line.marketName !== undefined) {
    const market = book.market(line.marketCode, line.marketName)
    account.market ??= market
    if (market !== undefined && market !== account.market) warn('line/other-market', taken)
    if (seller) seller.sellerMarket ??= market
  }
  if (seller) {
    seller.sold += 1
    seller.text = true
    seller.sellerMarket ??= account.market
  }
  if (posting.volumesApart) warn('line/volumes-apart', taken)
  if (posting.rateUnknown) warn('line/vat-rate-unknown', taken)
}

const NOBODY: Words = [0, 0]

/** The line as the ledger's sheet takes it. `source` tells one origin's document numbers from another's. */
export function sheetLine(
  taken: Taken,
  n: number,
  source: string,
  when: When,
  keyOf: (identity: string) => string,
): SheetLine {
  const { line, account, seller, sku, posting } = taken
  const kind = movementKinds.indexOf(posting.kind)
  const doc = cleaned(line.doc)
  const number = cleaned(line.line)
  const identity = {
    source,
    doc,
    line: number,
    kind: posting.kind,
    day: line.day,
    seller: seller?.bare ?? '',
    buyer: account.bare,
    sku: sku.bare,
  }
  return {
    n,
    account: account.n,
    sku: sku.n,
    seller: seller?.n ?? 0,
    kind,
    day: when.day,
    month: when.month,
    numbered: hasNumber(identity),
    millilitres: posting.millilitres,
    milliCases: posting.milliCases,
    amountMinor: posting.amountMinor,
    costMinor: posting.costMinor,
    key: keyOf(identityOf(identity)),
    print: fingerprintOf({
      kind,
      day: when.day,
      seller: seller?.words ?? NOBODY,
      buyer: account.words,
      sku: sku.words,
      millilitres: posting.millilitres,
      milliCases: posting.milliCases,
      amountMinor: posting.amountMinor,
      costMinor: posting.costMinor,
    }),
    doc: doc ?? null,
    line: number ?? null,
  }
}
