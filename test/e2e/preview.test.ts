import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { admin, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** An administrator sees the app as a colleague does, and goes back to their own view. */
let served: ServedApp
let browser: Browser
let at: Visitor
let guest: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  guest = await visitor(browser, served.address, { locale: 'zh', phone: true })
  await ownCompany(at)
  const { page, t } = at
  await page.goto('/data/people?person=new')
  await page.getByLabel(t('people.field-name'), { exact: true }).fill(rep.name)
  await page.getByLabel(t('people.field-email'), { exact: true }).fill(rep.email)
  await page.getByLabel(t('people.place-n', { n: 1 })).selectOption({ index: 1 })
  await page.getByRole('button', { name: t('people.add') }).click()
  const link = await page.locator('.link-shown code').textContent()
  await guest.page.goto(link ?? '')
  await guest.page.getByLabel(t('link.password'), { exact: true }).fill(rep.password)
  await guest.page.getByRole('button', { name: t('link.go') }).click()
  await guest.page.getByRole('navigation', { name: t('menu.label') }).waitFor()
}, 180_000)
afterAll(async () => {
  await at?.close()
  await guest?.close()
  await browser?.close()
  await served?.stop()
})

const rep = { name: '赵磊', email: 'zhao@example.com', password: 'hu-wan-2026-lei' }
const state = async (who: Visitor) => [await who.axe(), who.faults]

describe('the app as a colleague sees it', () => {
  it('opens from the list of people, says so on every screen, and ends with one press', async () => {
    const { page, t } = at
    await page.goto(`/data/people?person=${rep.email}`)
    await page.getByRole('button', { name: t('preview.open', { name: rep.name }) }).click()
    const banner = page.getByRole('complementary', { name: t('preview.part') })
    await banner.getByText(t('preview.banner', { name: rep.name })).waitFor()
    await banner.getByText(admin.name).waitFor()
    expect(await page.getByRole('link', { name: t('menu.people') }).count()).toBe(0)
    expect(await state(at)).toEqual([[], []])
    await page.goto('/data/people')
    await page.getByRole('heading', { name: t('state.no-right') }).waitFor()
    await banner.waitFor()
    const answer = await page.request.post('/api/me/keys', {
      data: { name: 'x' },
      headers: { origin: served.address },
    })
    expect([answer.status(), await answer.text()]).toEqual([
      403,
      expect.stringContaining('preview/only-looks'),
    ])
    await banner.getByRole('button', { name: t('preview.end') }).click()
    await page.getByRole('heading', { name: rep.name }).waitFor()
    expect(await banner.count()).toBe(0)
    expect(await state(at)).toEqual([[], []])
  })
})
