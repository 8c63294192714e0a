/**
 * JSON with one spelling: keys sorted by UTF-16 code unit, no white space, numbers as ECMAScript writes them (RFC 8785).
 * What JSON cannot say (undefined, functions) is left out; NUL and lone surrogates, which jsonb cannot hold, become U+FFFD.
 */
export function canonicalJson(value: unknown): string {
  return write(storable(value))
}

/** The value as it comes back from a jsonb column. */
export function storable(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? clean(inner) : inner,
  )
  return text === undefined ? null : (JSON.parse(text) as unknown)
}

function clean(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll('\0', '\uFFFD')
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(clean(key))}:${write(inner)}`).join(',')}}`
}
