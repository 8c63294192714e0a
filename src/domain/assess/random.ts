/**
 * Random numbers that a seed decides: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, four additions a number.
 * Pure: each call of `sfc32` gives a stream of its own. Not for secrets.
 */
export type Random = () => number

/** Numbers in (0, 1): never 0, so that a logarithm may be taken. `seed` is any whole number; its low 32 bits count. */
export function sfc32(seed: number): Random {
  let a = 0x9e3779b9 | 0
  let b = 0x243f6a88 | 0
  let c = seed | 0
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return ((t >>> 0) + 0.5) / 4_294_967_296
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()
  return next
}

/** A seed of its own for each name (FNV-1a over UTF-16), so that one market's draws do not depend on another's. */
export function seedFor(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) | 0
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
