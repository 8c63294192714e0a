import { z } from '@hono/zod-openapi'

export const SecondFactor = z
  .object({
    email: z.string(),
    /** When it was set up; null: it is not. */
    since: z.string().nullable(),
    recoveryLeft: z.number(),
    /** A role of the person needs one. */
    needed: z.boolean(),
    /** Whether a change asks for the password: who only comes by the company’s account has none. */
    asksPassword: z.boolean(),
  })
  .openapi('SecondFactor')
export type SecondFactor = z.infer<typeof SecondFactor>

/** Six figures of an authenticator app, or a recovery code. */
const code = z.string().min(1).max(100)

export const SecondFactorCode = z.object({ code }).openapi('SecondFactorCode')

/** The password where there is one, and a code where the second factor is on. */
export const SecondFactorProof = z
  .object({ password: z.string().max(512).optional(), code: code.optional() })
  .openapi('SecondFactorProof')

/** The secret in base32, and the address that an authenticator app reads from a picture. */
export const SecondFactorSecret = z
  .object({ secret: z.string(), address: z.string() })
  .openapi('SecondFactorSecret')
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).openapi('RecoveryCodes')

/** `done` false: the password was right, and a code of the second factor is asked before there is a session. */
export const Entered = z.object({ done: z.boolean() }).openapi('Entered')
