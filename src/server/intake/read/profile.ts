import { isBlank, isFormulaCell, isNumberCell, isDateCell, plain } from './cell.ts'
import { parseDate } from './date.ts'
import { kindOf, tierOf, roleOf } from './marks.ts'
import { isNothing, parseNumber, quick } from './number.ts'
import { specOf, unitNamed } from './units.ts'

/** What the values of a column look like; shares are of its filled cells. */
export type Profile = {
  readonly filled: number
  readonly rows: number
  readonly number: number
  readonly whole: number
  readonly date: number
  readonly withUnit: number
  readonly money: number
  readonly spec: number
  readonly code: number
  readonly firm: number
  readonly cjk: number
  readonly kind: number
  readonly tier: number
  readonly role: number
  readonly unitWord: number
  readonly formulas: number
  readonly numberCells: number
  readonly dateCells: number
  readonly low: number
  readonly high: number
  /** Different values ÷ filled. */
  readonly distinct: number
  readonly values: number
  readonly samples: readonly string[]
}

const FIRM =
  /有限公司|公司|商行|经营部|批发部|商贸|贸易行?|酒业|酒水|超市|便利店|烟酒|商店|食品店|餐厅|饭店|酒楼|大排档|门市|销售部|\b(?:llc|inc|ltd|co|corp|gmbh|store|market|liquor|wholesale|distribut\w+|trading|beverages?)\b/i
const CODE = /^(?=.*\d)[A-Za-z]{0,6}[-_/.#]?[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+){0,4}$/
const MONEY = /^[-(]?\s*[¥￥$€£]|(?:元|rmb|cny)\s*\)?$/i

/** Looks at the cells of one column in some rows. A value that repeats is judged once. */
export function profileOf(rows: readonly (readonly string[])[], column: number): Profile {
  const counts = new Map<string, number>()
  let filled = 0
  for (const row of rows) {
    const cell = row[column]
    if (cell === undefined || isBlank(cell)) continue
    filled++
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const sum = {
    number: 0,
    whole: 0,
    date: 0,
    withUnit: 0,
    money: 0,
    spec: 0,
    code: 0,
    firm: 0,
    cjk: 0,
    kind: 0,
    tier: 0,
    role: 0,
    unitWord: 0,
    formulas: 0,
    numberCells: 0,
    dateCells: 0,
  }
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const [cell, count] of counts) {
    const text = plain(cell).trim()
    if (isFormulaCell(cell)) sum.formulas += count
    if (isNumberCell(cell)) sum.numberCells += count
    if (isDateCell(cell)) sum.dateCells += count
    const value = figureOf(cell, text)
    if (value) {
      sum.number += count
      if (value.unit) sum.withUnit += count
      if (Number.isInteger(value.value)) sum.whole += count
      low = Math.min(low, value.value)
      high = Math.max(high, value.value)
    } else if (isNothing(text)) sum.number += count
    if (
      parseDate(cell, { order: 'ymd', year: 2024, shift: false }) ??
      parseDate(cell, { order: 'dmy', year: 2024, shift: false }) ??
      parseDate(cell, { order: 'mdy', year: 2024, shift: false })
    )
      sum.date += count
    if (text.length < 40) {
      if (MONEY.test(text)) sum.money += count
      if (!value && specOf(text)) sum.spec += count
      if (CODE.test(text)) sum.code += count
      if (kindOf(text)) sum.kind += count
      if (tierOf(text)) sum.tier += count
      if (roleOf(text)) sum.role += count
      if (unitNamed(text)) sum.unitWord += count
    }
    if (FIRM.test(text)) sum.firm += count
    if (/[\u3400-\u9fff]/.test(text)) sum.cjk += count
  }
  const shares = Object.fromEntries(
    Object.entries(sum).map(([name, count]) => [name, filled === 0 ? 0 : count / filled]),
  ) as typeof sum
  return {
    ...shares,
    filled,
    rows: rows.length,
    low,
    high,
    distinct: filled === 0 ? 0 : counts.size / filled,
    values: counts.size,
    samples: [...counts.keys()].slice(0, 400).map(plain),
  }
}

function figureOf(cell: string, text: string): { value: number; unit: unknown } | null {
  if (isDateCell(cell)) return null
  if (isNumberCell(cell)) return { value: Number(text), unit: null }
  const fast = quick(text)
  if (!Number.isNaN(fast)) return { value: fast, unit: null }
  return parseNumber(text, '.') ?? parseNumber(text, ',')
}
