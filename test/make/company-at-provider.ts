import { pino } from 'pino'
import { createApp } from '../../src/server/app.ts'
import type { App } from '../../src/server/http/frame.ts'
import { addPerson } from '../../src/server/people/add-person.ts'
import { changePeople } from '../../src/server/people/change-people.ts'
import { companySignInNamed, type CompanySignIn } from '../../src/server/people/company-sign-in-settings.ts'
import { Session } from '../../src/contract/people.ts'
import { asOwner, freshDatabase } from './database.ts'
import { startProvider, type Provider } from './oidc-provider.ts'
import { system, webOn } from './people.ts'

export const home = 'http://localhost:4000'

const member = (sub: string, email: string | null, verified: boolean | null = true) => ({
  sub,
  name: sub,
  claims: {
    ...(email === null ? {} : { email }),
    ...(verified === null ? {} : { email_verified: verified }),
  },
})
const members = [
  member('s-li', 'Li@Example.com'),
  member('s-late', 'late@example.com', false),
  member('s-unsaid', 'quiet@example.com', null),
  member('s-gone', 'gone@example.com'),
  member('s-stranger', 'stranger@example.com'),
  member('s-two', 'two@example.com'),
  member('s-two-new', 'two@example.com'),
  member('s-none', null),
]
const people = ['li', 'late', 'quiet', 'gone', 'two'].map((name) => `${name}@example.com`)

/** The cookies that an answer leaves in a browser. */
export const cookies = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
export const placeOf = (response: Response) => response.headers.get('location') ?? ''
/** The code that the sign-in screen is told. */
export const problemOf = (response: Response) => new URL(placeOf(response), home).searchParams.get('problem')

/** Settings for a provider, as an operator writes them; `more` beside what every one needs. */
function settingsAt(provider: Provider, more: Readonly<Record<string, string>> = {}): CompanySignIn {
  const named = companySignInNamed({
    TONNAGE_OIDC_ISSUER: provider.issuer,
    TONNAGE_OIDC_CLIENT_ID: provider.client.id,
    TONNAGE_OIDC_CLIENT_SECRET: provider.client.secret,
    TONNAGE_URL: home,
    ...more,
  })
  if (!named.ok || !named.value) throw new Error('settings')
  return named.value
}

/** A provider at which these names are known, by verified addresses, and an installation's settings that it is the only way in. */
export async function onlyByCompany(names: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const provider = await startProvider(names.map((name) => member(name, `${name}@example.com`)))
  return { provider, companySignIn: settingsAt(provider, { TONNAGE_OIDC_ONLY: '1', ...more }) }
}

/** A company whose people sign in at a provider, both real: li, late, quiet and two are reps, gone is suspended. */
export async function companyAtProvider() {
  const database = await freshDatabase()
  const provider = await startProvider(members)
  const settings = settingsAt(provider)
  await webOn(database.deps)
  for (const email of people) {
    const roles = [{ role: 'rep', scope: 'First' }]
    const added = await addPerson(database.deps, system, { email, name: email, roles })
    if (!added.ok) throw new Error(added.problem.code)
  }
  await changePeople(database.deps, system, [{ email: 'gone@example.com', active: false }])
  const lines: string[] = []

  function withSettings(change: Partial<CompanySignIn>, publicUrl = home): App {
    const log = pino({}, { write: (line) => void lines.push(line) })
    return createApp(
      { ...database.deps, log },
      { publicUrl, companySignIn: { ...settings, patience: 0.5, ...change } },
    )
  }

  const app = withSettings({})
  const ask = async (path: string, headers: Record<string, string> = {}, on = app) =>
    on.request(path, { headers: { 'accept-language': 'en', ...headers } })

  return {
    database,
    provider,
    /** Every line of the log. */
    lines,
    withSettings,
    ask,
    /** Out, at the provider as this member, and back: what the last answer is. */
    async come(sub: string, { next = '', on = app }: { next?: string; on?: App } = {}): Promise<Response> {
      const out = await ask(`/api/sign-in/company${next && `?next=${encodeURIComponent(next)}`}`, {}, on)
      if (placeOf(out).startsWith('/')) return out
      const back = await provider.approve(placeOf(out), sub)
      return ask(back.pathname + back.search, { cookie: cookies(out) }, on)
    },
    async whoIs(response: Response): Promise<string | null> {
      const session = await ask('/api/session', { cookie: cookies(response) })
      return session.status === 200 ? Session.parse(await session.json()).person.email : null
    },
    count: (table: 'auth.session' | 'company_identity'): Promise<number> =>
      asOwner(database, async (client) => {
        const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
        return rows[0]?.n ?? 0
      }),
    async close(): Promise<void> {
      await provider.stop()
      await database.close()
    },
  }
}
export type AtProvider = Awaited<ReturnType<typeof companyAtProvider>>
