import { ok, refuse, type Result } from '../problem.ts'

/** A name longer than this fits on no screen, no invoice and no file that people send each other. */
export const LONGEST_NAME = 80
export const LONGEST_CODE = 40

// oxlint-disable-next-line no-control-regex -- what a name must not hold
const CONTROL = /[\u0000-\u001f\u007f]/g

function tidyText(text: string): string {
  return text.replaceAll(CONTROL, ' ').normalize('NFKC').trim().replaceAll(/\s+/gu, ' ')
}

/** A name as it is kept: without blanks at its ends, full-width signs of a name stay. Refused: none, or more than 80 characters. */
export function readName(text: string): Result<string, 'name/empty' | 'name/too-long'> {
  const name = text.replaceAll(CONTROL, ' ').normalize('NFC').trim().replaceAll(/\s+/gu, ' ')
  const length = [...name].length
  if (length === 0) return refuse('name/empty')
  return length > LONGEST_NAME ? refuse('name/too-long', { length, max: LONGEST_NAME }) : ok(name)
}

/** A code as it is kept. Refused: none, or more than 40 characters. */
export function readCode(text: string): Result<string, 'code/empty' | 'code/too-long'> {
  const code = tidyText(text)
  const length = [...code].length
  if (length === 0) return refuse('code/empty')
  return length > LONGEST_CODE ? refuse('code/too-long', { length, max: LONGEST_CODE }) : ok(code)
}

/** `HW-0108` → `HW-` and 4 digits; null where a code ends in no digits. */
export function serial(code: string): { readonly stem: string; readonly width: number } | null {
  const found = /^(.*?)(\d{1,9})$/su.exec(code)
  return found ? { stem: found[1] ?? '', width: (found[2] ?? '').length } : null
}

/**
 * The next free code of the same stem: one above the highest that is taken. Where codes end in no digits, the first of `-2`, `-3` …
 * that is free. `taken` are keys (`codeKey`) that begin with the stem's.
 */
export function nextCode(code: string, taken: ReadonlySet<string>, keyOf: (code: string) => string): string {
  const { stem, width } = serial(code) ?? { stem: `${code}-`, width: 1 }
  const key = keyOf(stem)
  let highest = serial(code) ? 0 : 1
  for (const one of taken) {
    const rest = one.startsWith(key) ? one.slice(key.length) : ''
    if (/^\d{1,9}$/.test(rest)) highest = Math.max(highest, Number(rest))
  }
  return stem + String(highest + 1).padStart(width, '0')
}
