import { tiers } from '../../domain/chain/line.ts'
import { toMinor } from '../../domain/money.ts'
import type { Day } from '../../domain/day.ts'
import { claimCodes, createAccounts, createMarkets, type Changing } from './change-store.ts'
import { accountsByKey } from './lookup-store.ts'
import { byName } from './names.ts'
import { firstByKey, keyOf, numberOf, textOf, type MasterFile, type MasterRow } from './master-rows.ts'
import {
  accountRows,
  addFacts,
  allNodes,
  closedMarkets,
  setAccounts,
  type AccountRow,
  type Fact,
  type Node,
} from './master-store.ts'
import type { Job } from './movements.ts'
import type { MasterRecord } from './read/open-types.ts'

const MONEY = ['working_capital', 'credit_limit'] as const
const PLAIN = ['sales_people', 'vehicles', 'warehouse_m2', 'share_of_wallet'] as const

function codeOf(record: MasterRecord): string | undefined {
  return textOf(record, 'account_code') ?? textOf(record, 'account_name')
}

type Placed = {
  readonly row: MasterRow
  readonly key: string
  readonly before: AccountRow | undefined
  readonly now: AccountRow
}

/** Accounts: what the file says wins, what it leaves open stays. A new one needs a market that is open, its own or its parent's. */
export async function importAccounts(
  job: Job,
  changing: Changing,
  file: MasterFile,
  today: Day,
): Promise<void> {
  const { tx } = job
  const first = firstByKey(file, (record) => keyOf(codeOf(record)))
  const parents = [...first.values()]
    .map(({ record }) => keyOf(textOf(record, 'parent_code')))
    .filter((key) => key !== undefined)
  const known = await accountsByKey(tx, [...new Set([...first.keys(), ...parents])])
  const before = await accountRows(
    tx,
    [...known.values()].map(({ id }) => id),
  )
  const markets = await marketsFor(job, changing, file, first, new Set(known.keys()))
  const closed = await closedMarkets(tx)
  const placed = new Map<string, Placed>()
  const visiting = new Set<string>()

  const place = (key: string): Placed | undefined => {
    const row = first.get(key)
    const done = placed.get(key)
    if (done || !row || row.state === 'refused') return done
    if (visiting.has(key)) {
      file.refuse(row, 'line/value-invalid', {
        field: 'parent_code',
        value: textOf(row.record, 'parent_code') ?? '',
      })
      return undefined
    }
    visiting.add(key)
    const made = placeRow(row, key)
    visiting.delete(key)
    if (made) placed.set(key, made)
    return made
  }

  const placeRow = (row: MasterRow, key: string): Placed | undefined => {
    const { record } = row
    const old = before.get(known.get(key)?.id ?? '')
    const parentText = textOf(record, 'parent_code')
    const parent = parentText === undefined ? undefined : parentOf(keyOf(parentText) ?? '')
    const said = keyOf(textOf(record, 'market_code') ?? textOf(record, 'market_name'))
    const market = old?.market ?? (said === undefined ? parent?.market : markets.get(said)?.id)
    if (old && said !== undefined && markets.get(said)?.id !== old.market) file.warn('line/other-market')
    if (market === undefined)
      file.refuse(
        row,
        said === undefined ? 'line/no-market' : 'market/missing',
        said === undefined ? {} : { market: said },
      )
    else if (parentText !== undefined && (!parent || parent.market !== market))
      file.refuse(row, 'line/account-unknown', { code: parentText })
    else if (tx.scope !== '*' && !tx.scope.includes(market))
      file.refuse(row, 'line/out-of-reach', { code: codeOf(record) ?? '' })
    const shut = old || market === undefined ? undefined : closed.get(market)
    if (shut) file.refuse(row, 'market/closed', { market: shut.name, day: shut.day })
    if (row.state === 'refused' || market === undefined) return undefined
    const id = old?.id ?? changing.newId()
    return {
      row,
      key,
      before: old,
      now: merged(record, old, { market, id, parent: parent?.id ?? null }, today),
    }
  }

  const parentOf = (key: string): { market: string; id: string } | undefined => {
    const own = place(key)
    if (own) return own.now
    return before.get(known.get(key)?.id ?? '')
  }

  for (const key of first.keys()) place(key)
  await write(job, changing, file, [...placed.values()], today)
}

