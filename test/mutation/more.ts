import type pg from 'pg'
import { asOwner, type FreshDatabase } from '../make/database.ts'
import { mark } from '../rights/judge.ts'
import type { Grown } from '../rights/world.ts'
import { LEFT_BEHIND, plantWanderers, TWICE, type Wanderers } from './wanderers.ts'

type Wait = {
  readonly id: string
  readonly actor: string
  readonly createMissing: boolean
  /** Taken in already: it waits to be undone. */
  readonly done?: true
}
/** Files that wait for who brought them, by name; accounts that moved; a product as it stands; a view that everybody sees. */
export type Planted = {
  readonly files: ReadonlyMap<string, Wait>
  readonly wanderers: Wanderers
  readonly product: { readonly id: string; readonly version: string }
  readonly shared: string
}

const SALES = 'date,buyer_code,sku_code,pack_units,unit_ml,units,amount,cost,doc'
const sale = (day: string, code: string, units: number, doc: string) =>
  `${day},${code},LAGER,12,500,${String(units)},400.5,300.25,${doc}`

/** What the rights matrix needs none of: who supplies whom, what was spent, excise, files with lines of markets out of reach. */
export async function plantMore(database: FreshDatabase, world: Grown): Promise<Planted> {
  await asOwner(database, async (owner) => {
    await owner.query("SELECT set_config('tonnage.scope', '*', false)")
    for (const statement of PLANTS) await planted(owner, statement)
  })
  const boss = world.actors.find(({ key }) => key === 'admin@hq')?.apiKey
  const wanderers = await plantWanderers(world, boss)
  const code = (key: string) => world.accounts.find((one) => one.key === key)?.code ?? ''
  const files = new Map<string, Wait>()
  const bring = async (
    name: string,
    actor: string,
    kind: string,
    lines: readonly string[],
    how: Partial<Wait> = {},
  ) => {
    const apiKey = world.actors.find(({ key }) => key === actor)?.apiKey
    const answer = await world.call(apiKey, {
      method: 'PUT',
      path: `/api/imports?kind=${kind}&fileName=${name}.csv`,
      raw: new Uint8Array(Buffer.from(`${lines.join('\n')}\n`)),
    })
    const { id } = (await answer.json()) as { id: string }
    files.set(name, { id, actor, createMissing: false, ...how })
    return { id, apiKey, createMissing: how.createMissing ?? false }
  }
  const run = async ({ id, apiKey, createMissing }: Awaited<ReturnType<typeof bring>>) => {
    const body = { map: null, createMissing, dryRun: false, allOrNothing: false }
    await world.call(apiKey, { method: 'POST', path: `/api/imports/${id}/run`, body })
    for (let state = ''; state !== 'done';) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const answer = await world.call(apiKey, { method: 'GET', path: `/api/imports/${id}` })
      ;({ state } = (await answer.json()) as { state: string })
      if (state === 'failed') throw new Error(`a file was refused: ${id}`)
    }
    return id
  }
  // Of a day before it moved: the line is the former market's, and equal lines are told apart by their place.
  const old = [
    sale('2025-11-04', code('future'), 10, 'f1'),
    sale('2025-11-05', code('future'), 10, ''),
    sale('2025-11-05', code('future'), 10, ''),
  ]
  await run(await bring('lines-before-the-move', 'admin@hq', 'movements', [SALES, ...old]))
  await run(
    await bring('names', 'admin@own', 'accounts', [
      'account_code,account_name,city',
      `${code('child')},Renamed,There`,
    ]),
  )
  const uncosted = `2025-11-20,${mark('ac', 'own', 'owntwin')},LAGER,12,500,400000,1600000,,nc1`
  await run(await bring('without-costs', 'admin@hq', 'movements', [SALES, uncosted]))
  await run(
    await bring('of-a-wanderer', 'admin@hq', 'movements', [
      SALES,
      sale('2025-11-20', 'wanderer', 1, 'w1'),
      sale('2025-12-15', 'wanderer', 1, 'w2'),
    ]),
  )
  // A name of a product, and one that was written over it; the first is taken back: what stood before the second is no more.
  const asked = async <T>(method: string, path: string, body?: unknown) =>
    (await (await world.call(boss, { method, path, ...(body === undefined ? {} : { body }) })).json()) as T
  const made = [
    `${SALES},sku_name`,
    `${sale('2025-11-20', 'wanderer', 1, 'w5').replace('LAGER', 'NAMED')},Named`,
  ]
  await run(await bring('a-product', 'admin@hq', 'movements', made, { createMissing: true }))
  const first = await run(
    await bring('names-a-product', 'admin@own', 'movements', [
      `${SALES},sku_name`,
      `${sale('2025-12-15', 'wanderer', 1, 'w3').replace('LAGER', 'NAMED')},Named in own`,
    ]),
  )
  const again = ['sku_code,sku_name', 'NAMED,Named for all']
  await run(await bring('names-it-again', 'admin@hq', 'products', again, { done: true }))
  await asked('POST', `/api/imports/${first}/undo`)
  const { rows } = await asked<{ rows: { id: string; code: string }[] }>('GET', '/api/masters/products')
  const named = rows.find(({ code: one }) => one === 'NAMED')?.id ?? ''
  const { version } = await asked<{ version: string }>('GET', `/api/masters/products/${named}`)
  const shut = mark('pc', 'shut', 'x')
  await bring('kind-of-a-market', 'admin@hq', 'markets', ['market_code,node_kind', `${shut},region`])
  await bring('size-of-a-market', 'admin@hq', 'markets', ['market_code,litres_a_year', `${shut},800000000`])
  const lines = [
    ...old,
    sale('2025-11-01', 'wanderer', 1, 'w4'),
    sale('2025-11-06', code('future'), 10, ''),
    sale('2025-11-06', code('future'), 10, ''),
    sale('2025-11-03', code('future'), 11, 'f2'),
    sale('2025-12-22', code('future'), 12, 'f3'),
    sale('2025-10-01', code('own'), 13, 'bownown'),
    sale('2025-10-02', code('far'), 14, 'bbothfar'),
    sale('2025-10-03', code('own'), 15, 'new'),
  ]
  const names = ['future', 'own', 'far', 'sibling'].map(
    (key) =>
      `2025-12-23,${mark('an', key === 'future' ? 'own' : key, key === 'future' ? 'futurenew' : key)},LAGER,12,500,3,400.5,300.25,n${key}`,
  )
  const masters = ['future', 'own', 'far', 'former', 'sibling'].map((key) => `${code(key)},Renamed,Elsewhere`)
  for (const actor of ['admin@own', 'admin@north', 'finance@own']) {
    const of = actor.replace('@', '-')
    await bring(`sales-${of}`, actor, 'movements', [SALES, ...lines])
    await bring(`sales-by-name-${of}`, actor, 'movements', [
      SALES.replace('buyer_code', 'buyer_name'),
      ...names,
      `2025-12-23,${TWICE},LAGER,12,500,3,400.5,300.25,ntwice`,
    ])
    await bring(
      `sales-by-market-name-${of}`,
      actor,
      'movements',
      [`${SALES},market_name`, `${sale('2025-12-23', 'NEW3', 3, 'm1')},${mark('pn', 'near', 'x')}`],
      { createMissing: true },
    )
    await bring(`accounts-${of}`, actor, 'accounts', ['account_code,account_name,city', ...masters])
    await bring(`by-market-name-${of}`, actor, 'accounts', [
      'account_code,account_name,market_name',
      `NEW1,New one,${mark('pn', 'far', 'x')}`,
      `NEW2,New two,${mark('pn', 'own', 'x')}`,
    ])
  }
  const { views } = await asked<{ views: { id: string; shared: boolean }[] }>('POST', '/api/views', {
    name: 'Of all',
    shared: true,
    body: {},
  })
  await asOwner(database, async (owner) => {
    await owner.query("SELECT set_config('tonnage.scope', '*', false)")
    for (const statement of LEFT_BEHIND) await planted(owner, statement)
  })
  return {
    files,
    wanderers,
    product: { id: named, version },
    shared: views.find(({ shared }) => shared)?.id ?? '',
  }
}

