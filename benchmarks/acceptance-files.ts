import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Understood } from '../src/contract/intake.ts'
import type { Line } from '../src/domain/chain/line.ts'
import { openFile } from '../src/server/intake/read/open.ts'
import { check, dataFolder, finish } from './run-tonnage.ts'

/**
 * What the reader alone makes of other people's files, without a map and without a database: every file of messy/, offices/ and
 * iowa/raw, what was understood of it, and its sums beside what was computed apart.
 * `npx tsx benchmarks/acceptance-files.ts [part of a name]`
 */
const only = process.argv[2] ?? ''
const packs = new Map(
  readFileSync(join(dataFolder, 'messy', 'skus.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','))
    .map(([code = '', , pack, ml]) => [code, { pack: Number(pack), ml: Number(ml) }] as const),
)

type Sums = {
  lines: number
  refused: number
  ml: number
  fen: number
  accounts: number
  skus: number
  by: Record<string, number>
}

async function read(
  path: string,
  fileName: string,
): Promise<{ sums: Sums; understood: Understood } | string> {
  const opened = await openFile({
    path,
    fileName,
    kind: 'movements',
    map: null,
    remembered: async () => null,
  })
  if (!opened.ok) return opened.problem.code
  const sums: Sums = { lines: 0, refused: 0, ml: 0, fen: 0, accounts: 0, skus: 0, by: {} }
  const accounts = new Set<string>()
  const skus = new Set<string>()
  for await (const row of opened.value.rows) {
    if (!row.ok) {
      sums.refused++
      sums.by[row.problem.code] = (sums.by[row.problem.code] ?? 0) + 1
      continue
    }
    const line = row.record as Line
    sums.lines++
    sums.ml += litresOf(line) * 1000
    sums.fen += Math.round(signed(line, amountOf(line)) * 100)
    accounts.add(line.buyerCodeNumeric ? (line.buyerName ?? '') : (line.buyerCode ?? line.buyerName ?? ''))
    skus.add(line.skuCode ?? line.skuName ?? '')
  }
  await opened.value.close()
  return {
    sums: { ...sums, ml: Math.round(sums.ml), accounts: accounts.size, skus: skus.size },
    understood: opened.value.understood,
  }
}

const signed = (line: Line, value: number) => (line.isReturn ? -Math.abs(value) : value)
const amountOf = (line: Line) =>
  line.amount ?? line.amountWithVat ?? (line.unitPrice ?? 0) * (line.units ?? 0)

function litresOf(line: Line): number {
  const known = packs.get(line.skuCode ?? '')
  const [pack, ml] = [line.packUnits ?? known?.pack ?? 0, line.unitMl ?? known?.ml ?? 0]
  if (line.units !== undefined && ml > 0) return signed(line, line.units * ml) / 1000
  if (line.cases !== undefined && pack * ml > 0) return signed(line, line.cases * pack * ml) / 1000
  return signed(line, line.litres ?? 0)
}

function tell(understood: Understood, sums: Sums): void {
  const columns = understood.columns.map(
    (column) =>
      `${column.field}=${column.header ?? column.constant ?? '(across)'}${column.unit ? `[${column.unit}]` : ''} ${column.sure}`,
  )
  console.log(
    `     ${understood.format} ${understood.sheet ?? understood.encoding ?? ''} header ${understood.headerRow}+${understood.headerRows} ${understood.layout} · ${columns.join(' · ')}`,
  )
  if (understood.dropped.length > 0)
    console.log(
      `     dropped ${understood.dropped
        .map((one) => `${one.row} ${one.why}`)
        .slice(0, 6)
        .join(', ')}`,
    )
  if (understood.questions.length > 0)
    console.log(`     asked ${understood.questions.map((one) => one.code).join(' ')}`)
  if (sums.refused > 0) console.log(`     refused ${JSON.stringify(sums.by)}`)
}

const folder = (name: string) => readdirSync(join(dataFolder, name)).filter((file) => file.includes(only))

type Truth = {
  refused?: true
  rows?: number
  ml?: number
  fen?: number
  skus?: number
  rejected?: number
  unchanged?: number
}
const truths = JSON.parse(readFileSync(join(dataFolder, 'messy', 'truth.json'), 'utf8')) as Record<
  string,
  Truth
>
for (const name of folder('messy')) {
  const truth = truths[name]
  if (!truth) continue
  const got = await read(join(dataFolder, 'messy', name), name)
  if (typeof got === 'string') {
    check(`messy ${name}: refused (${got})`, true, truth.refused === true)
    continue
  }
  // Equal lines and conflicts are the ledger's to find: the reader gives them all.
  const twice = (truth.unchanged ?? 0) + (truth.unchanged ? (truth.rejected ?? 0) : 0)
  if (twice > 0) check(`messy ${name}: lines`, got.sums.lines, (truth.rows ?? 0) + twice)
  else {
    const keys = (['ml', 'fen', 'skus'] as const).filter((key) => truth[key] !== undefined)
    check(
      `messy ${name}`,
      [got.sums.lines, got.sums.refused, ...keys.map((key) => got.sums[key])],
      [truth.rows, truth.rejected ?? 0, ...keys.map((key) => truth[key])],
    )
  }
  tell(got.understood, got.sums)
}

/** What the README of the folder says is right, as far as a reader without a ledger can show it. */
const right: Record<string, (sums: Sums, understood: Understood) => readonly [unknown, unknown]> = {
  '示例 - 超市.xls': (sums, of) => [
    [of.sheet, sums.lines, sums.accounts, Math.round(sums.fen / 1000)],
    ['订单', 10_000, 790, 1_611_755],
  ],
  'order-14.1.csv': (sums) => [Math.round(sums.fen / 10), 289_502],
  'order-14.3.csv': (sums) => [Math.round(sums.fen / 10), 289_502],
  '超市销售记录数据.xls': (_, of) => [of.dropped.map((one) => [one.row, one.why]), [[202, 'total']]],
  '超市营业额2.xlsx': (sums, of) => [
    [sums.lines, of.questions.some((one) => one.code === 'file/no-account')],
    [0, true],
  ],
  '产品销售统计.xlsx': (_, of) => [
    [of.layout, of.across.length],
    ['months', 12],
  ],
  '电脑配件销售记录.xlsx': (_, of) => [of.questions.some((one) => one.code === 'file/no-account'), true],
  'train-pivot.csv': (_, of) => [
    [of.layout, of.across.length],
    ['months', 3],
  ],
  '便利店商品月销售.xlsx': (_, of) => [of.columns.find((one) => one.field === 'amount')?.unit, '万元'],
  '商品销售数据_两表.xlsx': (_, of) => [of.questions.some((one) => one.code === 'file/sheets-joined'), true],
  'JD手机销售数据.xlsx': (_, of) => [
    [of.layout, of.rows],
    ['markets', 10],
  ],
}
for (const name of folder('offices')) {
  const path = join(dataFolder, 'offices', name)
  if (!/\.(csv|xlsx?)$/.test(name)) continue
  const got = await read(path, name)
  if (typeof got === 'string') {
    check(`offices ${name}`, got, 'read')
    continue
  }
  const [have, want] = right[name]?.(got.sums, got.understood) ?? ['no figure', 'a figure']
  check(`offices ${name}`, have, want)
  tell(got.understood, got.sums)
}

const raw = (
  JSON.parse(readFileSync(join(dataFolder, 'iowa', 'truth.json'), 'utf8')) as {
    raw: Record<string, { lines: number; litres: number; amount: number }>
  }
).raw
for (const name of folder('iowa/raw')) {
  const truth = raw[name]
  const got = await read(join(dataFolder, 'iowa', 'raw', name), name)
  if (typeof got === 'string' || !truth) {
    check(`iowa ${name}`, got, 'read')
    continue
  }
  check(
    `iowa ${name}`,
    [got.sums.lines, got.sums.ml, got.sums.fen],
    [truth.lines, Math.round(truth.litres * 1000), Math.round(truth.amount * 100)],
  )
  tell(got.understood, got.sums)
}
finish()
