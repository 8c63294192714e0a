import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { shownAt } from '../../../test/make/authenticator.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { jarOn, type Jar } from '../../../test/make/jar.ts'
import { system, webOn } from '../../../test/make/people.ts'
import { password, setUpFactor, signedUp, type Phone } from '../../../test/make/second-factor.ts'
import { Entered } from '../../contract/second-factor.ts'
import { createApp } from '../app.ts'
import { inScope } from '../db/transaction.ts'
import type { App } from '../http/frame.ts'
import { linkFor } from './add-person.ts'
import { changePeople } from './change-people.ts'
import { pendingMinutes } from './second-factor-sign-in.ts'

const email = 'li@example.com'
const second = '/api/sign-in/second'
let database: FreshDatabase
let app: App
let phone: Phone
const lines: string[] = []

/** Moves the clock on, so that the next code is a fresh one. */
const later = (seconds: number) => database.setNow(new Date(database.deps.now().getTime() + seconds * 1000))
const begin = async (jar: Jar = jarOn(app), secret = password) => {
  const answer = await jar.send('POST', '/api/sign-in', { email, password: secret })
  return { jar, status: answer.status, done: Entered.safeParse(await answer.json()).data?.done }
}
const finish = (jar: Jar, code: string) => jar.ask('POST', second, { code })
const isIn = async (jar: Jar) => (await jar.send('GET', '/api/session')).status === 200
const sessions = async () => {
  const { rows } = await database.deps.db.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM auth.session s JOIN auth."user" u ON u.id = s."userId" WHERE u.email = $1`,
    [email],
  )
  return rows[0]?.n
}
const told = (action: string) =>
  inScope(database.deps.db, '*', ({ q }) =>
    q.selectFrom('audit_entry').select(['detail']).where('action', '=', action).orderBy('seq').execute(),
  )

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  app = createApp({ ...database.deps, log }, { address: () => '192.0.2.7' })
  phone = await setUpFactor(database.deps, await signedUp(database.deps, app, email))
})
beforeEach(() => later(3600))
afterAll(() => database.close())

describe('a password alone', () => {
  it('gives no session while the code is asked; the code in the same browser does', async () => {
    const before = await sessions()
    const { jar, status, done } = await begin()
    expect([status, done, [...jar.cookies.keys()]]).toEqual([200, false, ['tonnage.second']])
    expect([await isIn(jar), await sessions()]).toEqual([false, before])
    expect(await finish(jar, phone.now())).toBe('200')
    expect([await isIn(jar), await sessions(), jar.cookies.has('tonnage.second')]).toEqual([
      true,
      (before ?? 0) + 1,
      false,
    ])
  })

  it('does so also behind https, bound to this host alone', async () => {
    const safe = createApp(database.deps, { publicUrl: 'https://tonnage.example.com' })
    const answer = await safe.request('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-tonnage\.second=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ])
  })

  it('that is wrong asks for no code', async () => {
    const { status, jar } = await begin(jarOn(app), 'not the one')
    expect([status, jar.cookies.size]).toEqual([401, 0])
  })
})

describe('the second step', () => {
  it('is open in the browser where the password was right, for ten minutes, and once', async () => {
    expect(await finish(jarOn(app), phone.now())).toBe('sign-in/second-over')
    const forged = jarOn(app)
    forged.cookies.set('tonnage.second', 'A'.repeat(43))
    expect(await finish(forged, phone.now())).toBe('sign-in/second-over')
    const { jar } = await begin()
    later(pendingMinutes * 60 + 1)
    expect(await finish(jar, phone.now())).toBe('sign-in/second-over')
    const { jar: fresh } = await begin()
    const again = jarOn(app)
    for (const [name, value] of fresh.cookies) again.cookies.set(name, value)
    expect(await finish(fresh, phone.now())).toBe('200')
    later(60)
    expect(await finish(again, phone.now())).toBe('sign-in/second-over')
  })

  it('ends with a new password, and with whoever is suspended', async () => {
    const { jar } = await begin()
    const link = await linkFor(database.deps, system, email)
    if (!link.ok) throw new Error(link.problem.code)
    await jarOn(app).ask('POST', `/api/link/${link.value.token}`, { password })
    expect(await finish(jar, phone.now())).toBe('sign-in/second-over')
    const { jar: other } = await begin()
    for (const active of [false, true]) await changePeople(database.deps, system, [{ email, active }])
    expect(await finish(other, phone.now())).toBe('sign-in/second-over')
  })

  it('is asked also after a password that was chosen with a link', async () => {
    const link = await linkFor(database.deps, system, email)
    if (!link.ok) throw new Error(link.problem.code)
    const jar = jarOn(app)
    const answer = await jar.send('POST', `/api/link/${link.value.token}`, { password })
    expect([answer.status, await answer.json(), await isIn(jar)]).toEqual([200, { done: false }, false])
    expect(await finish(jar, phone.now())).toBe('200')
    expect(await isIn(jar)).toBe(true)
  })

  it('is a line in the log, without the code', async () => {
    lines.length = 0
    const { jar } = await begin()
    const code = phone.now()
    await finish(jar, '000 000')
    await finish(jar, code)
    const doors = lines.map((line) => JSON.parse(line) as { route: string; status: number })
    expect(doors.filter(({ route }) => route === second).map(({ status }) => status)).toEqual([401, 200])
    expect(lines.join('')).not.toContain(code)
  })
})

describe('a code', () => {
  it('is good once, also within its thirty seconds, and none before it after', async () => {
    const code = phone.now()
    expect(await finish((await begin()).jar, code)).toBe('200')
    expect(await finish((await begin()).jar, code)).toBe('sign-in/code-wrong')
    const before = shownAt(phone.secret, new Date(database.deps.now().getTime() - 30_000))
    expect(await finish((await begin()).jar, before)).toBe('sign-in/code-wrong')
    later(30)
    expect(await finish((await begin()).jar, phone.now())).toBe('200')
  })

  it('is good once of two at the same moment', async () => {
    const [one, two] = [await begin(), await begin()]
    const code = phone.now()
    const answers = await Promise.all([finish(one.jar, code), finish(two.jar, code)])
    expect(answers.toSorted()).toEqual(['200', 'sign-in/code-wrong'])
  })

  it('holds for the step before and after, and no further', async () => {
    const shown = (away: number) => shownAt(phone.secret, new Date(database.deps.now().getTime() + away))
    for (const away of [-60_000, 60_000])
      expect(await finish((await begin()).jar, shown(away))).toBe('sign-in/code-wrong')
    for (const away of [-30_000, 30_000]) expect(await finish((await begin()).jar, shown(away))).toBe('200')
  })

  it('that is wrong counts for the account like a wrong password; the right password gives no fresh guesses', async () => {
    const answers: string[] = []
    for (let n = 0; n < 7; n += 1) {
      const { jar, status } = await begin()
      answers.push(status === 429 ? 'locked' : await finish(jar, '000000'))
    }
    const wrong = Array.from({ length: 5 }, () => 'sign-in/code-wrong')
    expect(answers).toEqual([...wrong, 'locked', 'locked'])
    later(61)
    const { jar } = await begin()
    // The password was right: its own attempt brings no wait.
    expect(await finish(jar, phone.now())).toBe('200')
  })

  it('is guessed at no faster by many at the same moment', async () => {
    const { jar } = await begin()
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => finish(jar, String(100_000 + n))))
    expect(answers.filter((one) => one === 'sign-in/code-wrong')).toHaveLength(5)
    expect(answers.filter((one) => one === 'person/too-many-attempts')).toHaveLength(7)
  })
})

describe('a recovery code', () => {
  it('lets in without the phone, once, and leaves an entry that says how many are left', async () => {
    const [code = '', next = ''] = phone.recovery
    const { jar } = await begin()
    expect(await finish(jar, code)).toBe('200')
    expect(await isIn(jar)).toBe(true)
    const { jar: other } = await begin()
    expect(await finish(other, code)).toBe('sign-in/code-wrong')
    expect(await finish(other, next.toLowerCase().replaceAll('-', ' '))).toBe('200')
    expect((await told('person.recovery-used')).map(({ detail }) => detail)).toEqual([
      { left: 9 },
      { left: 8 },
    ])
  })

  it('is good once of two at the same moment', async () => {
    const [one, two] = [await begin(), await begin()]
    const code = phone.recovery[5] ?? ''
    const answers = await Promise.all([finish(one.jar, code), finish(two.jar, code)])
    expect(answers.toSorted()).toEqual(['200', 'sign-in/code-wrong'])
  })

  it('still lets in where the server’s own secret was changed, and the code says why it does not', async () => {
    await inScope(database.deps.db, [], ({ q }) =>
      q
        .updateTable('second_factor')
        .set({ secret: Buffer.alloc(60, 7) })
        .execute(),
    )
    const { jar } = await begin()
    expect(await finish(jar, phone.now())).toBe('second-factor/unreadable')
    expect(await finish(jar, phone.recovery[6] ?? '')).toBe('200')
  })
})
