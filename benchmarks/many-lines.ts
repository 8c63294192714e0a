import type { PostLine } from '../src/server/chain/post.ts'
import type { MadeChain } from '../test/make/chain.ts'

type Many = {
  readonly count: number
  /** The number of the first order; it also moves the chance on. */
  readonly first?: number
  /** The first day, and over how many the lines go evenly. */
  readonly year: number
  readonly days: number
  readonly linesAnOrder: number
}

/** Sales of a made chain, the same ones each time. */
export function* manyLines(
  chain: MadeChain,
  { count, first = 0, year, days, linesAnOrder }: Many,
): Generator<PostLine> {
  let state = 7 + first
  const pick = (of: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % of
  const dates = Array.from({ length: days }, (_, at) =>
    new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
  )
  for (let n = 0; n < count; n++) {
    const account = chain.accounts[pick(chain.accounts.length)]
    if (!account) throw new Error('no accounts')
    const cases = 1 + pick(50)
    yield {
      market: account.market,
      account: account.id,
      sku: chain.skus[pick(chain.skus.length)] ?? '',
      seller: null,
      kind: 'sell_in',
      day: dates[Math.floor((n * days) / count)] ?? `${year}-01-01`,
      millilitres: cases * 6000,
      milliCases: cases * 1000,
      amountMinor: cases * 3600,
      costMinor: cases * 2100,
      doc: `SO-${first + Math.floor(n / linesAnOrder)}`,
      line: String(n % linesAnOrder),
    }
  }
}
