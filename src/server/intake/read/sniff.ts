import { open, stat } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { Refused } from '../../../domain/problem.ts'

/** What a file is by its first bytes, whatever it is called. `markup` is a table saved as HTML or XML under an .xls name. */
export type Content = 'text' | 'gzip' | 'zip' | 'compound' | 'biff' | 'markup'

const foreign: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
]

const begins = (head: Buffer, bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte)

/** Refuses an empty file and what is plainly something else than a table. `size` in bytes. */
export async function sniff(path: string): Promise<{ content: Content; size: number }> {
  const size = (await stat(path).catch(() => missing(path))).size
  if (size === 0) throw new Refused('file/empty')
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(Math.min(size, 65_536))
    await file.read(head, 0, head.length, 0)
    return { content: contentOf(head), size }
  } finally {
    await file.close()
  }
}

function missing(path: string): never {
  throw new Refused('file/missing', { file: path.split(/[\\/]/).pop() ?? path })
}

function contentOf(head: Buffer): Content {
  if (begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'compound'
  if (begins(head, [0x1f, 0x8b])) {
    const inner = firstOfGzip(head)
    if (inner.length > 0) {
      const within = contentOf(inner)
      if (within !== 'text') throw new Refused('file/not-readable', { why: `gzip: ${within}` })
    }
    return 'gzip'
  }
  if (
    head[0] === 9 &&
    [0, 2, 4, 8].includes(head[1] ?? 1) &&
    [4, 6, 8, 16].includes(head[2] ?? 0) &&
    head[3] === 0
  )
    return 'biff'
  for (const [format, bytes] of foreign) if (begins(head, bytes)) throw new Refused('file/binary', { format })
  const start = head.toString('latin1', 0, 1024).replace(/^[\xef\xbb\xbf\s]+/, '')
  if (/^<(!doctype html|html|table|\?xml[^>]*\?>\s*(<\?mso[^>]*>\s*)?<(\w+:)?workbook)/i.test(start))
    return 'markup'
  if (!isWideText(head) && controlShare(head) > 0.02) throw new Refused('file/binary')
  return 'text'
}

function firstOfGzip(head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: 2, maxOutputLength: 64 * 1024 * 1024 }).subarray(0, 65_536)
  } catch {
    return Buffer.alloc(0)
  }
}

/** UTF-16, with a mark or without: then every second byte of figures, separators and Latin letters is 0. */
export function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  let even = 0
  let odd = 0
  const end = Math.min(head.length, 4096) & ~1
  for (let at = 0; at < end; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  const least = Math.max(4, end / 16)
  if (odd >= least && even * 20 < odd) return 'utf-16le'
  if (even >= least && odd * 20 < even) return 'utf-16be'
  return null
}

const isWideText = (head: Buffer) => wideOf(head) !== null

function controlShare(head: Buffer): number {
  let controls = 0
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++
    if (byte === 127) controls++
  }
  return controls / head.length
}
