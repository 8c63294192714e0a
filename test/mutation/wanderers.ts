import { mark } from '../rights/judge.ts'
import { holdsAll, type Place } from '../rights/oracle.ts'
import type { Row } from '../rights/row.ts'
import type { Actor } from '../rights/world-people.ts'
import type { Call } from '../rights/call.ts'
import type { Grown } from '../rights/world.ts'

/** By name the ids of accounts that came from somewhere, and their versions as their forms have them. */
export type Wanderers = ReadonlyMap<string, { readonly id: string; readonly version: string }>

/** The same name in two markets: a file that says it means the one in reach. */
export const TWICE = 'Two places'

/**
 * Accounts that moved, as the screens move them, and of whom something else stays behind than what came along: `wanderer` went away and
 * came back; `top`, `middle` and `low` hang under each other only where they were; `whole` had a `part` there.
 */
export async function plantWanderers(world: Grown, apiKey: string | undefined): Promise<Wanderers> {
  const asked = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await world.call(apiKey, { method, path, ...(body === undefined ? {} : { body }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`)
    return JSON.parse(text) as T
  }
  const market = (place: Place) => world.node.get(place)?.id
  const ids = new Map<string, string>()
  const add = async (name: string, place: Place, parent: string | null = null) => {
    const body = { code: name, name, tier: 'wholesaler', market: market(place), parent }
    const { id } = await asked<{ id: string }>('POST', '/api/masters/accounts', body)
    ids.set(name, id)
    return id
  }
  const move = (names: readonly string[], place: Place, day: string) =>
    asked('POST', '/api/masters/accounts/move-many', {
      ids: names.map((name) => ids.get(name)),
      day,
      market: market(place),
    })
  const versionOf = async (name: string) =>
    (await asked<{ version: string }>('GET', `/api/masters/accounts/${ids.get(name) ?? ''}`)).version

  await add('wanderer', 'own')
  await move(['wanderer'], 'far', '2025-11-15')
  await move(['wanderer'], 'own', '2025-12-10')

  const top = await add('top', 'far')
  const middle = await add('middle', 'far', top)
  await add('low', 'far', middle)
  await move(['top', 'middle', 'low'], 'own', '2025-12-01')
  await asked('PUT', `/api/masters/accounts/${middle}`, { version: await versionOf('middle'), parent: null })

  const whole = await add('whole', 'far')
  const part = await add('part', 'far')
  await asked('POST', `/api/accounts/${part}/merge`, { into: whole })
  await move(['whole'], 'own', '2025-12-01')
  await asked('POST', `/api/accounts/${part}/unmerge`)

  for (const [code, place] of [
    ['twice', 'own'],
    ['twice-far', 'far'],
  ] as const) {
    const body = { code, name: TWICE, tier: 'wholesaler', market: market(place) }
    await asked('POST', '/api/masters/accounts', body)
  }
  const wanderers = new Map<string, { id: string; version: string }>()
  for (const [name, id] of ids) wanderers.set(name, { id, version: await versionOf(name) })
  return wanderers
}

/** What only the past of a wanderer could be taken for. */
export const ofWanderers = (wanderers: Wanderers): readonly Row[] => {
  const id = (name: string) => wanderers.get(name)?.id ?? ''
  const row = (
    route: string,
    verb: Row['verb'],
    needs: Exclude<Row['needs'], 'signed-in'>,
    name: string,
    call: (actor: Actor, world: Grown) => Omit<Call, 'method'>,
    key = name,
  ): Row => ({
    route,
    verb,
    needs,
    ask: (actor, world) =>
      holdsAll(actor, needs) || actor.key.endsWith('@own')
        ? [
            {
              key,
              asked: [id(name)],
              verdict: 'any',
              call: { method: route.split(' ')[0] ?? 'GET', ...call(actor, world) },
            },
          ]
        : [],
  })
  const merge = (name: string, into: string) =>
    row('POST /api/accounts/{id}/merge', 'update', 'account.merge', name, () => ({
      path: `/api/accounts/${id(name)}/merge`,
      body: { into: id(into) },
    }))
  return [
    row('GET /api/masters/accounts/{id}', 'get', 'account.read', 'wanderer', () => ({
      path: `/api/masters/accounts/${id('wanderer')}`,
    })),
    row('GET /api/accounts/{id}/timeline', 'list', 'account.read', 'wanderer', () => ({
      path: `/api/accounts/${id('wanderer')}/timeline`,
    })),
    merge('middle', 'top'),
    merge('low', 'top'),
    row('PUT /api/masters/accounts/{id}', 'update', 'account.change', 'top', () => ({
      path: `/api/masters/accounts/${id('top')}`,
      body: { version: wanderers.get('top')?.version, parent: id('middle') },
    })),
    row('POST /api/masters/accounts/{id}/move', 'update', 'account.change', 'whole', (_, world) => ({
      path: `/api/masters/accounts/${id('whole')}/move`,
      body: {
        version: wanderers.get('whole')?.version,
        day: '2026-01-02',
        market: world.node.get('sibling')?.id,
      },
    })),
    row('POST /api/masters/accounts/change-many', 'update', 'account.change', 'top', () => ({
      path: '/api/masters/accounts/change-many',
      body: { ids: [id('low')], tier: 'sub_distributor' },
    })),
  ]
}

/** Rows that no screen writes, of accounts that moved: in the market that they left, and of one out of reach in an audit of another. */
export const LEFT_BEHIND: readonly string[] = [
  `INSERT INTO supply_link (market_id, id, seller_id, buyer_id, valid_from)
   SELECT l.market_id, gen_random_uuid(), l.seller_id, l.buyer_id, '2026-01-04' FROM supply_link l
   JOIN account a ON a.market_id = l.market_id AND a.id = l.buyer_id AND a.moved_to_market IS NOT NULL`,
  `INSERT INTO account_key SELECT lower(code) || 'left', market_id, id FROM account WHERE moved_to_market IS NOT NULL
     AND withdrawn_at IS NULL`,
  `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'seq', e.seq + 1000,
     'actor', 'somebody else', 'action', 'account.change', 'detail', '{}'::jsonb))).*
   FROM audit_entry e JOIN account a ON a.market_id = e.market_id AND a.id::text = e.subject AND a.moved_to_market IS NOT NULL
   WHERE e.action = 'account.move'`,
  `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'seq', e.seq + 2000,
     'subject', (SELECT id FROM account WHERE code = '${mark('ac', 'far', 'far')}'), 'action', 'account.change', 'detail', '{}'::jsonb))).*
   FROM audit_entry e JOIN territory_node n ON n.id = e.market_id AND n.code = '${mark('pc', 'own', 'x')}' WHERE e.seq = 1`,
  `INSERT INTO audit_sealed (market_id, entry_id, part, at, salt, body)
   SELECT market_id, id, 'from', at, decode(repeat('00', 16), 'hex'), '"192.0.2.1"' FROM audit_entry ON CONFLICT DO NOTHING`,
  `INSERT INTO market_size (market_id, valid_from, litres_a_year, source)
   SELECT id, '1970-01-01', 700000000, 'test' FROM territory_node WHERE code = '${mark('pc', 'near', 'x')}'`,
  `UPDATE territory_node SET name = '${mark('pn', 'near', 'x')}' WHERE code = '${mark('pc', 'shut', 'x')}'`,
]
