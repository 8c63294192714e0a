import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownAt } from '../../../test/make/authenticator.ts'
import { asOwner, freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { jarOn, type Jar } from '../../../test/make/jar.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plantMarkets } from '../../../test/make/plant.ts'
import { password, setUpFactor, signedUp } from '../../../test/make/second-factor.ts'
import { NewKey, ProblemBody } from '../../contract/people.ts'
import { RecoveryCodes, SecondFactor, SecondFactorSecret } from '../../contract/second-factor.ts'
import { createApp } from '../app.ts'
import { documentOf } from '../http/document.ts'
import { inScope } from '../db/transaction.ts'
import type { App } from '../http/frame.ts'

const path = '/api/me/second-factor'
let database: FreshDatabase
let web: Web
let app: App

const later = (seconds: number) => database.setNow(new Date(database.deps.now().getTime() + seconds * 1000))
const state = async (jar: Jar) => SecondFactor.parse(await (await jar.send('GET', path)).json())
const person = (email: string, role = 'rep', scope = 'First') =>
  signedUp(database.deps, app, email, role, scope)
const withFactor = async (email: string, role = 'rep', scope = 'First') => {
  const jar = await person(email, role, scope)
  const phone = await setUpFactor(database.deps, jar)
  later(60)
  return { jar, phone }
}
const isIn = async (jar: Jar) => (await jar.send('GET', '/api/session')).status === 200
const enter = async (email: string, code: string) => {
  const jar = jarOn(app)
  await jar.send('POST', '/api/sign-in', { email, password })
  return { jar, answer: await jar.ask('POST', '/api/sign-in/second', { code }) }
}
const told = (action: string) =>
  inScope(database.deps.db, '*', ({ q }) =>
    q.selectFrom('audit_entry').select(['actor', 'subject', 'detail']).where('action', '=', action).execute(),
  )
const need = (roles: string[]) =>
  inScope(database.deps.db, [], ({ q }) =>
    q.updateTable('company').set({ second_factor_roles: roles }).execute(),
  )

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  app = createApp(database.deps)
})
afterAll(() => database.close())

describe('setting up a second factor', () => {
  it('asks for the password, shows a secret, and holds from its first code on; sessions elsewhere end', async () => {
    const jar = await person('a@example.com')
    const elsewhere = jarOn(app)
    await elsewhere.send('POST', '/api/sign-in', { email: 'a@example.com', password })
    expect(await state(jar)).toEqual({
      email: 'a@example.com',
      since: null,
      recoveryLeft: 0,
      needed: false,
      asksPassword: true,
    })
    expect(await jar.ask('PUT', path, { code: '123456' })).toBe('second-factor/not-begun')
    expect(await jar.ask('POST', path, { password: 'not the one' })).toBe('person/old-password-wrong')
    const { secret, address } = SecondFactorSecret.parse(
      await (await jar.send('POST', path, { password })).json(),
    )
    expect(new URL(address).searchParams.get('secret')).toBe(secret)
    expect(await jar.ask('PUT', path, { code: '000000' })).toBe('second-factor/code-wrong')
    expect([(await state(jar)).since, await isIn(elsewhere)]).toEqual([null, true])
    const code = shownAt(secret, database.deps.now())
    const { recoveryCodes } = RecoveryCodes.parse(await (await jar.send('PUT', path, { code })).json())
    expect(recoveryCodes).toHaveLength(10)
    expect(await state(jar)).toMatchObject({ since: database.deps.now().toISOString(), recoveryLeft: 10 })
    expect([await isIn(jar), await isIn(elsewhere)]).toEqual([true, false])
    expect((await told('person.second-factor')).map(({ detail }) => detail)).toEqual([{ ended: 1 }])
    // The code that confirmed it is used up.
    expect((await enter('a@example.com', code)).answer).toBe('sign-in/code-wrong')
  })

  it('that waits too long begins again', async () => {
    const jar = await person('b@example.com')
    const { secret } = SecondFactorSecret.parse(await (await jar.send('POST', path, { password })).json())
    later(31 * 60)
    const code = shownAt(secret, database.deps.now())
    expect(await jar.ask('PUT', path, { code })).toBe('second-factor/not-begun')
  })

  it('counts guesses at its first code, and at the password, like guesses at the door', async () => {
    const jar = await person('c@example.com')
    const answers: string[] = []
    for (let n = 0; n < 3; n += 1) answers.push(await jar.ask('POST', path, { password: `no ${n}` }))
    await jar.send('POST', path, { password })
    for (let n = 0; n < 7; n += 1) answers.push(await jar.ask('PUT', path, { code: '000000' }))
    expect(answers.filter((one) => one === 'person/old-password-wrong')).toHaveLength(3)
    expect(answers.slice(3)).toEqual([
      ...Array.from({ length: 5 }, () => 'second-factor/code-wrong'),
      'person/too-many-attempts',
      'person/too-many-attempts',
    ])
  })

  it('keeps neither secret nor recovery codes where somebody who reads the tables could use them', async () => {
    const { phone } = await withFactor('d@example.com')
    const stands = await asOwner(database, async (client) => {
      const tables = await client.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
      )
      const hex = Buffer.from(phone.secret).toString('hex')
      const found: string[] = []
      for (const { name } of tables.rows)
        for (const text of [
          phone.secret,
          hex,
          phone.recovery[0]?.replaceAll('-', '') ?? '',
          phone.recovery[0],
        ]) {
          const rows = await client.query(`SELECT 1 FROM ${name} t WHERE position($1 IN t::text) > 0`, [text])
          if (rows.rowCount) found.push(name)
        }
      return found
    })
    expect(stands).toEqual([])
  })
})

