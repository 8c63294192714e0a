import { v7 } from 'uuid'
import { createApp } from '../../src/server/app.ts'
import type { App } from '../../src/server/http/frame.ts'
import { inScope } from '../../src/server/db/transaction.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import { grow, type Grown } from '../rights/world.ts'
import { Memory } from './memory.ts'
import { goodPassword } from './valid.ts'

export type Company = {
  readonly database: FreshDatabase
  readonly app: App
  readonly memory: Memory
  /** People with a key, the one who may do everything first. */
  readonly people: readonly { readonly key: string; readonly apiKey: string }[]
  /** Cookies of sessions that are there from the beginning. */
  readonly sessions: readonly string[]
  /** The clock goes on with every request, so that what is locked for minutes opens again. */
  tick(): void
  /** When nothing is at work in the background any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

const START = Date.parse('2026-01-05T04:00:00.000Z')
const STEP_MS = 2_000
const SET_UP_KEY = 'printed-at-the-start'

/** A database whose ids are the same again in every run, so that a request can be made again as it was. */
async function database(): Promise<FreshDatabase> {
  const fresh = await freshDatabase()
  let made = 0
  const newId = (): string => {
    made += 1
    const random = new Uint8Array(16)
    new DataView(random.buffer).setUint32(12, made)
    return v7({ msecs: START + made, seq: made, random })
  }
  return { ...fresh, deps: { ...fresh.deps, newId } }
}

function opened(fresh: FreshDatabase): Pick<Company, 'database' | 'app' | 'tick'> {
  let at = START
  return {
    database: fresh,
    app: createApp(fresh.deps, {
      address: (c) => c.req.header('x-forwarded-for') ?? '',
      setUpKey: { text: SET_UP_KEY, opens: (given) => given === SET_UP_KEY },
    }),
    tick: () => fresh.setNow(new Date((at += STEP_MS))),
  }
}

/** The company of the rights matrix, what is in it known to the generator, and some of its people signed in. */
export async function company(): Promise<Company> {
  const fresh = await database()
  const grown = await grow(fresh)
  // What was planted beside the ledger's door gets the keys that the door would have given it.
  await inScope(fresh.deps.db, '*', ({ client }) =>
    client.query(`INSERT INTO line_key (key, market_id, movement_id, batch_id, fingerprint)
      SELECT line_key, market_id, id, batch_id, fingerprint FROM movement m
      WHERE NOT EXISTS (SELECT FROM line_key k WHERE k.key = m.line_key)`),
  )
  const open = opened(fresh)
  const settled = () => grown.forgetful.settled()
  const boss = grown.actors[0]
  const sessions: string[] = []
  for (const actor of grown.actors.slice(1, 4)) {
    const link = await grown.call(boss?.apiKey, { method: 'POST', path: `/api/people/${actor.email}/link` })
    const path = `/api${((await link.json()) as { link: string }).link}`
    const asked = { method: 'POST', path, body: { password: goodPassword } }
    const signedIn = await grown.call('', asked)
    const [cookie = ''] = signedIn.headers.getSetCookie()
    if (cookie === '') throw new Error(`${actor.key} is not signed in`)
    sessions.push(cookie.split(';')[0] ?? '')
  }
  return {
    ...open,
    people: grown.actors,
    sessions,
    memory: known(grown),
    settled,
    close: async () => {
      await settled()
      await fresh.close()
    },
  }
}

/** Nothing is set up yet; requests may do it. */
export async function emptyInstallation(): Promise<Company> {
  const fresh = await database()
  const memory = new Memory()
  memory.keep('start', 'key', SET_UP_KEY)
  memory.keep('setup', 'key', SET_UP_KEY)
  return {
    ...opened(fresh),
    people: [],
    sessions: [],
    memory,
    settled: () => Promise.resolve(),
    close: () => fresh.close(),
  }
}

/** What the company was grown with, so that the first requests have something to ask for. */
function known(grown: Grown): Memory {
  const memory = new Memory()
  memory.spare(grown.actors[0]?.email)
  const keep = (part: string, fields: Readonly<Record<string, unknown>>): void => {
    for (const [field, value] of Object.entries(fields)) memory.keep(part, field, value)
  }
  for (const { id, code, note, contact, file, gone, twin, merged } of grown.accounts) {
    keep('accounts', { id, code, account: code })
    keep('accounts', { id: twin })
    keep('accounts', { id: merged })
    for (const record of [note, contact, gone]) keep(`/api/accounts/${id}/records`, { id: record })
    keep(`/api/accounts/${id}/files`, { id: file })
    keep('records', { id: note })
  }
  for (const { id } of grown.batches) keep('imports', { id })
  for (const { id } of grown.standIns) keep('stand-ins', { id })
  for (const { id, code } of grown.node.values()) keep('markets', { id, code })
  keep('products', { id: grown.product.id })
  keep('products', { id: grown.product.fresh })
  keep('imports', { shape: grown.shape })
  keep('undo', { id: grown.edit })
  for (const { email, view } of grown.actors) {
    keep('people', { email })
    if (view !== undefined) keep('views', { id: view })
  }
  for (const role of ['rep', 'hq', 'read_only', 'regional_manager']) keep('people', { role })
  keep('passwords', { password: goodPassword })
  return memory
}
