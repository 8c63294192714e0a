import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { RecordSaved } from '../../contract/account.ts'
import { fileName, isZip, mediaOf, MOST_FILE_BYTES } from '../../domain/chain/account-file.ts'
import { barePhoto } from '../../domain/chain/bare-photo.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { keepContent, loadFile, nameOfSame, type KeptFile } from './file-store.ts'
import { insertRecord } from './record-store.ts'
import { withAccount } from './with-account.ts'
import { zipEntries } from './zip-entries.ts'

export type Given = {
  readonly name: string
  readonly body: ReadableStream<Uint8Array> | null
  /** What the sender says that it has, bytes. */
  readonly declared: number
}

/**
 * Keeps a file with an account, dated today, a photo without what its camera wrote beside the picture. Refused: see `withAccount`;
 * more than `MOST_FILE_BYTES`; a kind that is not taken, judged by content; bytes that the account has already.
 */
export async function addFile(
  deps: Deps,
  caller: Caller,
  account: string,
  given: Given,
): Promise<Result<RecordSaved>> {
  const got = await bytesOf(given)
  if (!got.ok) return got
  const media = mediaOf(got.value, isZip(got.value) ? await zipEntries(got.value) : new Set())
  const bare = media === null ? null : barePhoto(media, got.value)
  if (media === null || bare === null) return refuse('account/file-kind')
  const content = Buffer.from(bare.buffer, bare.byteOffset, bare.byteLength)
  const digest = createHash('sha256').update(content).digest()
  return withAccount(deps, caller, 'account.note', account, async ({ tx, whose, today, at, note }) => {
    const same = await nameOfSame(tx, whose, digest)
    if (same !== undefined) return refuse('account/file-there', { name: same })
    const id = deps.newId()
    await keepContent(tx, whose.market, { digest, content, at })
    const record = {
      id,
      account: whose.id,
      kind: 'file' as const,
      day: today,
      name: fileName(given.name, media),
      role: '',
      phone: null,
      words: '',
      media,
      bytes: content.length,
      digest,
      replaces: null,
    }
    await insertRecord(tx, whose.market, record, { actor: caller.actor, at })
    const kept = { kind: 'file', record: id, day: today, media, bytes: content.length }
    await note('account.record', { ...kept, digest: digest.toString('hex') })
    return ok({ id, before: null })
  })
}

/** A file of an account with its bytes. Refused: see `withAccount`; none that stands there. */
export async function fileOf(
  deps: Deps,
  caller: Caller,
  account: string,
  record: string,
): Promise<Result<KeptFile>> {
  return withAccount(
    deps,
    caller,
    'account.read',
    account,
    async ({ tx, whose }) => {
      const found = await loadFile(tx, whose, record)
      return found ? ok(found) : refuse('account/record-missing')
    },
    true,
  )
}

/** The whole of a body, never more than the limit of it in memory. */
async function bytesOf({ body, declared }: Given): Promise<Result<Uint8Array, 'account/file-too-large'>> {
  const tooLarge = refuse('account/file-too-large', { limitMb: MOST_FILE_BYTES / 1024 ** 2 })
  if (declared > MOST_FILE_BYTES) return tooLarge
  const pieces: Uint8Array[] = []
  let bytes = 0
  if (body)
    for await (const piece of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) {
      pieces.push(piece as Uint8Array)
      bytes += (piece as Uint8Array).length
      if (bytes > MOST_FILE_BYTES) return tooLarge
    }
  return ok(Buffer.concat(pieces))
}
