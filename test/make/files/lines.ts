import { random } from '../random.ts'

/** Invented sales lines and what they sum to, from a seed: the truth that every file made of them must give. */
export type SalesLine = {
  readonly doc: string
  readonly year: number
  readonly month: number
  readonly dom: number
  readonly code: string
  readonly customer: string
  readonly market: string
  readonly sku: string
  readonly product: string
  readonly pack: number
  readonly ml: number
  readonly cases: number
  /** Yuan with two decimals at most, without VAT. */
  readonly amount: number
}

export type Truth = {
  readonly rows: number
  readonly ml: number
  readonly fen: number
  readonly accounts: number
  readonly skus: number
  readonly firstDay: string
  readonly lastDay: string
}

const places = ['云溪', '松坪', '石塘', '柳桥', '枫林', '白沙', '金坝', '月湖']
const names = ['和顺', '万通', '聚源', '恒达', '广聚', '德昌', '新盛', '百汇', '鸿运', '合兴']
const forms = ['商贸有限公司', '酒水经营部', '批发部', '贸易行', '食品商行']
const markets = ['云溪市', '松坪县', '石塘区']

export const products = [
  { sku: 'BJ2001', product: '清泉9度', pack: 12, ml: 580, price: 30 },
  { sku: 'BJ2002', product: '麦香10度', pack: 12, ml: 500, price: 38 },
  { sku: 'BJ2003', product: '雪顶小麦', pack: 24, ml: 330, price: 98 },
  { sku: 'BJ2004', product: '金樽大瓶', pack: 6, ml: 1000, price: 46 },
  { sku: 'BJ2005', product: '冰川听装', pack: 24, ml: 330, price: 50 },
] as const

export function makeLines(seed: number, count = 120): SalesLine[] {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const customers = Array.from({ length: 9 }, (_, index) => ({
    code: String(20_000 + index * 37 + below(30)).padStart(8, '0'),
    customer: `${places[below(places.length)]}${names[index]}${forms[below(forms.length)]}`,
    market: markets[index % markets.length] ?? '云溪市',
  }))
  return Array.from({ length: count }, (_, index) => {
    const customer = customers[index < customers.length ? index : below(customers.length)] ?? never()
    const product = products[index < products.length ? index : below(products.length)] ?? never()
    const cases = 1 + below(300)
    return {
      doc: `DH${seed}-${String(index).padStart(5, '0')}`,
      year: 2025,
      month: 1 + below(6),
      dom: index === 0 ? 28 : 1 + below(28),
      ...customer,
      sku: product.sku,
      product: product.product,
      pack: product.pack,
      ml: product.ml,
      cases,
      amount: cases * product.price,
    }
  })
}

function never(): never {
  throw new Error('no such item')
}

export const dayOf = (line: SalesLine) => `${line.year}-${two(line.month)}-${two(line.dom)}`
export const two = (value: number) => String(value).padStart(2, '0')

export function truthOf(lines: readonly SalesLine[]): Truth {
  const days = lines.map(dayOf).toSorted()
  return {
    rows: lines.length,
    ml: lines.reduce((sum, line) => sum + line.cases * line.pack * line.ml, 0),
    fen: lines.reduce((sum, line) => sum + Math.round(line.amount * 100), 0),
    accounts: new Set(lines.map((line) => line.code)).size,
    skus: new Set(lines.map((line) => line.sku)).size,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
  }
}

/** The lines summed as a table of months would hold them: one a customer, product and month, dated its last day. */
export function byMonth(lines: readonly SalesLine[]): SalesLine[] {
  const sums = new Map<string, SalesLine>()
  for (const line of lines) {
    const name = `${line.code}/${line.sku}/${line.month}`
    const before = sums.get(name)
    const dom = new Date(Date.UTC(line.year, line.month, 0)).getUTCDate()
    sums.set(name, {
      ...line,
      dom,
      cases: line.cases + (before?.cases ?? 0),
      amount: line.amount + (before?.amount ?? 0),
    })
  }
  return [...sums.values()]
}
