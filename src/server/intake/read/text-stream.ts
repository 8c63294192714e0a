import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Refused } from '../../../domain/problem.ts'

export type Progress = { bytes: number }

const PIECE = 256 * 1024
/** A file of text may be this large once it is unpacked. */
const UNPACKED = 4 * 1024 ** 3
const LONGEST = 2 * 1024 * 1024

/** The bytes of a text file, unpacked where it is gzipped. Counts the file's own bytes in `progress`. */
export async function* bytesOf(path: string, packed: boolean, progress: Progress): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: PIECE })
  if (!packed) {
    for await (const piece of file as AsyncIterable<Buffer>) {
      progress.bytes += piece.length
      yield piece
    }
    return
  }
  const unpack = createGunzip({ chunkSize: PIECE })
  file.on('error', (error) => unpack.destroy(error))
  let bytes = 0
  try {
    for await (const piece of file.pipe(unpack) as AsyncIterable<Buffer>) {
      bytes += piece.length
      progress.bytes = file.bytesRead
      if (bytes > UNPACKED || (bytes > 64 * 1024 * 1024 && bytes > progress.bytes * 400))
        throw new Refused('file/bomb', { megabytes: Math.round(bytes / 1_048_576) })
      yield piece
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('file/broken', { why: 'gzip' })
  } finally {
    file.destroy()
    unpack.destroy()
  }
}

/**
 * The same bytes in blocks that end at a line's end, so that no character is cut: 0x0A and 0x0D are never part of a longer
 * character in UTF-8 and GB18030. `wide`: two bytes a character. Refuses a line of more than 2 MiB.
 */
export async function* blocksOf(
  path: string,
  packed: boolean,
  progress: Progress,
  wide: 'utf-16le' | 'utf-16be' | null,
): AsyncGenerator<Buffer> {
  let rest: Buffer | null = null
  let lines = 0
  for await (const piece of bytesOf(path, packed, progress)) {
    const block: Buffer = rest ? Buffer.concat([rest, piece]) : piece
    const cut = wide ? lastWideBreak(block, wide) : lastBreak(block)
    if (cut > 0) {
      yield block.subarray(0, cut)
      lines++
      rest = cut < block.length ? Buffer.from(block.subarray(cut)) : null
    } else rest = block
    if (rest && rest.length > LONGEST) throw new Refused('file/line-too-long', lines === 0 ? { row: 1 } : {})
  }
  if (rest && rest.length > 0) yield rest
}

function lastBreak(block: Buffer): number {
  const newline = block.lastIndexOf(10)
  // Files of old Macs end their lines with 0x0D alone; the last byte may be the first half of 0x0D 0x0A.
  if (newline < 0) return block.subarray(0, block.length - 1).lastIndexOf(13) + 1
  return newline + 1
}

function lastWideBreak(block: Buffer, wide: 'utf-16le' | 'utf-16be'): number {
  const [low, high] = wide === 'utf-16le' ? [0, 1] : [1, 0]
  for (let at = (block.length & ~1) - 2; at >= 0; at -= 2)
    if (block[at + low] === 10 && block[at + high] === 0) return at + 2
  return 0
}