/** Rows that no screen writes, in each market where an account has a row: also where it was once. */
const PLANTS: readonly string[] = [
  `INSERT INTO supply_link (market_id, id, seller_id, buyer_id, valid_from)
   SELECT a.market_id, gen_random_uuid(), a.id, b.id, '2025-01-01'::date
   FROM account a JOIN account b ON b.market_id = a.market_id AND b.id <> a.id AND b.merged_into IS NULL
   WHERE a.tier = 'wholesaler' AND a.merged_into IS NULL ON CONFLICT DO NOTHING`,
  `INSERT INTO trade_spend (market_id, id, account_id, day, component, amount_minor, source, recorded_at)
   SELECT market_id, gen_random_uuid(), id, '2025-11-10', 'rebate', 123457, 'test', '2026-01-01' FROM account`,
  `INSERT INTO standing_override SELECT (jsonb_populate_record(o, jsonb_build_object('market_id', m.other_market, 'id',
     gen_random_uuid(), 'standing', 'key_account', 'reason', 'before it moved'))).*
   FROM standing_override o JOIN account_move m ON m.market_id = o.market_id AND m.account_id = o.account_id AND m.side = 'from'`,
  `INSERT INTO rollup_day SELECT (jsonb_populate_record(r, '{"day": "2023-11-01"}')).* FROM rollup_day r
   JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id AND a.moved_to_market IS NULL WHERE r.day = '2024-10-01'`,
  `INSERT INTO rollup_day SELECT (jsonb_populate_record(r, '{"day": "2024-09-01"}')).* FROM rollup_day r
   JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id AND a.moved_to_market IS NOT NULL WHERE r.day = '2024-10-01'`,
  `UPDATE account SET opened_on = '2020-01-01' WHERE moved_to_market IS NOT NULL`,
  `UPDATE sku_period SET excise_minor = 321`,
  ...['rollup_day', 'rollup_month'].map(
    (
      table,
    ) => `INSERT INTO ${table} SELECT (jsonb_populate_record(r, '{"kind": "sell_through"}')).* FROM ${table} r
      JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id AND a.tier = 'sub_distributor' WHERE r.kind = 'sell_in'`,
  ),
  `INSERT INTO account SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'tier', 'outlet', 'code', a.code || 'out'))).*
   FROM account a WHERE tier = 'wholesaler' AND merged_into IS NULL AND moved_to_market IS NULL`,
]

async function planted(owner: pg.ClientBase, statement: string): Promise<void> {
  const { rowCount } = await owner.query(statement)
  if (rowCount === 0) throw new Error(`nothing planted: ${statement}`)
}
