import { ok, refuse, type Result } from '../problem.ts'
import type { DealField } from './deal-fields.ts'

export type NumberRefusal =
  'deal/number-invalid' | 'deal/out-of-range' | 'deal/share-outside' | 'deal/not-whole'

/** A number as it was typed. Text is refused, also "6": a file that quotes its numbers is not guessed at. */
export function readNumber(
  value: unknown,
  field: string,
  { kind, low, high }: DealField,
): Result<number, NumberRefusal> {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuse('deal/number-invalid', { field, value: shown(value) })
  if (kind === 'share' && (value < low || value > high)) return refuse('deal/share-outside', { field, value })
  if (value < low || value > high) return refuse('deal/out-of-range', { field, value, low, high })
  if (kind === 'count' && !Number.isInteger(value)) return refuse('deal/not-whole', { field, value })
  // −0 is what a form gives for "-0"
  return ok(value === 0 ? 0 : value)
}

const LONGEST = 40

/** What stands there, short enough for a sentence. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
