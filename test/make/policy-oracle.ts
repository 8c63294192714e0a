import type { TermsDraft } from '../../src/domain/develop/trade-policy-draft.ts'

/**
 * What a unit earns, found in another way than the product: rates become whole ten-thousandths, every sum has one denominator that is
 * written down, bundles are taken out and counted. Nothing of `src` is called.
 */
export type OracleUnit = { readonly quantity: bigint; readonly base: bigint; readonly confirmed: boolean }

/** A rate is kept as ten-thousandths. */
const RATE = 10_000n

function tenThousandths(value: number): bigint {
  const [whole = '0', part = ''] = value.toFixed(4).split('.')
  return BigInt(whole + part.padEnd(4, '0'))
}

/** Half away from zero, of top ÷ bottom. */
function nearest(top: bigint, bottom: bigint): bigint {
  const negative = top < 0n
  const size = negative ? -top : top
  let whole = size / bottom
  if ((size - whole * bottom) * 2n >= bottom) whole += 1n
  return negative ? -whole : whole
}

export function oracleEarned(terms: TermsDraft, unit: OracleUnit): bigint {
  if ('amountMinor' in terms) return unit.confirmed ? BigInt(terms.amountMinor) : 0n
  if (terms.kind === 'free_goods') {
    let left = unit.quantity - (unit.quantity % 1000n)
    let bundles = 0n
    const bundle = BigInt(terms.buy) * 1000n
    for (let size = bundle << 40n; size >= bundle; size >>= 1n)
      while (left >= size) {
        left -= size
        bundles += size / bundle
      }
    return bundles * BigInt(terms.get) * BigInt(terms.valueMinor)
  }
  // Quantities are thousandths of a case or a litre; a rate on an amount is in hundredths of it. Both as one denominator.
  const per = terms.measure === 'amount' ? 100n : 1000n
  const step = terms.measure === 'amount' ? 1n : 1000n
  if (terms.kind === 'rate') return nearest(unit.quantity * tenThousandths(terms.rate), per * RATE)
  if (terms.kind === 'growth') {
    if (unit.base <= 0n) return 0n
    // q − base × (100 + above) ÷ 100, in ten-thousandths of a hundredth
    const grown = unit.quantity * 100n * RATE - unit.base * (100n * RATE + tenThousandths(terms.above))
    return grown <= 0n ? 0n : nearest(grown * tenThousandths(terms.rate), 100n * RATE * per * RATE)
  }
  if (unit.quantity <= 0n) return 0n
  const borders = terms.tiers.map(({ from }) => BigInt(from) * step)
  let total = 0n
  for (const [at, tier] of terms.tiers.entries()) {
    const [low, high] = [borders[at] as bigint, borders[at + 1]]
    if (terms.mode === 'all') {
      const holds = unit.quantity >= low && (high === undefined || unit.quantity < high)
      if (holds) total += unit.quantity * tenThousandths(tier.rate)
    } else if (unit.quantity > low) {
      const top = high === undefined || unit.quantity < high ? unit.quantity : high
      total += (top - low) * tenThousandths(tier.rate)
    }
  }
  return nearest(total, per * RATE)
}
