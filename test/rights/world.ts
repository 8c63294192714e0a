import { sql } from 'kysely'
import { inScope } from '../../src/server/db/transaction.ts'
import { setUp } from '../../src/server/people/set-up.ts'
import type { FreshDatabase } from '../make/database.ts'
import { system } from '../make/people.ts'
import { pdf } from '../make/pictures.ts'
import { PHONE } from './blind.ts'
import { callsOf, type Call } from './call.ts'
import { forgetful, type Forgetful } from './forgetful.ts'
import { figuresByDigits, mark, type World } from './judge.ts'
import { places, type Place } from './oracle.ts'
import { growAgreements, type AgreementTarget } from './world-agreements.ts'
import { growBatches } from './world-batches.ts'
import { growAccounts, growPlaces, wanted } from './world-ledger.ts'
import { growPolicies, type ClaimTarget, type PolicyTarget } from './world-policies.ts'
import { growProspects, type ProspectTarget } from './world-prospects.ts'
import { growVisits, type VisitTarget } from './world-visits.ts'
import { emailOf, growPeople, TODAY, word, type Actor } from './world-people.ts'

/** An account with one of everything that can hang on it. `where`: the places of whom it may be told. */
export type Target = {
  readonly key: string
  readonly place: Place
  readonly formerly?: Place
  readonly wholesaler: boolean
  readonly id: string
  readonly code: string
  readonly version: string
  readonly note: string
  readonly gone: string
  readonly contact: string
  readonly file: string
  readonly twin: string
  readonly merged: string
}
export type Batch = {
  readonly key: string
  readonly id: string
  readonly markets: readonly Place[]
  readonly actor: string
}
export type Grown = World & {
  readonly actors: readonly Actor[]
  readonly accounts: readonly Target[]
  readonly batches: readonly Batch[]
  readonly prospects: readonly ProspectTarget[]
  readonly policies: readonly PolicyTarget[]
  readonly claims: readonly ClaimTarget[]
  readonly visits: readonly VisitTarget[]
  readonly agreements: readonly AgreementTarget[]
  readonly standIns: readonly { readonly id: string; readonly of: readonly string[] }[]
  readonly node: ReadonlyMap<Place, { readonly id: string; readonly code: string; readonly version: string }>
  readonly product: {
    readonly id: string
    readonly version: string
    readonly fresh: string
    readonly freshVersion: string
  }
  readonly edit: string
  readonly shape: string
  readonly forgetful: Forgetful
  call(key: string | undefined, call: Call): Promise<Response>
}

const MOVED = '2025-12-01'

