import type { ImportKind } from '../../../contract/intake.ts'
import { parseHeader, squash, type Header } from './header.ts'
import type { Column } from './header-row.ts'
import { isSideColumn } from './marks.ts'
import { bareRun, dayOfMonthIn, periodIn, type Period } from './month.ts'
import { matchName } from './name-match.ts'
import { isPlace, looksLikeFirm, looksLikeProduct } from './places.ts'
import type { Profile } from './profile.ts'
import { isLeftAside } from './words.ts'

export type Layout = 'lines' | 'months' | 'days' | 'accounts' | 'skus' | 'markets'

/** One column of a table that lies sideways: the value it stands for, and what its figures are. */
export type Across = {
  readonly index: number
  readonly item: string
  readonly period: Period | null
  readonly measure: Header
}

export type Sideways = {
  readonly layout: Exclude<Layout, 'lines'>
  readonly across: readonly Across[]
  /** Columns of totals, averages and shares beside them. */
  readonly aside: readonly number[]
}

const measures = new Set(['cases', 'units', 'litres', 'quantity', 'amount', 'amount_with_vat', 'cost'])

const isMeasure = (kind: ImportKind, header: Header) =>
  header.unit !== null ||
  matchName(kind, header).some((match) => measures.has(match.field) && match.weight > 0.6)

/** A movements table whose columns are months, days, accounts, SKUs or markets; null for a list of lines. */
export function findSideways(columns: readonly Column[], profiles: readonly Profile[]): Sideways | null {
  const figures = columns.filter((column) => isFigures(profiles[column.index]) && column.header !== '')
  return months(columns, figures) ?? days(figures) ?? bare(figures) ?? items(columns, profiles, figures)
}

const isFigures = (profile: Profile | undefined) =>
  profile !== undefined && (profile.filled === 0 || (profile.number >= 0.7 && profile.dateCells < 0.5))

