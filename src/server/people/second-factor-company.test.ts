import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { jarOn } from '../../../test/make/jar.ts'
import { home, onlyByCompany } from '../../../test/make/company-at-provider.ts'
import type { Provider } from '../../../test/make/oidc-provider.ts'
import { webOn } from '../../../test/make/people.ts'
import { setUpFactor, signedUp, type Phone } from '../../../test/make/second-factor.ts'
import { SecondFactor } from '../../contract/second-factor.ts'
import { createApp } from '../app.ts'
import type { App } from '../http/frame.ts'

let database: FreshDatabase
let provider: Provider
let app: App
let phone: Phone

beforeAll(async () => {
  database = await freshDatabase()
  const by = await onlyByCompany(['li', 'wu'])
  provider = by.provider
  await webOn(database.deps)
  const free = createApp(database.deps)
  phone = await setUpFactor(database.deps, await signedUp(database.deps, free, 'li@example.com'))
  await signedUp(database.deps, free, 'wu@example.com')
  database.setNow(new Date(database.deps.now().getTime() + 60_000))
  app = createApp(database.deps, { publicUrl: home, companySignIn: by.companySignIn })
})
afterAll(async () => {
  await provider.stop()
  await database.close()
})

async function come(sub: string) {
  const jar = jarOn(app)
  const out = await jar.send('GET', '/api/sign-in/company?next=/markets')
  const back = await provider.approve(out.headers.get('location') ?? '', sub)
  const answer = await jar.send('GET', back.pathname + back.search)
  return { jar, place: answer.headers.get('location') }
}

describe('who comes by the company’s account', () => {
  it('and has a second factor here is asked for it before there is a session', async () => {
    const { jar, place } = await come('li')
    expect(place).toBe('/sign-in?step=code&next=%2Fmarkets')
    expect(await jar.ask('GET', '/api/session')).toBe('person/signed-out')
    expect(await jar.ask('POST', '/api/sign-in/second', { code: phone.now() })).toBe('200')
    expect(await jar.ask('GET', '/api/session')).toBe('200')
  })

  it('and has none goes on where they wanted to, and is not asked for a password that is off', async () => {
    const { jar, place } = await come('wu')
    expect(place).toBe('/markets')
    const state = SecondFactor.parse(await (await jar.send('GET', '/api/me/second-factor')).json())
    expect(state).toMatchObject({ since: null, asksPassword: false })
    await setUpFactor(database.deps, jar)
    expect((await come('wu')).place).toBe('/sign-in?step=code&next=%2Fmarkets')
  })
})
