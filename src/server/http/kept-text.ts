/** Half of a pair that stands for one sign, without its other half: no text in UTF-8 can hold it. */
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Whether the database can keep a text as it is: neither the sign 0 nor half a sign is in it. */
function isKept(text: string): boolean {
  return !text.includes('\0') && !HALF.test(text)
}

/**
 * The place of the first text in an input, names of fields included, that the database could not keep as it came
 * (`changes.0.name`); null: there is none. The input may be nested as deep as anybody sends.
 */
export function unkeptIn(input: unknown): string | null {
  const left: { readonly value: unknown; readonly place: string }[] = [{ value: input, place: '' }]
  for (let one = left.pop(); one; one = left.pop()) {
    const { value, place } = one
    if (typeof value === 'string' && !isKept(value)) return place
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (!isKept(name)) return place
      left.push({ value: inner, place: place === '' ? name : `${place}.${name}` })
    }
  }
  return null
}
