import { csv, withMark } from './encode.ts'
import type { SalesLine } from './lines.ts'
import type { Made, Maker } from './twist.ts'
import { datesTwists } from './twists-dates.ts'
import { figuresTwists } from './twists-figures.ts'
import { monthsTwists } from './twists-months.ts'
import { tablesTwists } from './twists-tables.ts'

const makers: Readonly<Record<string, Maker>> = {
  ...tablesTwists,
  ...datesTwists,
  ...figuresTwists,
  ...monthsTwists,
}

export const textTwists = Object.keys(makers)

export function makeText(name: string, lines: readonly SalesLine[]): Made {
  const maker = makers[name]
  if (!maker) throw new Error(name)
  const { rows, delimiter, newline, ...made } = maker(lines)
  const text = csv(rows, delimiter ?? ',', newline ?? '\n')
  return {
    name,
    fileName: 'sales.csv',
    bytes: name === 'plain' ? withMark(text) : Buffer.from(text, 'utf8'),
    lines,
    ...made,
  }
}