function merged(
  record: MasterRecord,
  old: AccountRow | undefined,
  at: { market: string; id: string; parent: string | null },
  today: Day,
): AccountRow {
  const text = (field: string, before: string | null | undefined) => textOf(record, field) ?? before ?? null
  const tier = textOf(record, 'tier')
  const lat = numberOf(record, 'lat')
  const lon = numberOf(record, 'lon')
  const onEarth = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  const code = old?.code ?? codeOf(record) ?? ''
  const name = textOf(record, 'account_name') ?? old?.name ?? code
  return {
    market: at.market,
    id: at.id,
    code,
    name,
    name_as_of: old && old.name === name ? old.name_as_of : today,
    tier: tiers.find((one) => one === tier) ?? old?.tier ?? 'wholesaler',
    parent_id: at.parent ?? old?.parent_id ?? null,
    address: text('address', old?.address),
    city: text('city', old?.city),
    latitude: onEarth ? lat : (old?.latitude ?? null),
    longitude: onEarth ? lon : (old?.longitude ?? null),
    phone: text('phone', old?.phone),
    contact: text('contact', old?.contact),
    channel: text('channel', old?.channel),
    opened_on: text('opened_on', old?.opened_on),
    closed_on: text('closed_on', old?.closed_on),
  }
}

/** Markets that the rows name, by key; missing ones are made where that was asked for. */
async function marketsFor(
  job: Job,
  changing: Changing,
  file: MasterFile,
  rows: ReadonlyMap<string, MasterRow>,
  known: ReadonlySet<string>,
): Promise<Map<string, Node>> {
  const { scope } = job.tx
  const others = await allNodes(job.tx)
  const nodes = new Map([...others].filter(([, node]) => node.kind === 'market' && !node.withdrawn))
  const seen = [...nodes.values()].filter(({ id }) => scope === '*' || scope.includes(id))
  for (const [name, node] of byName(seen)) if (!others.has(name)) nodes.set(name, node)
  if (!job.createMissing || scope !== '*') return nodes
  const fresh = new Map<string, { id: string; code: string; name: string; revive: boolean }>()
  for (const [key, { record, state }] of rows) {
    const code = textOf(record, 'market_code') ?? textOf(record, 'market_name')
    const market = keyOf(code)
    if (state !== 'open' || known.has(key) || code === undefined || market === undefined || nodes.has(market))
      continue
    const old = others.get(market)
    if ((old && !old.withdrawn) || fresh.has(market)) continue
    const id = old?.id ?? changing.newId()
    fresh.set(market, {
      id,
      code: code.normalize('NFKC'),
      name: textOf(record, 'market_name') ?? code,
      revive: old !== undefined,
    })
  }
  await createMarkets(job.tx, changing, job.rules.hq, [...fresh.values()])
  file.created.markets += fresh.size
  for (const [key, node] of fresh)
    nodes.set(key, { ...node, key, kind: 'market', parent_id: null, withdrawn: false })
  return nodes
}

async function write(
  job: Job,
  changing: Changing,
  file: MasterFile,
  placed: readonly Placed[],
  today: Day,
): Promise<void> {
  const { tx } = job
  const wanted = placed.filter(({ before }) => !before)
  const claimed = await claimCodes(
    tx,
    wanted.map(({ key, now }) => ({ key, market: now.market, id: now.id })),
  )
  for (const { row, key, now } of wanted)
    if (!claimed.has(key)) file.refuse(row, 'line/out-of-reach', { code: now.code })
  const fresh = wanted.filter(({ row }) => row.state !== 'refused')
  const asNew = fresh.map(({ now }) => ({
    ...now,
    asOf: now.name_as_of,
    lat: now.latitude,
    lon: now.longitude,
  }))
  await createAccounts(tx, changing, asNew)
  const changed = placed.filter(
    ({ before, now, row }) =>
      before && row.state !== 'refused' && JSON.stringify(before) !== JSON.stringify({ ...before, ...now }),
  )
  await setAccounts(
    tx,
    changing,
    [...fresh, ...changed].map(({ now }) => now),
  )
  const standing = placed.filter(({ row }) => row.state !== 'refused')
  const news = await addFacts(
    tx,
    changing,
    standing.flatMap((one) => factsOf(one, job, today)),
  )
  file.created.accounts += fresh.length
  file.updated.accounts += changed.length
  const touched = new Set([...fresh, ...changed])
  for (const one of standing) {
    if (!touched.has(one) && !news.has(one.now.id)) continue
    one.row.state = 'accepted'
    file.touched.add(one.now.market)
  }
}

/** Facts of one line: of the day and from the source that it names, else of today and from the import. */
function factsOf({ row: { record }, now }: Placed, job: Job, today: Day): Fact[] {
  const day = textOf(record, 'fact_day') ?? today
  const source = textOf(record, 'fact_source') ?? 'import'
  const of = (fact: string, value: number | undefined): Fact[] =>
    value === undefined || value < 0
      ? []
      : [{ market: now.market, account: now.id, fact, value, day, source }]
  const money = (value: number | undefined) =>
    value === undefined ? undefined : toMinor(value, job.rules.minorDigits)
  return [
    ...MONEY.flatMap((fact) => of(fact, money(numberOf(record, fact)))),
    ...of('overdue_minor', money(numberOf(record, 'overdue'))),
    ...PLAIN.flatMap((fact) => of(fact, numberOf(record, fact))),
  ]
}
