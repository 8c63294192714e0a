import { decimal } from '../fraction.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { dealFields, dealParts } from './deal-fields.ts'
import type { Rebate, Tier } from './deal.ts'
import { readNumber, shown, type NumberRefusal } from './read-number.ts'

export type RebateRefusal =
  | NumberRefusal
  | 'deal/part-invalid'
  | 'deal/field-unknown'
  | 'deal/rebate-twice'
  | 'deal/rebate-none'
  | 'deal/mode-unknown'
  | 'deal/tier-invalid'
  | 'deal/tiers-overlap'
  | 'deal/tiers-unsorted'

type Bag = Readonly<Record<string, unknown>>
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const MOST_TIERS = 50

/** `{perCase}` or `{tiers: [{from, rate}], mode}`. */
export function readRebate(raw: unknown): Result<Rebate, RebateRefusal> {
  const field = 'case.rebate'
  if (!isBag(raw)) return refuse('deal/part-invalid', { field, value: shown(raw) })
  const known = dealParts[field] ?? []
  const odd = Object.keys(raw).find((name) => !known.includes(name))
  if (odd !== undefined)
    return refuse('deal/field-unknown', { field: `${field}.${odd}`, known: known.join(', ') })
  const { perCase = null, tiers = null, mode = null } = raw
  if (perCase !== null && (tiers !== null || mode !== null)) return refuse('deal/rebate-twice', { field })
  if (perCase === null && tiers === null) return refuse('deal/rebate-none', { field })
  if (perCase !== null) {
    const number = readNumber(perCase, `${field}.perCase`, dealFields['case.rebate.perCase'])
    return number.ok ? ok({ kind: 'perCase', perCase: decimal(number.value) }) : number
  }
  if (mode !== 'all' && mode !== 'marginal')
    return refuse('deal/mode-unknown', {
      field: `${field}.mode`,
      ...(mode === null ? {} : { value: shown(mode) }),
    })
  const read = readTiers(tiers)
  return read.ok ? ok({ kind: 'tiers', tiers: read.value, mode }) : read
}

function readTiers(raw: unknown): Result<readonly Tier[], RebateRefusal> {
  const field = 'case.rebate.tiers'
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > MOST_TIERS)
    return refuse('deal/tier-invalid', { field, most: MOST_TIERS })
  const tiers: Tier[] = []
  for (const [at, one] of raw.entries()) {
    const tier = readTier(one, `${field}[${at}]`)
    if (!tier.ok) return tier
    const before = tiers.at(-1)?.from ?? -1
    const { from } = tier.value
    if (from === before) return refuse('deal/tiers-overlap', { field: `${field}[${at}].from`, from })
    if (from < before) return refuse('deal/tiers-unsorted', { field: `${field}[${at}].from`, from, before })
    tiers.push(tier.value)
  }
  return ok(tiers)
}

function readTier(raw: unknown, field: string): Result<Tier, RebateRefusal> {
  if (!isBag(raw)) return refuse('deal/tier-invalid', { field, most: MOST_TIERS })
  const odd = Object.keys(raw).find((name) => name !== 'from' && name !== 'rate')
  if (odd !== undefined)
    return refuse('deal/field-unknown', { field: `${field}.${odd}`, known: 'from, rate' })
  const from = readNumber(raw['from'], `${field}.from`, dealFields['firstOrder.cases'])
  if (!from.ok) return from
  const rate = readNumber(raw['rate'], `${field}.rate`, dealFields['case.rebate.perCase'])
  return rate.ok ? ok({ from: from.value, rate: decimal(rate.value) }) : rate
}
