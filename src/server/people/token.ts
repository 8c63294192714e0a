import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes for a link or a key; only its SHA-256 is stored: what has 256 bits of chance needs no slow hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

const KEY = /^tonnage_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/

export type NewKey = { readonly prefix: string; readonly key: string; readonly hash: Buffer }

/** An API key: a prefix to find and name it by, and a secret part. */
export function newKey(): NewKey {
  const prefix = randomBytes(6).toString('hex')
  const key = `tonnage_${prefix}_${newToken()}`
  return { prefix, key, hash: hashOf(key) }
}

export function prefixOf(key: string): string | undefined {
  return KEY.exec(key)?.[1]
}

export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
