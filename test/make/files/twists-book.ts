import type { SalesLine } from './lines.ts'
import type { BookMaker } from './twist-book.ts'
import type { Made } from './twist.ts'
import { listsTwists } from './twists-lists.ts'
import { sidewaysTwists } from './twists-sideways.ts'
import { xlsx } from './workbook.ts'

const makers: Readonly<Record<string, BookMaker>> = { ...listsTwists, ...sidewaysTwists }

export const bookTwists = Object.keys(makers)

export function makeBook(name: string, lines: readonly SalesLine[]): Made {
  const maker = makers[name]
  if (!maker) throw new Error(name)
  const { sheets, options, ...made } = maker(lines)
  const bytes = xlsx(
    sheets.map((sheet, at) => ({ ...sheet, name: sheet.name ?? `Sheet${at + 1}` })),
    options,
  )
  return { name, fileName: 'sales.xlsx', bytes, lines, ...made }
}
