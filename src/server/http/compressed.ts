import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './frame.ts'

const packed = promisify(gzip)
/** Bytes beneath which packing saves no packet of the network. */
const LEAST = 1400
const JSON_TYPE = /^application\/(problem\+)?json/

/**
 * JSON answers packed for whoever takes gzip; what is packed already, and what is not JSON, goes as it is. Not with hono's own
 * `compress`: that pipes through a web stream, and a reader who leaves in the middle ends one with a fault nobody can catch (Node 20).
 */
export const compressed: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers, status } = c.res
  if (!JSON_TYPE.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return
  if (c.req.method === 'HEAD' || status === 204 || status === 304) return
  if (!(headers.get('Vary') ?? '').includes('Accept-Encoding'))
    c.header('Vary', 'Accept-Encoding', { append: true })
  if (!takesGzip(c.req.header('accept-encoding'))) return
  const plain = Buffer.from(await c.res.arrayBuffer())
  const kept = new Headers(c.res.headers)
  kept.delete('Content-Length')
  const small = plain.length < LEAST
  if (!small) kept.set('Content-Encoding', 'gzip')
  // The fields of an answer that is there already are appended to those of a new one: first none, then ours.
  c.res = undefined
  c.res = new Response(small ? plain : new Uint8Array(await packed(plain)), { status, headers: kept })
}

/** `gzip` named, and not with a weight of nothing. */
export function takesGzip(accepted: string | undefined): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i.test(accepted ?? '')
}
