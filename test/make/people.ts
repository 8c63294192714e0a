import { createApp, type Parts } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/db/deps.ts'
import { allGrants } from '../../src/domain/chain/reach.ts'
import { addPerson, keyFor } from '../../src/server/people/add-person.ts'
import { setUp } from '../../src/server/people/set-up.ts'

/** Everybody of a test: the system, as the command line is. */
export const system = { actor: 'cli:test', grants: allGrants() }

export type Web = {
  /** Calls a route; `as` is a persona's API key. `body` is sent as JSON, `raw` as it is. */
  call(
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; raw?: string | Uint8Array<ArrayBuffer> },
  ): Promise<Response>
  /** Adds a person with one role at a node (code) and answers their API key. */
  persona(role: string, scope: string): Promise<string>
}

/** The app on a database: with the company that is there, or a new one (HQ and a market `First`). Nobody is in it yet. */
export async function webOn(deps: Deps, parts: Parts = {}): Promise<Web> {
  const company = { name: 'Brewery', currency: 'CNY', timeZone: 'Asia/Shanghai', locale: 'en' } as const
  const made = await setUp(deps, system.actor, { company, market: 'First' })
  if (!made.ok && made.problem.code !== 'company/exists') throw new Error(made.problem.code)
  const app = createApp(deps, parts)
  let people = 0
  return {
    async call(method, path, { as, body, raw } = {}) {
      const headers: Record<string, string> = { 'accept-language': 'en' }
      if (as !== undefined) headers['authorization'] = `Bearer ${as}`
      const text = body === undefined ? raw : JSON.stringify(body)
      if (body !== undefined) headers['content-type'] = 'application/json'
      return app.request(path, { method, headers, ...(text === undefined ? {} : { body: text }) })
    },
    async persona(role, scope) {
      people += 1
      const email = `${role}${people}@example.com`
      const added = await addPerson(deps, system, { email, name: role, roles: [{ role, scope }] })
      if (!added.ok) throw new Error(added.problem.code)
      const key = await keyFor(deps, system, email)
      if (!key.ok) throw new Error(key.problem.code)
      return key.value.key
    },
  }
}
