import { addMonths, type Day } from '../../domain/day.ts'
import { periodOf } from '../../domain/develop/trade-policy.ts'
import type { Dealing } from './dealings.ts'
import type { DemoLine } from './parts.ts'
import type { Places } from './places.ts'
import type { World } from './world.ts'

/** The first day of the year that is lived day by day: four quarters before the one that it is. */
export function yearBegins(today: Day): Day {
  return addMonths(periodOf('quarter', today), -12)
}

/** Dealings as the door of the ledger takes them. */
export function* linesOf(
  world: World,
  { account, skus }: Pick<Places, 'account' | 'skus'>,
  dealings: Iterable<Dealing>,
  onLine: (n: number) => void = () => undefined,
): Generator<DemoLine> {
  let n = 0
  for (const dealing of dealings) {
    const buyer = account.get(dealing.account)
    const sku = skus[dealing.sku]
    if (!buyer || sku === undefined) throw new Error(`no such account or product: ${dealing.account}`)
    const seller = dealing.seller === null ? null : (account.get(dealing.seller)?.id ?? null)
    n += 1
    if (n % 5000 === 0) onLine(n)
    yield {
      ...dealing,
      market: buyer.market,
      account: buyer.id,
      sku,
      seller,
      day: world.ground.days[dealing.day] ?? '',
    }
  }
}
