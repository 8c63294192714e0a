import { TOTP, Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  codes,
  newRecoveryCodes,
  newSecret,
  readCode,
  readRecoveryCode,
  seal,
  secretAddress,
  stepOf,
  unseal,
} from './second-factor-code.ts'

/** RFC 6238, appendix B: seed `12345678901234567890`, SHA-1, eight figures. */
const seed = Secret.fromLatin1('12345678901234567890').base32
const vectors = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const

describe('codes by time', () => {
  it.each(vectors)('are those of RFC 6238 at %i seconds', (seconds, eight) => {
    const secret = Secret.fromBase32(seed)
    expect(TOTP.generate({ ...codes, digits: 8, secret, timestamp: seconds * 1000 })).toBe(eight)
    // Ours have six figures: the last six of the same number.
    expect(stepOf(seed, eight.slice(2), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  it('hold for one step of thirty seconds before and after, and no longer', () => {
    const shown = '287082'
    const at = (seconds: number) => stepOf(seed, shown, new Date(seconds * 1000))
    // Step 1 is from second 30 to 59.
    expect([0, 29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1, 1])
    expect(at(90)).toBeUndefined()
    const far = stepOf(seed, '081804', new Date(1111111109_000 - 61_000))
    expect(far).toBeUndefined()
  })

  it('come from a secret of 160 bits of chance, told as authenticator apps read it', () => {
    const [one, two] = [newSecret(), newSecret()]
    expect(one).toMatch(/^[A-Z2-7]{32}$/)
    expect(one).not.toBe(two)
    const address = secretAddress(one, '蓝江 & Co', 'li@example.com')
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      secret: one,
      issuer: '蓝江 & Co',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
    expect(decodeURIComponent(new URL(address).pathname)).toContain('li@example.com')
  })

  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['１２３４５６', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
  ])('are read as they are typed: %s', (typed, read) => {
    expect(readCode(typed)).toBe(read)
  })
})

describe('recovery codes', () => {
  it('are ten, of 120 bits of chance each, none twice', () => {
    const made = newRecoveryCodes()
    expect(made).toHaveLength(10)
    expect(new Set(made).size).toBe(10)
    // 24 signs of 32 that there are: 24 × 5 bits.
    for (const code of made) expect(code).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/)
    const signs = new Set(Array.from({ length: 50 }, newRecoveryCodes).flat().join(''))
    expect(signs.size).toBe(33)
  })

  it.each([
    ['ABCD-EFGH-IJKL-MNOP-QRST-UV23', 'ABCDEFGHIJKLMNOPQRSTUV23'],
    ['abcd efgh ijkl mnop qrst uv23', 'ABCDEFGHIJKLMNOPQRSTUV23'],
    ['A0CD-EFGH-1JKL-MNOP-QRST-UV28', 'AOCDEFGHIJKLMNOPQRSTUV2B'],
    ['ABCD', undefined],
    ['123456', undefined],
  ])('are read as they are typed: %s', (typed, read) => {
    expect(readRecoveryCode(typed)).toBe(read)
  })
})

describe('a sealed secret', () => {
  const [key, person] = ['server secret of this installation', 'p-1']

  it('is opened by this server for this person, and by nothing else', () => {
    const sealed = seal(key, person, seed)
    expect(unseal(key, person, sealed)).toBe(seed)
    expect(unseal('another secret', person, sealed)).toBeUndefined()
    expect(unseal(key, 'p-2', sealed)).toBeUndefined()
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(unseal(key, person, altered)).toBeUndefined()
    }
    for (const short of [0, 12, 27, 28])
      expect(unseal(key, person, sealed.subarray(0, short))).toBeUndefined()
  })

  it('does not tell what is in it, nor that two are alike', () => {
    const [one, two] = [seal(key, person, seed), seal(key, person, seed)]
    expect(one.equals(two)).toBe(false)
    expect(one.toString('latin1')).not.toContain(seed)
  })
})
