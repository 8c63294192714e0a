import { z } from '@hono/zod-openapi'

const text = z.string()
const moment = z.string().openapi({ example: '2026-01-05T04:00:00.000Z' })

/** Everything kept about one person, as a file that programs read too. Passwords and keys are not in it: only their hashes are kept. */
export const PersonalData = z
  .object({
    made: moment,
    company: text,
    person: z.object({ name: text, email: text, language: text, active: z.boolean(), since: moment }),
    lastSignIn: moment.nullable(),
    roles: z.array(z.object({ role: text, place: text, from: text, to: text.nullable() })),
    standIns: z.array(z.object({ by: text, of: text, from: text, to: text })),
    sessions: z.array(
      z.object({ since: moment, seen: moment, address: text.nullable(), browser: text.nullable() }),
    ),
    keys: z.array(
      z.object({ prefix: text, name: text.nullable(), made: moment, revoked: moment.nullable() }),
    ),
    /** Since when their calendar has a secret address; the address is not kept. */
    calendars: z.array(z.object({ since: moment })),
    companyAccounts: z.array(z.object({ issuer: text, subject: text, since: moment })),
    /** Its secret and the recovery codes are not in it. */
    secondFactor: z.array(z.object({ since: moment })),
    views: z.array(z.object({ name: text, shared: z.boolean(), made: moment })),
    /** Notes, contacts, sites and files of accounts, and steps with prospects, that the person wrote down. */
    written: z.array(z.object({ kind: text, day: text, name: text, words: text, account: text })),
    imports: z.array(z.object({ file: text, kind: text, at: moment })),
    /** What the person did, and from where. */
    actions: z.array(z.object({ at: moment, action: text, place: text, from: text.nullable() })),
  })
  .openapi('PersonalData')
export type PersonalData = z.infer<typeof PersonalData>

export const Erased = z.object({ name: z.string(), email: z.string() }).openapi('Erased')
export type Erased = z.infer<typeof Erased>