describe('a second factor that is on', () => {
  it('is set up for another phone only with a code of the old; until the new one’s first code the old holds', async () => {
    const { jar, phone } = await withFactor('e@example.com')
    expect(await jar.ask('POST', path, { password })).toBe('second-factor/code-wrong')
    const begun = await jar.send('POST', path, { password, code: phone.now() })
    const { secret } = SecondFactorSecret.parse(await begun.json())
    later(60)
    expect((await enter('e@example.com', shownAt(secret, database.deps.now()))).answer).toBe(
      'sign-in/code-wrong',
    )
    expect((await enter('e@example.com', phone.now())).answer).toBe('200')
    expect(await jar.ask('PUT', path, { code: shownAt(secret, database.deps.now()) })).toBe('200')
    later(60)
    expect((await enter('e@example.com', phone.now())).answer).toBe('sign-in/code-wrong')
    expect((await enter('e@example.com', phone.recovery[0] ?? '')).answer).toBe('sign-in/code-wrong')
    expect((await enter('e@example.com', shownAt(secret, database.deps.now()))).answer).toBe('200')
  })

  it('stays through a change of the password', async () => {
    const { jar, phone } = await withFactor('f@example.com')
    const next = 'small kegs stand still'
    expect(await jar.ask('PUT', '/api/me/password', { old: password, password: next })).toBe('200')
    const fresh = jarOn(app)
    const answer = await fresh.send('POST', '/api/sign-in', { email: 'f@example.com', password: next })
    expect([await answer.json(), await isIn(fresh)]).toEqual([{ done: false }, false])
    expect(await fresh.ask('POST', '/api/sign-in/second', { code: phone.now() })).toBe('200')
  })

  it('gets new recovery codes for password and code; the earlier ones hold no more', async () => {
    const { jar, phone } = await withFactor('g@example.com')
    const renew = (proof: object) => jar.send('POST', `${path}/recovery`, proof)
    for (const proof of [{}, { password }, { code: phone.now() }, { password: 'no', code: phone.now() }])
      expect((await renew(proof)).status).toBe(422)
    later(600)
    const answer = await renew({ password, code: phone.now() })
    const { recoveryCodes } = RecoveryCodes.parse(await answer.json())
    expect((await enter('g@example.com', phone.recovery[3] ?? '')).answer).toBe('sign-in/code-wrong')
    expect((await enter('g@example.com', recoveryCodes[3] ?? '')).answer).toBe('200')
    expect([(await state(jar)).recoveryLeft, (await told('person.recovery-made')).length]).toEqual([9, 1])
  })

  it('is turned off with password and code, and leaves nothing behind', async () => {
    const { jar, phone } = await withFactor('h@example.com')
    const off = (proof: object) => jar.ask('POST', `${path}/remove`, proof)
    expect(await off({ password })).toBe('second-factor/code-wrong')
    expect(await off({ password: 'no', code: phone.now() })).toBe('person/old-password-wrong')
    // The wrong password has not used the code up.
    expect(await off({ password, code: phone.now() })).toBe('200')
    expect(await off({ password, code: phone.now() })).toBe('second-factor/none')
    expect(await state(jar)).toMatchObject({ since: null, recoveryLeft: 0 })
    const { answer } = await enter('h@example.com', phone.now())
    expect(answer).toBe('sign-in/second-over')
    expect((await told('person.second-factor-off')).length).toBe(1)
  })

  it('does not stand in the way of API keys, which were made by somebody who was in', async () => {
    const { jar } = await withFactor('i@example.com')
    const { key } = NewKey.parse(await (await jar.send('POST', '/api/me/keys', { name: 'k' })).json())
    expect((await web.call('GET', '/api/session', { as: key })).status).toBe(200)
    const answer = await web.call('POST', path, { as: key, body: { password } })
    expect(ProblemBody.parse(await answer.json()).code).toBe('person/key-not-enough')
  })
})

