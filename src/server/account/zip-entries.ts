import { fromBufferPromise } from 'yauzl'

const MOST_ENTRIES = 20_000

/** Names of what is in a zip archive, by its directory; nothing is unpacked. None where it is broken or holds too many. */
export async function zipEntries(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: false })
    for await (const entry of zip.eachEntry()) {
      if (names.size >= MOST_ENTRIES || entry.isEncrypted()) return new Set()
      names.add(entry.fileName)
    }
  } catch {
    return new Set()
  }
  return names
}
