import { z } from '@hono/zod-openapi'
import { tiers } from '../domain/chain/line.ts'

const Tier = z.enum(tiers)
const Ref = z.object({ id: z.string(), code: z.string(), name: z.string() })

export const accountSorts = ['name', 'code', 'market', 'owner'] as const

/** What the list of accounts is asked: all of it stands in the address. `node`: the code of a place, with all beneath it. */
export const AccountQuery = z.object({
  node: z.string().max(200).optional(),
  q: z.string().max(100).default(''),
  tier: Tier.optional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  sort: z.enum(accountSorts).default('name'),
  down: z.enum(['yes', 'no']).default('no'),
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .default('1'),
})
export type AccountQuery = z.infer<typeof AccountQuery>

export const MasterAccountRow = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    tier: Tier,
    market: z.string(),
    marketName: z.string(),
    owner: z.string().nullable(),
    channel: z.string().nullable(),
    closed: z.string().nullable(),
  })
  .openapi('MasterAccountRow')
export type MasterAccountRow = z.infer<typeof MasterAccountRow>

export const MasterAccounts = z
  .object({
    today: z.string(),
    rows: z.array(MasterAccountRow),
    page: z.number(),
    pageSize: z.number(),
    /** How many were found in all, on every page. */
    total: z.number(),
    /** Of each tier, with every other filter. */
    tiers: z.array(z.object({ tier: Tier, count: z.number() })),
  })
  .openapi('MasterAccounts')
export type MasterAccounts = z.infer<typeof MasterAccounts>

const wanted = {
  code: z.string().max(500),
  name: z.string().max(500),
  tier: Tier,
  parent: z.uuid().nullable(),
  owner: z.uuid().nullable(),
  channel: z.string().max(100).nullable(),
  address: z.string().max(300).nullable(),
  city: z.string().max(100).nullable(),
  phone: z.string().max(50).nullable(),
  contact: z.string().max(100).nullable(),
  opened: z.string().max(20).nullable(),
  closed: z.string().max(20).nullable(),
}
export const NewAccount = z
  .object({ ...wanted, market: z.uuid() })
  .partial()
  .required({ code: true, name: true, tier: true, market: true })
export type NewAccount = z.infer<typeof NewAccount>

/** What is not named stays as it is; a phone too, which is read masked only. */
export const AccountChange = z
  .object({ ...wanted, version: z.string().max(100) })
  .partial()
  .required({ version: true })
export type AccountChange = z.infer<typeof AccountChange>

export const MasterAccount = z
  .object({
    ...wanted,
    id: z.string(),
    version: z.string(),
    market: Ref,
    parentName: z.string().nullable(),
    ownerName: z.string().nullable(),
    /** Where it was before, if it ever moved: each market until the day it left. */
    before: z.array(z.object({ market: z.string(), until: z.string() })),
  })
  .openapi('MasterAccount')
export type MasterAccount = z.infer<typeof MasterAccount>

/** One change to many: what is not named stays. */
export const AccountBulk = z.object({
  ids: z.array(z.uuid()).min(1).max(5_000),
  owner: z.uuid().nullable().optional(),
  tier: Tier.optional(),
})
export type AccountBulk = z.infer<typeof AccountBulk>

const move = {
  market: z.uuid(),
  day: z.string().max(20),
  /** Who looks after it there; without one the rep stays. */
  owner: z.uuid().nullable().optional(),
}
export const AccountMove = z.object({ ...move, version: z.string().max(100) })
export type AccountMove = z.infer<typeof AccountMove>

export const AccountsMove = z.object({ ...move, ids: z.array(z.uuid()).min(1).max(5_000) })
export type AccountsMove = z.infer<typeof AccountsMove>

/** Accounts that another may hang under. */
export const AboveQuery = z.object({ market: z.uuid(), tier: Tier, q: z.string().max(100).default('') })
export const Above = z
  .object({ id: z.string(), code: z.string(), name: z.string(), tier: Tier })
  .openapi('MasterAbove')

export const Owner = z.object({ id: z.string(), name: z.string() }).openapi('MasterOwner')
