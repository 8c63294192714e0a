import type { Chance } from './chance.ts'
import type { Resolve, Schema } from './document.ts'
import type { Draft } from './draft.ts'
import { joined } from './document.ts'

type Spoil = () => void
type Bag = Record<string, unknown>

/** One thing of a valid request made otherwise. */
export function spoilOnce(chance: Chance, resolve: Resolve, draft: Draft): void {
  const spoils = [...inAddress(chance, resolve, draft), ...inBody(chance, resolve, draft)]
  if (spoils.length > 0) chance.one(spoils)()
}

function inAddress(chance: Chance, resolve: Resolve, draft: Draft): Spoil[] {
  return draft.operation.parameters.flatMap(({ name, in: where, schema }): Spoil[] => {
    const wrong = wrongTexts(chance, schema, resolve)
    if (where === 'path') return wrong.map((value) => () => (draft.path[name] = value))
    const set = (value: unknown): void => {
      draft.query = [...draft.query.filter(([one]) => one !== name), [name, value]]
    }
    return [
      ...wrong.map((value) => () => set(value)),
      () => (draft.query = draft.query.filter(([one]) => one !== name)),
      // Twice, and once as the frame of another language would write a list.
      () => set(['1', 'x']),
      () => draft.query.push([`${name}[]`, 'x']),
      () => draft.query.push([name.toUpperCase(), 'x']),
    ]
  })
}

function inBody(chance: Chance, resolve: Resolve, draft: Draft): Spoil[] {
  const { operation, json } = draft
  const schema = operation.body?.schema
  if (json === undefined || !schema) return []
  const whole: Spoil[] = [
    ...[null, [], [json], 'x', {}].map((value) => () => (draft.json = value)),
    // Two fields of one name: the last one counts, whatever it is.
    () => (draft.text = (text) => text.replace(/^\{("\w+":)/, '{$1"first",$1')),
    () => (draft.text = (text) => text.replace(/\}$/, ',"more":[{"x":1}]}')),
    () => (draft.text = (text) => text.slice(0, -1)),
  ]
  const fields = bagsOf(json, schema, resolve).flatMap(({ bag, known }) =>
    Object.entries(known).flatMap(([name, field]) =>
      wrongValues(chance, field, resolve).map((value) => () => (bag[name] = value)),
    ),
  )
  const taken = bagsOf(json, schema, resolve).flatMap(({ bag }): Spoil[] => [
    ...Object.keys(bag).map((name) => () => {
      delete bag[name]
    }),
    () => (bag['extra'] = 1),
    () => (bag['id'] = '00000000-0000-7000-8000-0000000000aa'),
  ])
  // Fields are many; each kind of fault should have its turn.
  return [...chance.shuffled(fields).slice(0, 30), ...chance.shuffled(taken).slice(0, 12), ...whole]
}

/** Every object of a body with the schemas of its fields. */
function bagsOf(
  value: unknown,
  schema: Schema,
  resolve: Resolve,
): { bag: Bag; known: Record<string, Schema> }[] {
  const plain = plainOf(schema, resolve)
  if (Array.isArray(value)) return value.flatMap((one) => bagsOf(one, plain.items ?? {}, resolve))
  if (typeof value !== 'object' || value === null) return []
  const known = plain.properties ?? {}
  const bag = value as Bag
  return [
    { bag, known },
    ...Object.entries(bag).flatMap(([name, inner]) => bagsOf(inner, known[name] ?? {}, resolve)),
  ]
}

function plainOf(schema: Schema, resolve: Resolve): Schema {
  if (schema.$ref !== undefined) return plainOf(resolve(schema.$ref), resolve)
  return joined(schema, resolve)
}

/** Just beside what a schema takes: of another type, one too many, one too few, of no known word. */
function wrongValues(chance: Chance, written: Schema, resolve: Resolve): unknown[] {
  const schema = plainOf(written, resolve)
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  const numeric = types.includes('number') || types.includes('integer')
  return [
    null,
    true,
    [],
    {},
    ...(numeric ? ['1', ...wrongNumbers(schema)] : [1]),
    ...(types.includes('array') ? wrongLists(schema) : []),
    ...wrongTexts(chance, schema, resolve),
  ]
}

function wrongNumbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): number[] {
  const edges = [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(exclusiveMinimum === undefined ? [] : [exclusiveMinimum]),
    ...(exclusiveMaximum === undefined ? [] : [exclusiveMaximum]),
  ]
  return [...edges, 1.5, -1, 0, 1e12, 123_456_789_012_345, 0.000_000_1]
}

function wrongLists({ items, minItems = 0, maxItems = 1000 }: Schema): unknown[] {
  const one = items?.format === 'uuid' ? '00000000-0000-7000-8000-0000000000aa' : (items?.enum?.[0] ?? 'x')
  const of = (length: number) => Array.from({ length }, () => one)
  return [
    of(Math.max(0, minItems - 1)),
    of(1),
    of(Math.min(maxItems, 1000)),
    of(Math.min(maxItems, 5000) + 1),
    [null],
  ]
}

function wrongTexts(chance: Chance, written: Schema, resolve: Resolve): string[] {
  const schema = plainOf(written, resolve)
  const longest = schema.maxLength ?? 100
  return [
    '',
    ' ',
    'x',
    '长'.repeat(longest + 1),
    'y'.repeat(longest),
    'z'.repeat(100_000),
    ...(schema.format === 'uuid'
      ? ['00000000-0000-7000-8000-00000000000', '{00000000-0000-7000-8000-0000000000aa}']
      : []),
    ...(schema.enum ? [`${String(schema.enum[0])} `, String(schema.enum[0]).toUpperCase()] : []),
    chance.one(['2026-02-30', '2026-13-01', '05.01.2026', '20260105', 'yesterday']),
  ]
}
