import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { memoOf } from './memo.ts'
import { listOf, type RankAsk } from './ranking.ts'
import { windowOf, type Window } from './ranking-list.ts'

const pack = promisify(gzip)

/** What the request says about how it wants its answer. */
export type Wants = { readonly gzip: boolean; readonly known: string | undefined }

/**
 * A window of the ranking as a response. It carries a tag of the very list (place, day, policy, data, reader) and window, so
 * that whoever has it already is told so in a line; packed answers are kept, because many ask for the same first screen.
 */
export async function answerRanking(
  deps: Deps,
  caller: Caller,
  ask: RankAsk & Window,
  wants: Wants,
): Promise<Result<Response>> {
  const list = await listOf(deps, caller, ask)
  if (!list.ok) return list
  const { sort, descending, query, standings, from, count, locale } = ask
  const window: Window = { sort, descending, query, standings, from, count, locale }
  const key = createHash('sha256')
    .update(JSON.stringify([list.value.stamp, window]))
    .digest('base64url')
  const tag = `W/"${key}"`
  const headers = {
    'Content-Type': 'application/json',
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding, Cookie, Authorization',
    ETag: tag,
  }
  if (wants.known?.includes(tag) === true) return ok(new Response(null, { status: 304, headers }))
  const textOf = () => JSON.stringify(windowOf(list.value, window))
  if (!wants.gzip) return ok(new Response(textOf(), { headers }))
  const { bodies } = memoOf(deps.db)
  const kept = bodies.get(key)
  const body = kept ?? new Uint8Array(await pack(textOf(), { level: 5 }))
  if (!kept) bodies.set(key, body, Math.ceil(body.length / 1000))
  return ok(new Response(body, { headers: { ...headers, 'Content-Encoding': 'gzip' } }))
}
