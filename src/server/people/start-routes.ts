import type { z } from 'zod'
import { Done, MakeDemo, OneTimeLink, SetUp, StartState, type Company } from '../../contract/people.ts'
import { ok, refuse } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { companyRow } from './person-store.ts'
import { setUp } from './set-up.ts'
import type { SetUpKey } from './set-up-key.ts'

/** What the demo slice gives; without it there is no demo company to look at. */
export type Demo = {
  readonly people: z.infer<typeof StartState>['demoPeople']
  /** Makes the demo company in an empty database. `done` runs from 0 to 1. */
  load(onProgress: (progress: { step: string; done: number }) => void): Promise<unknown>
  /** Wipes every row, so that a company of one's own can be set up. */
  clear(): Promise<void>
}

type Parts = {
  readonly demo?: Demo | undefined
  readonly key: SetUpKey
  readonly companyAccount?: z.infer<typeof StartState>['companyAccount'] | undefined
}

export function startRoutes(app: App, deps: Deps, { demo, key, companyAccount = null }: Parts): void {
  let working: { step: string; done: number } | null = null
  const company = (): Promise<z.infer<typeof Company> | undefined> =>
    inScope(deps.db, [], companyRow, { readOnly: true })

  async function make(given: Demo): Promise<void> {
    try {
      await given.load((progress) => (working = progress))
    } catch (error) {
      deps.log.error({ err: error }, 'demo company not made')
    } finally {
      working = null
    }
  }

  async function state(): Promise<z.infer<typeof StartState>> {
    const there = await company()
    const kind = working ? 'empty' : (there?.kind ?? 'empty')
    return {
      state: kind,
      company: kind === 'empty' ? null : (there ?? null),
      version: deps.version,
      companyAccount,
      working,
      demoPeople: kind === 'demo' ? (demo?.people ?? []) : [],
    }
  }

  endpoint(
    app,
    {
      access: 'public',
      method: 'get',
      path: '/api/start',
      tag: 'start',
      summary: 'Whether there is a company yet, and which',
      answer: StartState,
    },
    async () => ok(await state()),
  )

  endpoint(
    app,
    {
      access: 'public',
      method: 'post',
      path: '/api/start/setup',
      tag: 'start',
      summary:
        'Set up the company on an empty installation; answers the one-time link of the first administrator',
      body: SetUp,
      answer: OneTimeLink,
      status: 201,
    },
    async ({ body }) => {
      if (working) return refuse('company/exists')
      if (!key.opens(body.key)) return refuse((await company()) ? 'company/exists' : 'company/key-wrong')
      const made = await setUp(deps, 'anonymous', {
        company: {
          name: body.company,
          currency: body.currency,
          timeZone: body.timeZone,
          locale: body.locale,
          unit: body.unit,
        },
        market: body.market,
        admin: { name: body.adminName, email: body.adminEmail },
      })
      return made.ok ? ok({ link: `/link/${made.value.token ?? ''}` }) : made
    },
  )

  endpoint(
    app,
    {
      access: 'public',
      method: 'post',
      path: '/api/start/demo',
      tag: 'start',
      summary:
        'Make the demo company on an empty installation, in the background; GET /api/start tells how far it is',
      body: MakeDemo,
      answer: StartState,
      status: 202,
    },
    async ({ body }) => {
      const there = await company()
      if (there?.kind === 'own') return refuse('demo/beside-real-data')
      if (!demo) return refuse('request/not-found')
      if (!there && !key.opens(body.key)) return refuse('company/key-wrong')
      if (!there && !working) {
        working = { step: 'begin', done: 0 }
        void make(demo)
      }
      return ok(await state())
    },
  )

  endpoint(
    app,
    {
      access: 'company.change',
      method: 'post',
      path: '/api/start/clear',
      tag: 'start',
      summary: 'Clear the demo company away, with everything in it',
      answer: Done,
    },
    async ({ caller }) => {
      if (caller.scope !== '*') return refuse('person/no-right', { right: 'company.change' })
      if ((await company())?.kind !== 'demo' || !demo) return refuse('company/not-demo')
      await demo.clear()
      return ok({ done: true as const })
    },
  )
}
