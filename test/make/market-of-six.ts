import type { Deps } from '../../src/server/db/deps.ts'
import { brought, salesFile } from './import.ts'

/**
 * Six wholesalers of one market who buy at 36 yuan a case and sell on to two outlets each at 40, 41 … 45: spreads of 4 to 9. A case is
 * 12 × 500 ml. The year to 4 January 2026 and, a tenth less, the year before.
 */
export async function aMarketOfSix(deps: Deps, market: string): Promise<void> {
  const lines: string[] = []
  const line = (day: string, kind: string, seller: string, buyer: string, cases: number, price: number) =>
    lines.push(
      `${day},${kind},${seller},${buyer},${buyer},${buyer.startsWith('O') ? 'outlet' : 'wholesaler'},${market},LAGER,Lager,12,500,${String(cases * 12)},${String(cases * price)},${day}-${buyer}-${seller},1`,
    )
  for (const [at, name] of ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'].entries()) {
    line('2024-12-01', 'sell_in', '', name, 900, 36)
    for (const day of ['2025-06-01', '2025-12-20']) line(day, 'sell_in', '', name, 500, 36)
    for (const outlet of [1, 2])
      for (const day of ['2025-09-15', '2025-12-20'])
        line(day, 'sell_through', name, `O${String(at + 1)}${String(outlet)}`, 30, 40 + at)
  }
  await brought(
    deps,
    salesFile(
      lines,
      'date,kind,seller_code,buyer_code,buyer_name,buyer_tier,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,doc,line',
    ),
  )
}
