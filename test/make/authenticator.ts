import { Secret, TOTP } from 'otpauth'

/** The six figures that an authenticator app shows for a secret at a moment. */
export function shownAt(secret: string, at: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() })
}
