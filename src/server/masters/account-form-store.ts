import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

export type FormRow = {
  readonly id: string
  readonly market: string
  readonly version: string
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly parent: string | null
  readonly owner: string | null
  readonly channel: string | null
  readonly address: string | null
  readonly city: string | null
  readonly phone: string | null
  readonly contact: string | null
  readonly opened: Day | null
  readonly closed: Day | null
}

/** The version changes whenever one of the fields does that people edit. One that was merged into another is not there, one that moved
 * is in its last market alone. */
const FORM = `SELECT t.id, t.market_id AS market, md5(jsonb_build_array(t.code, t.name, t.tier, t.parent_id, t.owner_id, t.channel,
    t.address, t.city, t.phone, t.contact, t.opened_on, t.closed_on)::text) AS version, t.code, t.name, t.tier,
  t.parent_id AS parent, t.owner_id AS owner, t.channel, t.address, t.city, t.phone, t.contact, t.opened_on AS opened,
  t.closed_on AS closed
  FROM account t WHERE t.withdrawn_at IS NULL AND t.merged_into IS NULL AND t.moved_to_market IS NULL AND ($2::uuid[] IS NULL OR t.market_id = ANY ($2))`

/** Accounts of the scope, in the order of their ids; `lock` for whoever is about to change them. */
export async function accountForms(
  tx: Tx,
  ids: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<readonly FormRow[]> {
  const found = await tx.client.query<FormRow>(
    `${FORM} AND t.id = ANY ($1::uuid[]) ORDER BY t.id ${lock ? 'FOR UPDATE' : ''}`,
    [ids, tx.scope === '*' ? null : tx.scope],
  )
  return found.rows
}

/** Accounts that hang directly under one of these. */
export async function accountsBeneath(tx: Tx, ids: readonly string[]): Promise<readonly FormRow[]> {
  const found = await tx.client.query<FormRow>(`${FORM} AND t.parent_id = ANY ($1::uuid[])`, [
    ids,
    tx.scope === '*' ? null : tx.scope,
  ])
  return found.rows
}

/** Who hangs under whom in a market: ids only. */
export async function parentsIn(tx: Tx, market: string): Promise<ReadonlyMap<string, string | null>> {
  const found = await tx.client.query<{ id: string; parent: string | null }>(
    'SELECT id, parent_id AS parent FROM account WHERE market_id = $1 AND withdrawn_at IS NULL AND parent_id IS NOT NULL',
    [market],
  )
  return new Map(found.rows.map(({ id, parent }) => [id, parent]))
}

/** Accounts of a market whose name or code holds some words, at most 50: who may stand above. */
export async function accountsAbove(
  tx: Tx,
  ask: { readonly market: string; readonly tiers: readonly string[]; readonly words: string },
): Promise<readonly { id: string; code: string; name: string; tier: Tier }[]> {
  const found = await tx.client.query<{ id: string; code: string; name: string; tier: Tier }>(
    `SELECT id, code, name, tier FROM account
     WHERE market_id = $1 AND tier = ANY ($2::text[]) AND withdrawn_at IS NULL AND merged_into IS NULL
       AND moved_to_market IS NULL AND ($3 = '' OR strpos(lower(name), $3) > 0 OR strpos(lower(code), $3) > 0)
     ORDER BY name COLLATE "zh-x-icu", id LIMIT 50`,
    [ask.market, ask.tiers, ask.words.trim().toLowerCase()],
  )
  return found.rows
}

/** Active people, or those whose role hangs on one of these nodes: who can look after accounts. */
export async function ownersOn(
  tx: Tx,
  nodes: readonly string[] | null,
): Promise<readonly { id: string; name: string }[]> {
  const found = await tx.client.query<{ id: string; name: string }>(
    `SELECT id, name FROM person p WHERE active
       AND ($1::uuid[] IS NULL OR EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.node_id = ANY ($1)))
     ORDER BY name COLLATE "zh-x-icu", id`,
    [nodes],
  )
  return found.rows
}

export async function personName(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.client.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [id])
  return found.rows[0]?.name ?? null
}