/** The company on a database: everything that a route can show or change, in every place, marked. */
export async function grow(database: FreshDatabase): Promise<Grown> {
  const memory = forgetful(database.deps.db)
  const deps = { ...database.deps, db: memory.db }
  const company = { name: 'Brewery', currency: 'CNY', timeZone: 'Asia/Shanghai', locale: 'en' } as const
  await setUp(deps, system.actor, { company })
  const call = callsOf(deps)
  const nodeIds = await growPlaces(database)
  const actors = await growPeople(database)
  const boss = actors[0]
  if (!boss) throw new Error('nobody')
  const asked = async <T = { id: string }>(
    method: string,
    path: string,
    body?: unknown,
    raw?: Uint8Array<ArrayBuffer>,
    key = boss.apiKey,
  ): Promise<T> => {
    const answer = await call(key, { method, path, body, ...(raw ? { raw } : {}) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`)
    return JSON.parse(text) as T
  }
  const { figures, ids } = await growAccounts(database, nodeIds)
  const accounts: Target[] = []
  const id = (of: string) => ids.get(of) ?? ''
  for (const one of wanted) {
    const { key, place, formerly } = one
    const at = `/api/accounts/${id(key)}`
    // What is written before a move belongs to the one market, what is written after it to the other.
    const lives = async (where: string, when: string) => {
      await asked('PUT', `${at}/facts`, {
        fact: 'vehicles',
        value: 7,
        day: when === 'old' ? '2025-11-01' : '2025-12-15',
        expiresOn: null,
        source: mark('so', where, when),
      })
      const note = await asked('POST', `${at}/records`, {
        kind: 'note',
        day: '2025-11-01',
        words: mark('no', where, `${key}${when}`),
      })
      const gone = await asked('POST', `${at}/records`, {
        kind: 'note',
        day: '2025-11-01',
        words: mark('no', where, `${key}gone`),
      })
      await asked('DELETE', `${at}/records/${gone.id}`)
      const contact = await asked('POST', `${at}/records`, {
        kind: 'contact',
        day: '2025-11-01',
        name: mark('co', where, `${key}${when}`),
        phone: PHONE,
      })
      const file = await asked(
        'POST',
        `${at}/files?name=${mark('fi', where, `${key}${when}`)}.pdf`,
        undefined,
        new Uint8Array(Buffer.concat([pdf, Buffer.from(mark('fb', where, key + when))])),
      )
      return { note: note.id, gone: gone.id, contact: contact.id, file: file.id }
    }
    if (formerly) {
      await lives(formerly, 'old')
      const { version } = await asked<{ version: string }>('GET', `/api/masters/accounts/${id(key)}`)
      await asked('POST', `/api/masters/accounts/${id(key)}/move`, {
        market: nodeIds.get(place),
        day: MOVED,
        version,
      })
      const there = await asked<{ version: string }>('GET', `/api/masters/accounts/${id(key)}`)
      await asked('PUT', `/api/masters/accounts/${id(key)}`, {
        version: there.version,
        name: mark('an', place, `${key}new`),
      })
    }
    const records = await lives(place, 'now')
    if (!one.tier)
      await asked('POST', `${at}/override`, {
        standing: 'regular',
        reason: mark('re', place, key),
        expiresOn: '2026-06-01',
      })
    await asked('POST', `/api/accounts/${id(`${key}spent`)}/merge`, { into: id(key) })
    const { version, code } = await asked<{ version: string; code: string }>(
      'GET',
      `/api/masters/accounts/${id(key)}`,
    )
    accounts.push({
      key,
      place,
      ...(formerly ? { formerly } : {}),
      wholesaler: !one.tier,
      id: id(key),
      code,
      version,
      ...records,
      twin: id(`${key}twin`),
      merged: id(`${key}spent`),
    })
  }
  for (const place of ['own', 'sibling', 'near', 'far'] as const)
    await asked('PUT', `/api/markets/${mark('pc', place, 'x')}/sizes`, {
      validFrom: '2025-06-01',
      litres: 900_000_000,
      low: null,
      high: null,
      source: mark('sz', place, 'x'),
    })
  await asked('POST', `/api/masters/markets/${nodeIds.get('shut') ?? ''}/close`, {
    version: await versionOf('shut'),
    day: '2025-12-31',
  })
  async function versionOf(place: Place) {
    const { nodes } = await asked<{ nodes: { id: string; version: string }[] }>('GET', '/api/masters/markets')
    return nodes.find((node) => node.id === nodeIds.get(place))?.version ?? ''
  }
  const made = async (absent: string, by: string, from = TODAY) => ({
    id: (
      await asked('POST', `/api/people/${emailOf(absent)}/stand-ins`, {
        by: emailOf(by),
        from,
        to: '2026-01-09',
      })
    ).id,
    of: [absent, by],
  })
  const standIns = [
    await made('regional_manager@own', 'standin'),
    await made('admin@north', 'standinadmin'),
    await made('deputy@own', 'standindeputy'),
    await made('rep@own', 'read_only@own', '2026-01-06'),
    await made('rep@hq', 'read_only@hq', '2026-01-06'),
  ]
  for (const actor of actors) {
    if (actor.stranger || actor.held.length === 0) continue
    const { views } = await asked<{ views: { id: string }[] }>(
      'POST',
      '/api/views',
      {
        name: mark('vi', 'company', word(actor.key)),
        shared: false,
        body: { q: mark('vi', 'company', word(actor.key)) },
      },
      undefined,
      actor.apiKey,
    )
    Object.assign(actor, { view: views[0]?.id })
  }
  const products = await asked<{ rows: { id: string; code: string }[] }>('GET', '/api/masters/products')
  const lager = products.rows.find(({ code }) => code === 'LAGER')?.id ?? ''
  await asked('POST', `/api/masters/products/${lager}/periods`, {
    version: (await asked<{ version: string }>('GET', `/api/masters/products/${lager}`)).version,
    step: 'add',
    size: { from: '2020-01-01', to: null, packUnits: 12, unitMl: 500, cost: 61_000_003.57, excise: null },
  })
  const fresh = (
    await asked('POST', '/api/masters/products', {
      code: 'FRESH',
      name: 'Fresh',
      brand: null,
      category: null,
      packUnits: 12,
      unitMl: 500,
    })
  ).id
  const batches = await growBatches(asked, actors, nodeIds, memory)
  const { prospects, figures: spent } = await growProspects(asked, nodeIds)
  const trade = await growPolicies(asked, nodeIds, accounts)
  const visits = await growVisits(asked, accounts)
  const child = ids.get('child') ?? ''
  await asked('PUT', `/api/prospects/${prospects[0]?.id ?? ''}/serves/${child}`)
  const own = accounts[0]
  const { edit } = await asked<{ edit: string }>('PUT', `/api/masters/accounts/${own?.twin ?? ''}`, {
    version: (await asked<{ version: string }>('GET', `/api/masters/accounts/${own?.twin ?? ''}`)).version,
    city: 'Town',
  })
  const shape = 'ab'.repeat(32)
  await inScope(memory.db, '*', ({ q }) =>
    sql`INSERT INTO import_mapping (kind, shape, mapping, batch_id)
      SELECT 'movements', decode(${shape}, 'hex'), '{"columns":{"Buyer":"buyer_code"}}', id FROM import_batch WHERE markets = ${[nodeIds.get('sibling') ?? '']}::uuid[]`.execute(
      q,
    ),
  )
  const { nodes } = await asked<{ nodes: { id: string; code: string; version: string }[] }>(
    'GET',
    '/api/masters/markets',
  )
  const productVersion = async (of: string) =>
    (await asked<{ version: string }>('GET', `/api/masters/products/${of}`)).version
  // Whatever is made by reading for the first time is made now.
  for (const path of ['/api/ranking', '/api/markets', '/api/search?q=x']) await asked('GET', path)
  await memory.settled()
  return {
    agreements: await growAgreements(asked, nodeIds, accounts),
    figures: figuresByDigits([
      ...figures,
      ...spent,
      { kind: 'product cost', place: 'hq', value: 61_000_003.57 },
    ]),
    people: new Map(actors.map((actor) => [word(actor.key), actor])),
    cameFrom: new Map([
      ['own', ['far']],
      ['far', ['own']],
    ]),
    actors,
    accounts,
    batches,
    prospects,
    ...trade,
    visits,
    standIns,
    node: new Map(
      places.map((place) => {
        const found = nodes.find((node) => node.id === nodeIds.get(place))
        return [
          place,
          { id: nodeIds.get(place) ?? '', code: found?.code ?? '', version: found?.version ?? '' },
        ]
      }),
    ),
    product: {
      id: lager,
      version: await productVersion(lager),
      fresh,
      freshVersion: await productVersion(fresh),
    },
    edit,
    shape,
    forgetful: memory,
    call,
  }
}
