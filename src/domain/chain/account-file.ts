/** What a file of an account may be, by its content; its name says nothing. */
export const fileMedia = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const
export type FileMedia = (typeof fileMedia)[number]

/** The most bytes that a file of an account may have. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024

/** Endings that a name may have, the usual one first. */
const endings: Readonly<Record<FileMedia, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}

const LONGEST_NAME = 200

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  return [...text].every((sign, i) => bytes[at + i] === sign.charCodeAt(0))
}

/** Whether the bytes are those of a zip archive, whose entries then say what it is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK\u0003\u0004')
}

/**
 * What a file is by its first bytes, and of a zip archive by the names of its `entries`. Null: none of those that are taken, among
 * them workbooks and documents with macros.
 */
export function mediaOf(bytes: Uint8Array, entries: ReadonlySet<string>): FileMedia | null {
  if (startsWith(bytes, '%PDF-')) return 'application/pdf'
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp'
  if (!isZip(bytes) || !entries.has('[Content_Types].xml')) return null
  if ([...entries].some((name) => /vbaProject/i.test(name))) return null
  if (entries.has('word/document.xml')) return fileMedia[4]
  return entries.has('xl/workbook.xml') ? fileMedia[5] : null
}

/** Signs that are not seen, or turn the order of reading round, so that a name could show another ending than it has. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** The name of a file as it is kept: no folders, nothing unseen, at most 200 signs, and an ending that says what the file is. */
export function fileName(given: string, media: FileMedia): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const bare = last.replaceAll(UNSEEN, '').trim()
  const known = endings[media]
  const ending = known.find((one) => bare.toLowerCase().endsWith(`.${one}`))
  const stem = ending === undefined ? bare : bare.slice(0, -ending.length - 1)
  const end = `.${ending === undefined ? (known[0] ?? '') : bare.slice(-ending.length)}`
  const signs = [...(stem.trim() === '' ? 'file' : stem)]
  return signs.slice(0, LONGEST_NAME - end.length).join('') + end
}