describe('an administrator', () => {
  const take = async (as: string, email: string) => {
    const answer = await web.call('DELETE', `/api/people/${email}/second-factor`, { as })
    return answer.status === 200 ? '200' : ProblemBody.parse(await answer.json()).code
  }

  it('takes it off a person within their reach, who is out and comes in by the password', async () => {
    const { jar } = await withFactor('j@example.com')
    const [local, other] = [await web.persona('admin', 'First'), await web.persona('admin', 'Second')]
    expect(await take(other, 'j@example.com')).toBe('person/missing')
    expect(await take(await web.persona('rep', 'First'), 'j@example.com')).toBe('person/no-right')
    expect(await isIn(jar)).toBe(true)
    expect(await take(local, 'j@example.com')).toBe('200')
    expect(await isIn(jar)).toBe(false)
    expect(await take(local, 'j@example.com')).toBe('second-factor/none')
    const fresh = jarOn(app)
    const answer = await fresh.send('POST', '/api/sign-in', { email: 'j@example.com', password })
    expect([await answer.json(), await isIn(fresh)]).toEqual([{ done: true }, true])
    expect(await told('person.second-factor-taken')).toHaveLength(1)
  })

  it('does not take it off somebody above them, nor off themselves', async () => {
    const { jar } = await withFactor('chief@example.com', 'admin', 'HQ')
    expect(await take(await web.persona('admin', 'First'), 'chief@example.com')).toBe('person/missing')
    expect(await jar.ask('DELETE', '/api/people/chief@example.com/second-factor')).toBe('second-factor/own')
    expect((await state(jar)).recoveryLeft).toBe(10)
  })
})

describe('a role that needs one', () => {
  it('lets who has none only as far as setting it up, from the next request on', async () => {
    const jar = await person('k@example.com', 'finance')
    const { key } = NewKey.parse(await (await jar.send('POST', '/api/me/keys', { name: 'k' })).json())
    await need(['finance'])
    const open: string[] = []
    for (const [route, item] of Object.entries(documentOf(app, 'test').paths ?? {}))
      for (const [method, operation] of Object.entries(item as Record<string, { 'x-access': string }>)) {
        if (operation['x-access'] === 'public') continue
        const code = await jar.ask(method.toUpperCase(), route.replaceAll(/\{\w+\}/g, 'x'))
        if (code !== 'person/second-factor-due') open.push(`${method} ${route}`)
      }
    expect(open).toEqual([`get ${path}`, `post ${path}`, `put ${path}`])
    expect(await state(jar)).toMatchObject({ needed: true, since: null })
    // A key was made by somebody who was in.
    expect((await web.call('GET', '/api/session', { as: key })).status).toBe(200)
    await setUpFactor(database.deps, jar)
    expect(await isIn(jar)).toBe(true)
  })

  it('keeps it on; who has no such role goes on as before', async () => {
    await need(['finance'])
    const rep = await person('l@example.com')
    expect(await isIn(rep)).toBe(true)
    const { jar, phone } = await withFactor('m@example.com', 'finance')
    expect(await jar.ask('POST', `${path}/remove`, { password, code: phone.now() })).toBe(
      'second-factor/needed',
    )
    await need([])
    expect(await jar.ask('POST', `${path}/remove`, { password, code: phone.now() })).toBe('200')
  })

  it('holds also for who stands in for somebody who has it', async () => {
    await need(['finance'])
    await person('away@example.com', 'finance')
    const jar = await person('acting@example.com')
    expect(await isIn(jar)).toBe(true)
    const body = { by: 'acting@example.com', from: '2026-01-20', to: '2026-01-30' }
    const admin = await web.persona('admin', 'HQ')
    expect(
      (await web.call('POST', '/api/people/away@example.com/stand-ins', { as: admin, body })).status,
    ).toBe(201)
    expect(await isIn(jar)).toBe(true)
    database.setNow(new Date('2026-01-21T04:00:00Z'))
    expect(await jar.ask('GET', '/api/session')).toBe('person/second-factor-due')
  })
})
