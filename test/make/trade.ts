import { MasterAccounts } from '../../src/contract/masters-accounts.ts'
import { MasterTree } from '../../src/contract/masters-markets.ts'
import { ProblemBody } from '../../src/contract/people.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'
import { webOn } from './people.ts'
import { plantMarkets } from './plant.ts'

/** A company with the markets First and Second, people in it by name, and calls in their name (`hq` where none is said). */
export type Trade = {
  readonly database: FreshDatabase
  /** Ids of places by code. */
  readonly node: Readonly<Record<string, string>>
  call(method: string, path: string, body?: unknown, as?: string): Promise<{ ok: boolean; json: unknown }>
  /** `ok`, or the code of the problem. */
  said(method: string, path: string, body?: unknown, as?: string): Promise<string>
  /** What a GET answers, as it is. */
  text(path: string, as: string): Promise<string>
  /** The account of a code; empty where there is none. */
  idOf(code: string): Promise<string>
  /** Puts a file with an account; answers its id. */
  file(account: string, text: string, as: string): Promise<string>
}

export async function aTrade(
  people: Readonly<Record<string, readonly [role: string, scope: string]>>,
): Promise<Trade> {
  const database = await freshDatabase()
  const web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  const key: Record<string, string> = {}
  for (const [name, [role, scope]] of Object.entries(people)) key[name] = await web.persona(role, scope)
  const call: Trade['call'] = async (method, path, body, as = 'hq') => {
    const answer = await web.call(method, `/api${path}`, { as: key[as] ?? '', ...(body ? { body } : {}) })
    return { ok: answer.ok, json: (await answer.json()) as unknown }
  }
  const { nodes } = MasterTree.parse((await call('GET', '/masters/markets')).json)
  return {
    database,
    node: Object.fromEntries(nodes.map(({ code, id }) => [code, id])),
    call,
    said: async (...ask) => {
      const { ok, json } = await call(...ask)
      return ok ? 'ok' : ProblemBody.parse(json).code
    },
    text: async (path, as) => (await web.call('GET', `/api${path}`, { as: key[as] ?? '' })).text(),
    idOf: async (code) => {
      const { json } = await call('GET', `/masters/accounts?q=${code}`)
      return MasterAccounts.parse(json).rows.find((row) => row.code === code)?.id ?? ''
    },
    file: async (account, text, as) => {
      const raw = new TextEncoder().encode(`%PDF-1.4 ${text}`)
      const answer = await web.call('POST', `/api/accounts/${account}/files?name=list.pdf`, {
        as: key[as] ?? '',
        raw,
      })
      return ((await answer.json()) as { id: string }).id
    },
  }
}
