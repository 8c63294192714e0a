import { StringDecoder } from 'node:string_decoder'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { Refused } from '../../../domain/problem.ts'

export type Zip = {
  readonly names: ReadonlySet<string>
  /** The text of an entry, piece by piece; refuses when more comes out than the directory says. */
  pieces(name: string): AsyncGenerator<string>
  text(name: string, most: number): Promise<string>
  close(): void
}

const MOST_ENTRIES = 20_000
const RATIO = 100
const RATIO_FROM = 10 * 1024 * 1024
const MOST_UNPACKED = 4 * 1024 ** 3

/**
 * Opens a zip archive and refuses one that unpacks to more than it should: by its directory (over 10 MiB and more than 100 times
 * its size, or over 4 GiB), and by what truly comes out of an entry when it is read.
 */
export async function openZip(path: string): Promise<Zip> {
  const file = await openPromise(path, {
    autoClose: false,
    lazyEntries: true,
    validateEntrySizes: true,
    strictFileNames: false,
  }).catch((error: unknown) => broken(error))
  const entries = new Map<string, Entry>()
  try {
    await list(file, entries)
  } catch (error) {
    file.close()
    throw error
  }
  return {
    names: new Set(entries.keys()),
    pieces: (name) => piecesOf(file, entries.get(name)),
    text: async (name, most) => {
      let text = ''
      for await (const piece of piecesOf(file, entries.get(name))) {
        text += piece
        if (text.length > most) throw new Refused('file/too-large', {})
      }
      return text
    },
    close: () => file.close(),
  }
}

async function list(file: ZipFile, entries: Map<string, Entry>): Promise<void> {
  let unpacked = 0
  try {
    for await (const entry of file.eachEntry()) {
      if (entry.isEncrypted()) throw new Refused('file/encrypted')
      unpacked += entry.uncompressedSize
      const bomb =
        (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * RATIO) ||
        unpacked > MOST_UNPACKED
      if (bomb) throw new Refused('file/bomb', { megabytes: Math.round(unpacked / 1_048_576) })
      if (entries.size >= MOST_ENTRIES) throw new Refused('file/bomb', {})
      entries.set(entry.fileName.replace(/\\/g, '/').replace(/^\//, ''), entry)
    }
  } catch (error) {
    broken(error)
  }
}

async function* piecesOf(file: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) return
  const decoder = new StringDecoder('utf8')
  try {
    const stream = await file.openReadStreamPromise(entry)
    for await (const piece of stream as AsyncIterable<Buffer>) yield decoder.write(piece)
    yield decoder.end()
  } catch (error) {
    broken(error)
  }
}

function broken(error: unknown): never {
  if (error instanceof Refused) throw error
  const why = error instanceof Error ? error.message : ''
  if (/too many bytes in the stream/.test(why)) throw new Refused('file/bomb', {})
  throw new Refused('file/broken', { why: why.slice(0, 80) || 'zip' })
}
