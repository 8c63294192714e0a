import { sample, stringMatching } from 'fast-check'
import type { Chance } from './chance.ts'
import { joined, type Resolve, type Schema } from './document.ts'

export type Made = {
  readonly chance: Chance
  readonly resolve: Resolve
  /** Something that answers told under that name; undefined: nothing. */
  readonly known: (field: string) => unknown
  /** A whole object of that name, to be sent back in part. */
  readonly whole: (field: string) => unknown
  /** Asks for something that is there: what is known comes before anything new. */
  readonly there?: true
}

const words = [
  '永盛糖酒',
  'Harbour Trading',
  'a',
  '张',
  '2026',
  'key',
  'x-1',
  'O’Neill & Sons',
  '湖湾 鑫源',
  '0',
]
const days = [
  '2025-11-01',
  '2025-12-01',
  '2025-12-31',
  '2026-01-01',
  '2026-01-05',
  '2026-01-06',
  '2026-02-01',
  '2026-06-30',
  '2024-02-29',
]
export const goodPassword = 'blue heron 7 rivers 吨位'

/** Fields whose texts mean more than their schema says. */
const hints: readonly (readonly [RegExp, (chance: Chance) => string])[] = [
  [/^(day|from|to|asOf|expiresOn|validFrom|validTo|opened|closed|began)$/, (chance) => chance.one(days)],
  [/email/i, (chance) => `p${String(chance.below(60))}@example.com`],
  [/^(password|old)$/, () => goodPassword],
  [/^currency$/, (chance) => chance.one(['CNY', 'EUR', 'USD'])],
  [/^timeZone$/, (chance) => chance.one(['Asia/Shanghai', 'UTC', 'America/New_York'])],
  [/^phone$/, (chance) => `139${String(10_000_000 + chance.below(80_000_000))}`],
  [/^code$/, (chance) => `C${String(chance.below(100_000))}`],
  [/^name$/, (chance) => `${chance.one(words)} ${String(chance.below(100_000))}`],
  [/^standing$/, (chance) => chance.one(['', 'key_account', 'on_watch,at_risk', 'regular'])],
  [/^cols$/, (chance) => chance.one(['', 'rank,name', 'volume', 'score,silence'])],
  [/^kind$/, (chance) => chance.one(['accounts', 'movements', 'markets', 'products', 'ranking'])],
  [/^fact$/, (chance) => chance.one(['vehicles', 'credit_limit'])],
  [/^next$/, (chance) => chance.one(['/', '/accounts'])],
]

/** A value that a schema takes: mostly one that answers told under that name, where it fits. */
export function valid(made: Made, schema: Schema, field = ''): unknown {
  const { chance, resolve } = made
  if (schema.$ref !== undefined) return valid(made, resolve(schema.$ref), field)
  if (schema.allOf) return valid(made, joined(schema, resolve), field)
  const parts = schema.anyOf ?? schema.oneOf
  if (parts) return valid(made, chance.one(parts), field)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return chance.one(schema.enum)
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['string'])
  // Nothing at all is seldom what is meant.
  const type = types.includes('null') && !chance.yes(0.25) ? types.filter((one) => one !== 'null') : types
  return ofType(made, schema, chance.one(type), field)
}

function ofType(made: Made, schema: Schema, type: string, field: string): unknown {
  const { chance } = made
  if (type === 'object') return object(made, schema, field)
  if (type === 'array') return array(made, schema, field)
  if (type === 'null') return null
  if (type === 'boolean') return chance.yes(0.5)
  const hint = hints.find(([name]) => name.test(field))
  const known = made.known(field)
  if (chance.yes(hint && schema.format === undefined && !made.there ? 0.5 : 0.9) && fits(schema, type, known))
    return known
  if (type === 'integer' || type === 'number') return number(chance, schema, type === 'integer')
  return text(chance, schema, hint?.[1])
}

function array(made: Made, schema: Schema, field: string): unknown[] {
  const least = schema.minItems ?? 0
  const length = least + made.chance.below(Math.min((schema.maxItems ?? 4) - least, 3) + 1)
  const values = Array.from({ length }, () => valid(made, schema.items ?? {}, field))
  // A ranking or a set of rights names each once.
  return schema.items?.enum ? [...new Set(values)] : values
}

function object(made: Made, schema: Schema, field: string): object {
  const { properties = {}, required = [], additionalProperties } = schema
  const { chance } = made
  const all = Object.keys(properties)
  // Where nothing has to be said, often one thing is: fields that exclude each other come alone too.
  const alone = required.length === 0 && all.length > 0 && chance.yes(0.5) ? chance.one(all) : undefined
  const names =
    alone === undefined ? all.filter((name) => required.includes(name) || chance.yes(0.4)) : [alone]
  const known = Object.fromEntries(names.map((name) => [name, valid(made, properties[name] ?? {}, name)]))
  if (typeof additionalProperties !== 'object') return known
  const whole = made.whole(field)
  if (typeof whole === 'object' && whole !== null)
    return Object.fromEntries(Object.entries(whole).filter(() => chance.yes(0.2)))
  const more = Array.from({ length: chance.below(3) }, () => [
    chance.one(words),
    valid(made, additionalProperties),
  ])
  return { ...known, ...(Object.fromEntries(more) as object) }
}

function number(chance: Chance, schema: Schema, whole: boolean): number {
  const step = whole ? 1 : 1e-6
  const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + step)
  const most = schema.exclusiveMaximum === undefined ? low + 2000 : schema.exclusiveMaximum - step
  const high = schema.maximum ?? most
  if (chance.yes(0.15)) return low
  if (chance.yes(0.1)) return high
  const drawn = low + chance.share() * (Math.min(high, low + 200) - low)
  return whole ? Math.round(drawn) : Math.round(drawn * 100) / 100
}

function text(chance: Chance, schema: Schema, hint?: (chance: Chance) => string): string {
  if (schema.format === 'uuid')
    return `00000000-0000-7000-8000-${String(chance.below(1e12)).padStart(12, '0')}`
  if (schema.pattern !== undefined)
    return sample(stringMatching(new RegExp(schema.pattern)), {
      seed: chance.below(2 ** 31),
      numRuns: 1,
    })[0] as string
  const longest = schema.maxLength ?? 1000
  const drawn = hint?.(chance) ?? (chance.yes(0.1) ? '长'.repeat(longest) : chance.one(words))
  return drawn.padEnd(schema.minLength ?? 0, 'z').slice(0, longest)
}

function fits(schema: Schema, type: string, value: unknown): boolean {
  if (type !== 'string')
    return (
      typeof value === 'number' && value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value)
    )
  if (typeof value !== 'string' || value.length > (schema.maxLength ?? 1000)) return false
  if (schema.format === 'uuid') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
  return schema.pattern === undefined || new RegExp(schema.pattern).test(value)
}
