import { inflateSync } from 'node:zlib'

const WOFF = 0x774f4646
const HEADER = 44
const ENTRY = 20

/**
 * The OpenType font inside a WOFF 1.0 file (W3C Recommendation, 13 December 2012, §3 to §5): the table directory in the form of
 * OpenType, each table inflated. The printer reads plain fonts a hundred times faster than packed ones. Throws for anything else:
 * the fonts come with the program.
 */
export function openFont(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF) throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const tables: Buffer[] = []
  let offset = head.length
  for (let n = 0; n < count; n++) {
    const entry = HEADER + ENTRY * n
    const [at, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(at, at + packed)
    const table = packed < length ? inflateSync(bytes) : bytes
    woff.copy(head, 12 + 16 * n, entry, entry + 4)
    woff.copy(head, 12 + 16 * n + 4, entry + 16, entry + 20)
    head.writeUInt32BE(offset, 12 + 16 * n + 8)
    head.writeUInt32BE(length, 12 + 16 * n + 12)
    // Tables begin at multiples of four.
    const padding = (4 - (length % 4)) % 4
    tables.push(table, Buffer.alloc(padding))
    offset += length + padding
  }
  return Buffer.concat([head, ...tables])
}