function months(columns: readonly Column[], figures: readonly Column[]): Sideways | null {
  const found: Across[] = []
  for (const column of figures) {
    if (matchName('movements', column.parsed)[0]?.field === 'date') continue
    const named = periodIn(column.header)
    if (!named || isSideColumn(named.rest) || /[\u3400-\u9fff]{6,}|\d/.test(named.rest.replace(/\(.*$/, '')))
      continue
    found.push({
      index: column.index,
      item: column.header,
      period: named.period,
      measure: parseHeader(named.rest),
    })
  }
  // Dates as heads: the first of each month stands for the month, other days for themselves.
  const ofMonths =
    new Set(found.map((one) => `${one.period?.year}/${one.period?.month}`)).size === found.length
  if (ofMonths && found.every((one) => one.period?.day === 1))
    for (const [at, one] of found.entries())
      if (one.period) found[at] = { ...one, period: { ...one.period, day: null } }
  const single = found.filter((one) => one.period?.months === 1)
  const used =
    new Set(single.map((one) => `${one.period?.year}/${one.period?.month}`)).size >= 2 ? single : found
  const distinct = new Set(used.map((one) => `${one.period?.year}/${one.period?.month}`)).size
  if (distinct === 0 || (distinct === 1 && !isOnlyMeasure(columns, used))) return null
  const usedIndexes = new Set(used.map((one) => one.index))
  const aside = figures
    .filter(
      (column) => !usedIndexes.has(column.index) && (isSideColumn(column.header) || periodIn(column.header)),
    )
    .map((column) => column.index)
  return { layout: 'months', across: used, aside }
}

/** One month alone is a head too where the table has neither dates nor other figures. */
function isOnlyMeasure(columns: readonly Column[], used: readonly Across[]): boolean {
  return columns.every(
    (column) =>
      used.some((one) => one.index === column.index) ||
      !matchName('movements', column.parsed).some(
        (match) => measures.has(match.field) || match.field === 'date',
      ),
  )
}

function days(figures: readonly Column[]): Sideways | null {
  const found: Across[] = []
  for (const column of figures) {
    const dom = dayOfMonthIn(column.levels[column.levels.length - 1] ?? '')
    const upper = periodIn(column.levels[0] ?? '')
    if (dom !== null)
      found.push({
        index: column.index,
        item: column.header,
        period: { year: upper?.period.year ?? null, month: upper?.period.month ?? 0, day: dom, months: 1 },
        measure: parseHeader(''),
      })
  }
  if (found.length < 5) return null
  const aside = figures.filter((column) => isSideColumn(column.header)).map((column) => column.index)
  return { layout: 'days', across: found, aside }
}

/** Heads 1, 2, 3 …: twelve at most are months, more are days. */
function bare(figures: readonly Column[]): Sideways | null {
  const run = bareRun(figures.map((column) => column.levels.at(-1) ?? ''))
  if (run.length === 0) return null
  const layout = run.length <= 12 ? 'months' : 'days'
  const across = run.flatMap((at, count): Across[] => {
    const column = figures[at]
    const year = /(?:19|20)\d{2}/.exec(column?.levels[0] ?? '')?.[0]
    const period =
      layout === 'months'
        ? { year: year ? Number(year) : null, month: count + 1, day: null, months: 1 }
        : { year: null, month: 0, day: count + 1, months: 1 }
    return column ? [{ index: column.index, item: column.header, period, measure: parseHeader('') }] : []
  })
  const aside = figures.filter((column) => isSideColumn(column.header)).map((column) => column.index)
  return { layout, across, aside }
}

function items(
  columns: readonly Column[],
  profiles: readonly Profile[],
  figures: readonly Column[],
): Sideways | null {
  const aside: number[] = []
  const named: Across[] = []
  const plainMeasures: Column[] = []
  for (const column of figures) {
    if (isSideColumn(column.header)) aside.push(column.index)
    else {
      const split = splitItem(column)
      if (split) named.push(split)
      else if (isMeasure('movements', column.parsed)) plainMeasures.push(column)
    }
  }
  const unnamed = named.length >= 3 ? withoutAffix(named) : []
  if (unnamed.length < 3 || plainMeasures.length > 0) return null
  const others = columns.filter((column) => !unnamed.some((one) => one.index === column.index))
  const has = (...fields: string[]) =>
    others.some((column) =>
      matchName('movements', column.parsed).some(
        (match) => fields.includes(match.field) && match.weight > 0.7,
      ),
    )
  const buyer = has('buyer_code', 'buyer_name')
  const sku = has('sku_code', 'sku_name')
  if (!buyer && !sku) return null
  if (
    others.every(
      (column) => (profiles[column.index]?.number ?? 1) > 0.9 && !matchName('movements', column.parsed)[0],
    )
  )
    return null
  const share = (test: (text: string) => boolean) =>
    unnamed.filter((one) => test(one.item)).length / unnamed.length
  if (buyer && !sku) return { layout: 'skus', across: unnamed, aside }
  if (buyer && sku) return share(isPlace) > 0.5 ? { layout: 'markets', across: unnamed, aside } : null
  if (share(looksLikeFirm) < 0.5 && share(isPlace) >= 0.5)
    return { layout: 'markets', across: unnamed, aside }
  return { layout: share(looksLikeProduct) > 0.8 ? 'skus' : 'accounts', across: unnamed, aside }
}

/** A header such as `东湖酒水 / 箱数` (two rows) or a name that is no field of ours. */
function splitItem(column: Column): Across | null {
  const last = column.levels[column.levels.length - 1] ?? ''
  const first = column.levels[0] ?? ''
  if (
    column.levels.length >= 2 &&
    isMeasure('movements', parseHeader(last)) &&
    matchName('movements', parseHeader(first)).length === 0
  )
    return { index: column.index, item: first, period: null, measure: parseHeader(last) }
  const { parsed } = column
  const best = matchName('movements', parsed)[0]
  if (best && best.weight >= 0.78) return null
  if (isLeftAside(parsed.name)) return null
  if (column.levels.length >= 2 && matchName('movements', parseHeader(first)).length > 0 && !best)
    return { index: column.index, item: last, period: null, measure: parseHeader('') }
  return { index: column.index, item: column.header, period: null, measure: parseHeader('') }
}

/** 北京出库销量, 上海出库销量 … → 北京, 上海 with the measure 出库销量. */
function withoutAffix(found: readonly Across[]): Across[] {
  const plain = found.filter((one) => one.measure.name === '')
  if (plain.length < 3) return [...found]
  const texts = plain.map((one) => one.item.normalize('NFKC'))
  let suffix = texts[0] ?? ''
  let prefix = texts[0] ?? ''
  for (const text of texts) {
    while (suffix !== '' && !text.endsWith(suffix)) suffix = suffix.slice(1)
    while (prefix !== '' && !text.startsWith(prefix)) prefix = prefix.slice(0, -1)
  }
  const affix = [suffix, prefix].find(
    (text) => squash(text).length >= 2 && isMeasure('movements', parseHeader(text)),
  )
  if (affix === undefined) return [...found]
  const measure = parseHeader(affix)
  return found.map((one) => {
    if (one.measure.name !== '') return one
    const item = affix === suffix ? one.item.slice(0, -affix.length) : one.item.slice(affix.length)
    return { ...one, item: item.replace(/^[\s\-_:]+|[\s\-_:]+$/g, ''), measure }
  })
}
