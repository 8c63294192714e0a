import type { Chance } from './chance.ts'
import type { Operation } from './document.ts'
import type { Kind } from './request.ts'
import type { Company } from './company.ts'

export type Caller = {
  /** For people to read. */
  readonly key: string
  readonly headers: readonly (readonly [string, string])[]
  /** May do everything everywhere, as long as the requests leave it so. */
  readonly boss?: true
}

const bearer = (key: string): readonly [string, string] => ['authorization', `Bearer ${key}`]

const sessionOf = (cookie: string): Caller => ({ key: 'session', headers: [['cookie', cookie]] })

const strangers: readonly Caller[] = [
  { key: 'nobody', headers: [] },
  { key: 'nobody', headers: [] },
  { key: 'bad key', headers: [bearer('tonnage_0000_nothing')] },
  { key: 'bad key', headers: [bearer('x')] },
  { key: 'bad cookie', headers: [['cookie', 'tonnage.session_token=abc.def']] },
]

/** People of every role and place, people whose roles ended, begin later or are suspended, and those whom nobody knows. */
export class Callers {
  readonly #people: readonly Caller[]
  readonly #sessions: Caller[]
  #lastOfOwn: Caller | undefined

  constructor({ people, sessions }: Pick<Company, 'people' | 'sessions'>) {
    this.#people = people.map(({ key, apiKey }, at) => ({
      key,
      headers: [bearer(apiKey)],
      ...(at === 0 ? { boss: true } : {}),
    }))
    this.#sessions = sessions.map((cookie) => sessionOf(cookie))
  }

  draw(chance: Chance, operation: Operation, kind: Kind): Caller {
    const latest = this.#sessions.at(-1)
    // What is one's own is asked for with a session; an API key is not enough for it.
    const own = operation.path.startsWith('/api/me')
    if (own && latest && chance.yes(0.85))
      return this.#lastOfOwn && chance.yes(0.5) ? this.#lastOfOwn : chance.one(this.#sessions)
    if (operation.access === 'public' && chance.yes(0.7)) return chance.one(strangers)
    const [boss] = this.#people
    if (boss && chance.yes(kind === 'valid' ? 0.75 : 0.6)) return boss
    const others = [...this.#people, ...this.#sessions]
    return others.length === 0 || chance.yes(0.15) ? chance.one(strangers) : chance.one(others)
  }

  /** A session that an answer began; who looked at their own sessions and keys knows what to end. */
  learn(caller: Caller, operation: Operation, status: number, headers: Headers): void {
    if (operation.name === 'GET /api/me' && status === 200) this.#lastOfOwn = caller
    const cookie = headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    const session = cookie.find((one) => /^tonnage\.session_token=[^;]{10,}/.test(one))
    if (session === undefined) return
    this.#sessions.push(sessionOf(session))
    if (this.#sessions.length > 20) this.#sessions.shift()
  }
}
