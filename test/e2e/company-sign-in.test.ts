import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort, startProvider, type Provider } from '../make/oidc-provider.ts'
import { openBrowser } from './browser.ts'
import { admin, ownCompany } from './own-company.ts'
import { serveProgram, type Served } from './served.ts'
import { visitor, type Visitor } from './visitor.ts'

/** People sign in with the company's account, at a provider of their own, and are told what is wrong where they cannot. */
let provider: Provider
let served: Served
let browser: Browser
let at: Visitor
let guest: Visitor

vi.setConfig({ testTimeout: 120_000 })
const verified = (email: string) => ({ email, email_verified: true })

beforeAll(async () => {
  provider = await startProvider([
    { sub: 'u-1', name: 'Chen Liqun', claims: verified(admin.email) },
    { sub: 'u-2', name: 'Somebody else', claims: verified('else@example.com') },
  ])
  const port = await freePort()
  const settings = {
    TONNAGE_URL: `http://127.0.0.1:${String(port)}`,
    TONNAGE_OIDC_ISSUER: provider.issuer,
    TONNAGE_OIDC_CLIENT_ID: provider.client.id,
    TONNAGE_OIDC_CLIENT_SECRET: provider.client.secret,
    TONNAGE_OIDC_NAME: '南江账号',
  }
  ;[served, browser] = await Promise.all([serveProgram(port, settings), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  await ownCompany(at)
  guest = await visitor(browser, served.address, { locale: 'zh', phone: true })
}, 120_000)
afterAll(async () => {
  await at?.close()
  await guest?.close()
  await browser?.close()
  await served?.stop()
  await provider?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]

describe('the company’s account', () => {
  it('opens the door, and leads on to the page that was asked for', async () => {
    const { page, t } = guest
    await page.goto('/data/people')
    const button = page.getByRole('link', { name: t('sign-in.company', { name: '南江账号' }) })
    await button.waitFor()
    expect(await state(guest)).toEqual([[], []])
    await button.click()
    await page.getByRole('heading', { name: 'Acme accounts' }).waitFor()
    expect(page.url()).toContain(`${provider.issuer}/authorize?`)
    await page.getByRole('button', { name: 'Chen Liqun' }).click()
    await page.getByRole('list', { name: t('people.list') }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/data/people')
    expect(new URL(page.url()).search).not.toContain('code=')
    expect(await state(guest)).toEqual([[], []])
  })

  it('is a session like any other: seen, and ended from elsewhere', async () => {
    const { page, t } = at
    await page.goto('/me')
    await page.getByText('2处').waitFor()
    await page.getByRole('button', { name: t('own.session-end-others') }).click()
    await page.getByText('1处').waitFor()
    expect(await state(at)).toEqual([[], []])
    await guest.page
      .getByRole('link', { name: t('menu.accounts') })
      .first()
      .click()
    await guest.page.getByRole('link', { name: t('sign-in.company', { name: '南江账号' }) }).waitFor()
  })

  it('of somebody who is not here says whom to ask; the password still works', async () => {
    const { page, t } = guest
    await page.goto('/sign-in')
    await page.getByRole('link', { name: t('sign-in.company', { name: '南江账号' }) }).click()
    await page.getByRole('button', { name: 'Somebody else' }).click()
    await page.getByText('请找管吨位人员的管理员').waitFor()
    expect(await state(guest)).toEqual([[], []])
    expect((await page.request.get('/api/session')).status()).toBe(401)
    await page.getByLabel(t('sign-in.email')).fill(admin.email)
    await page.getByLabel(t('sign-in.password'), { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: t('sign-in.go') }).click()
    await page.getByText(t('ranking.empty-why')).waitFor()
  })
})
