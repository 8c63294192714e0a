/** What an entry of the audit says: one field, what stood there and what stands there now. Null: nothing stood there. */
export type Said = { readonly field: string; readonly before: string | null; readonly after: string | null }

type Tree = Readonly<Record<string, unknown>>

/** Fields that must not be read back from the audit, whoever may read it. */
const MASKED = /(^|\.)(phone|password|token|secret|hash)$/i
export const MASK = '••••'

/**
 * An entry's detail, as it was given, as lines that a person can read: only what differs where it has `before` and `after` (or `from`
 * and `to` that are objects), otherwise each value as what stands now. Nested fields are joined with dots; telephones stay masked.
 */
export function saidIn(detail: unknown): readonly Said[] {
  if (!isTree(detail)) return []
  const pair = pairIn(detail)
  const whole = pair ? omit(detail, pair) : detail
  const changed = pair ? differences(leaves(detail[pair[0]]), leaves(detail[pair[1]])) : []
  const told = [...leaves(whole)].map(([field, after]) => ({ field, before: null, after }))
  return [...changed, ...told].map(masked)
}

/** Which two fields stand against each other; `before` alone is something that was taken away. */
function pairIn(detail: Tree): readonly [string, string] | null {
  for (const pair of [
    ['before', 'after'],
    ['from', 'to'],
  ] as const) {
    const [left, right] = [detail[pair[0]], detail[pair[1]]]
    if ((isTree(left) && isSide(right)) || (isTree(right) && isSide(left))) return pair
  }
  return null
}

function omit(detail: Tree, names: readonly string[]): Tree {
  return Object.fromEntries(Object.entries(detail).filter(([name]) => !names.includes(name)))
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Said[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
    .filter((one) => one.before !== one.after)
}

function leaves(value: unknown, field = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (part: unknown, name: string): void => {
    if (part === null || part === undefined || part === '') return
    if (Array.isArray(part)) {
      if (part.every((one) => !isTree(one) && !Array.isArray(one))) {
        if (part.length > 0) found.set(name, part.map(String).join(', '))
      } else for (const [at, one] of part.entries()) walk(one, join(name, String(at + 1)))
    } else if (isTree(part)) for (const [key, one] of Object.entries(part)) walk(one, join(name, key))
    else found.set(name, String(part as string | number | boolean))
  }
  walk(value, field)
  return found
}

function join(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}

function masked(said: Said): Said {
  if (!MASKED.test(said.field)) return said
  return { ...said, before: hide(said.before), after: hide(said.after) }
}

function isSide(value: unknown): boolean {
  return value === null || value === undefined || isTree(value)
}

function hide(text: string | null): string | null {
  return text === null ? null : MASK
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
