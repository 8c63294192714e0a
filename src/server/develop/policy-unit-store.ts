import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { PostingTrace } from '../../domain/develop/policy-posting.ts'
import type { Tx } from '../db/transaction.ts'

export type UnitKey = {
  readonly market: string
  readonly account: string
  readonly policy: string
  readonly period: Day
}

/** A unit as it stands: what it has counted and what was posted for it. */
export type Balance = UnitKey & {
  readonly quantity: number
  readonly base: number
  readonly confirmed: boolean
  readonly minor: number
}

const columnsOf = (units: readonly UnitKey[]) => [
  units.map(({ market }) => market),
  units.map(({ account }) => account),
  units.map(({ policy }) => policy),
  units.map(({ period }) => period),
]
const KEYS =
  'unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[]) AS k (market_id, account_id, policy_id, period)'
const BALANCE = `b.market_id AS market, b.account_id AS account, b.policy_id AS policy, b.period, b.quantity, b.base, b.confirmed,
  b.accrued_minor AS minor`

/**
 * These units as they stand, locked in the order of their key: whoever locks several does so in that order. One without a row has counted
 * nothing yet, and gets it when it is written: who makes rows holds the ledger's lock.
 */
export async function lockUnits(tx: Tx, units: readonly UnitKey[]): Promise<readonly Balance[]> {
  const found = await tx.client.query<Balance>(
    `SELECT ${BALANCE} FROM policy_balance b JOIN ${KEYS} USING (market_id, account_id, policy_id, period)
     ORDER BY b.market_id, b.account_id, b.policy_id, b.period FOR UPDATE OF b`,
    columnsOf(units),
  )
  const there = new Map(found.rows.map((row) => [keyOf(row), row]))
  return units.map(
    (unit) =>
      there.get(keyOf(unit)) ?? {
        market: unit.market,
        account: unit.account,
        policy: unit.policy,
        period: unit.period,
        quantity: 0,
        base: 0,
        confirmed: false,
        minor: 0,
      },
  )
}

export function keyOf({ market, account, policy, period }: UnitKey): string {
  return `${market} ${account} ${policy} ${period}`
}

/** Units of policies that a run has not looked at, a thousand at a time: nothing speaks for them any more. */
export async function leftUnits(
  tx: Tx,
  ask: {
    readonly run: string
    readonly policies: readonly string[]
    readonly markets: readonly string[]
    readonly accounts: readonly string[] | null
  },
): Promise<readonly (Balance & { readonly tier: Tier })[]> {
  const found = await tx.client.query<Balance & { readonly tier: Tier }>(
    `SELECT ${BALANCE}, a.tier FROM policy_balance b JOIN account a ON a.market_id = b.market_id AND a.id = b.account_id WHERE b.market_id = ANY ($1::uuid[]) AND b.policy_id = ANY ($2::uuid[])
      AND b.run_id IS DISTINCT FROM $3 AND ($4::uuid[] IS NULL OR b.account_id = ANY ($4))
     ORDER BY b.market_id, b.account_id, b.policy_id, b.period LIMIT 1000 FOR UPDATE OF b`,
    [ask.markets, ask.policies, ask.run, ask.accounts],
  )
  return found.rows
}

export async function writeBalances(tx: Tx, run: string, units: readonly Balance[]): Promise<void> {
  await tx.client.query(
    `INSERT INTO policy_balance (market_id, account_id, policy_id, period, quantity, base, confirmed, accrued_minor, run_id)
     SELECT k.*, $9::uuid FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::int8[], $6::int8[], $7::bool[], $8::int8[]) AS k
     ON CONFLICT (market_id, account_id, policy_id, period) DO UPDATE SET quantity = excluded.quantity, base = excluded.base,
       confirmed = excluded.confirmed, accrued_minor = excluded.accrued_minor, run_id = excluded.run_id`,
    [
      ...columnsOf(units),
      units.map(({ quantity }) => quantity),
      units.map(({ base }) => base),
      units.map(({ confirmed }) => confirmed),
      units.map(({ minor }) => minor),
      run,
    ],
  )
}

export type NewPosting = UnitKey & {
  readonly id: string
  readonly version: number
  readonly minor: number
  readonly trace: PostingTrace
}
export type Booking = {
  readonly cause: 'movements' | 'change' | 'confirm' | 'merge'
  readonly batch: string | null
  readonly bookedOn: Day
  readonly at: Date
}

export async function insertPostings(
  tx: Tx,
  rows: readonly NewPosting[],
  { cause, batch, bookedOn, at }: Booking,
): Promise<void> {
  await tx.client.query(
    `INSERT INTO policy_posting (market_id, account_id, policy_id, period, id, policy_version, amount_minor, trace, cause, batch_id,
      booked_on, recorded_at)
     SELECT k.market_id, k.account_id, k.policy_id, k.period, k.id, k.version, k.minor, k.trace::jsonb, $9, $10, $11, $12
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::uuid[], $6::int4[], $7::int8[], $8::text[])
       AS k (market_id, account_id, policy_id, period, id, version, minor, trace)`,
    [
      ...columnsOf(rows),
      rows.map(({ id }) => id),
      rows.map(({ version }) => version),
      rows.map(({ minor }) => minor),
      rows.map(({ trace }) => JSON.stringify(trace)),
      cause,
      batch,
      bookedOn,
      at,
    ],
  )
}

/** A part of a posting as spend: of a line, or of the unit as a whole. */
export type Share = {
  readonly market: string
  readonly account: string
  readonly id: string
  readonly day: Day
  readonly component: string
  readonly minor: number
  readonly source: string
  readonly posting: string
  readonly movement: string | null
}

export async function insertShares(tx: Tx, rows: readonly Share[], { batch, at }: Booking): Promise<void> {
  await tx.client.query(
    `INSERT INTO trade_spend (market_id, account_id, id, day, component, amount_minor, source, posting_id, movement_id, batch_id, recorded_at)
     SELECT k.*, $10::uuid, $11::timestamptz
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::int8[], $7::text[], $8::uuid[], $9::uuid[]) AS k`,
    [
      rows.map(({ market }) => market),
      rows.map(({ account }) => account),
      rows.map(({ id }) => id),
      rows.map(({ day }) => day),
      rows.map(({ component }) => component),
      rows.map(({ minor }) => minor),
      rows.map(({ source }) => source),
      rows.map(({ posting }) => posting),
      rows.map(({ movement }) => movement),
      batch,
      at,
    ],
  )
}
