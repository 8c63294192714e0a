import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ok, refuse, Refused, type Result } from '../../domain/problem.ts'

const uploadLimit = 2 * 1024 ** 3

export function uploadPath(folder: string, batch: string): string {
  return join(folder, 'uploads', `${batch}.upload`)
}

export type Received = { readonly path: string; readonly bytes: number; readonly digest: Buffer }

/**
 * Writes a request's body to the uploads folder as it comes, never the whole of it in memory. Refused beyond `limit` bytes, and
 * then nothing stays. A connection that breaks off throws and leaves nothing either.
 */
export async function receive(
  folder: string,
  batch: string,
  body: ReadableStream<Uint8Array> | null,
  declared: number | undefined,
  limit = uploadLimit,
): Promise<Result<Received, 'file/too-large' | 'file/empty'>> {
  if (!body) return refuse('file/empty')
  const limitMb = Math.floor(limit / 1024 ** 2)
  if (declared !== undefined && declared > limit) return refuse('file/too-large', { limitMb })
  await mkdir(join(folder, 'uploads'), { recursive: true, mode: 0o700 })
  const path = uploadPath(folder, batch)
  const hash = createHash('sha256')
  let bytes = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      if (bytes > limit) done(new Refused('file/too-large', { limitMb }))
      else done(null, chunk)
    },
  })
  // Opened before anything flows: a stream that opens by itself may do so after the file was taken away again.
  const file = await open(path, 'w', 0o600)
  try {
    await pipeline(
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
      counter,
      file.createWriteStream(),
    )
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    if (error instanceof Refused) return refuse('file/too-large', { limitMb })
    throw error
  }
  if (bytes > 0) return ok({ path, bytes, digest: hash.digest() })
  await rm(path, { force: true })
  return refuse('file/empty')
}

const keptDays = 7

/** Deletes uploads that nobody imported within a week. */
export async function clearUploads(folder: string, now: Date): Promise<void> {
  const place = join(folder, 'uploads')
  const names = await readdir(place).catch(() => [])
  for (const name of names.filter((one) => one.endsWith('.upload'))) {
    const age = now.getTime() - (await stat(join(place, name))).mtimeMs
    if (age > keptDays * 86_400_000) await rm(join(place, name), { force: true })
  }
}

/** The name a person gave a file, without folders and control characters; it is shown, never used as a path. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replaceAll(/\p{Cc}/gu, '').trim()
  return clean === '' ? 'file' : clean.slice(-200)
}
