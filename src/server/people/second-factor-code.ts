import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** What every authenticator app takes for granted (RFC 6238): a code of six figures by SHA-1 for each thirty seconds. */
export const codes = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps before and after the present one whose codes are taken: a clock may differ by half a minute. */
const window = 1

/** 160 random bits, as people type them where a picture cannot be read: 32 letters and figures. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the picture for the authenticator app says: `otpauth://totp/…`. */
export function secretAddress(secret: string, company: string, email: string): string {
  return new TOTP({ ...codes, issuer: company, label: email, secret: Secret.fromBase32(secret) }).toString()
}

/** The step of thirty seconds since 1970 that a code belongs to; undefined where it is none of those taken now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const key = Secret.fromBase32(secret)
  const away = TOTP.validate({ ...codes, secret: key, token: code, timestamp, window })
  return away === null ? undefined : TOTP.counter({ period: codes.period, timestamp }) + away
}

/** What was typed as a code by time: six figures, with or without spaces, full-width too; undefined where it is none. */
export function readCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  return /^\d{6}$/.test(plain) ? plain : undefined
}

export const recoveryCount = 10

/** Ten codes of 120 random bits, in groups of four letters and figures. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCount }, () =>
    new Secret({ size: 15 }).base32.replaceAll(/.{4}(?=.)/g, '$&-'),
  )
}

/** A recovery code as it is kept, however it was typed; 0, 1 and 8 do not occur in one and are read as O, I and B. */
export function readRecoveryCode(text: string): string | undefined {
  const look = new Map([
    ['0', 'O'],
    ['1', 'I'],
    ['8', 'B'],
  ])
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  const read = plain.replaceAll(/[018]/g, (sign) => look.get(sign) ?? sign)
  return /^[A-Z2-7]{24}$/.test(read) ? read : undefined
}

const NONCE = 12
const TAG = 16

/** Seals a person's secret for the table: AES-256-GCM, with the person in it, so that a row moved to another opens nothing. */
export function seal(key: string, personId: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealKey(key), nonce).setAAD(Buffer.from(personId))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Undefined where it was sealed by another server, for another person, or was altered. */
export function unseal(key: string, personId: string, sealed: Buffer): string | undefined {
  try {
    const nonce = sealed.subarray(0, NONCE)
    const decipher = createDecipheriv('aes-256-gcm', sealKey(key), nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(personId)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

/** A key of its own, derived from the server's secret: what signs cookies must not open secrets as well. */
function sealKey(key: string): Buffer {
  return createHmac('sha256', key).update('second factor secret').digest()
}
