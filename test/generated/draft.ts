import type { Operation } from './document.ts'
import { unwrapped } from './hostile.ts'

/** A request that is still being made: its parts by name, so that one can be spoilt. */
export type Draft = {
  readonly operation: Operation
  method: string
  path: Record<string, unknown>
  query: [string, unknown][]
  headers: [string, string][]
  /** A JSON body as a value; undefined: none. */
  json: unknown
  /** The body as it is sent, in the place of `json`. */
  raw: string | Uint8Array<ArrayBuffer> | undefined
  /** What is done to the text of a JSON body at the end. */
  text: (json: string) => string
  /** Stands behind the path as it is. */
  tail: string
  /** In the place of the whole path. */
  elsewhere: string | undefined
}

export type Sent = {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | Uint8Array<ArrayBuffer> | undefined
}

export function sentOf(draft: Draft): Sent {
  const bodiless = draft.method === 'GET' || draft.method === 'HEAD'
  const json = draft.json === undefined ? undefined : draft.text(unwrapped(JSON.stringify(draft.json)))
  return {
    method: draft.method,
    url: urlOf(draft),
    headers: draft.headers,
    body: bodiless ? undefined : (draft.raw ?? json),
  }
}

function urlOf({ operation, path, query, tail, elsewhere }: Draft): string {
  const filled =
    elsewhere ?? operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(path[name]))
  const pairs = query.flatMap(([name, value]) =>
    (Array.isArray(value) ? value.slice(0, 50) : [value]).map(
      (one) => `${encodeURIComponent(wellFormed(name))}=${encoded(one)}`,
    ),
  )
  return `${filled}${tail}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** As it stands in an address, which cannot hold a lone surrogate. `%…` at its beginning stands for itself: broken on purpose. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : unwrapped(JSON.stringify(value) ?? '')
  if (text.startsWith('%')) return text.slice(0, 200)
  return encodeURIComponent(wellFormed(text).slice(0, 30_000))
}

const wellFormed = (text: string): string => Buffer.from(text).toString()
