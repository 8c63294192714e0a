import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { bringSales, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** From anywhere to anything by the keyboard alone. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  await ownCompany(at)
  await bringSales(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

describe('the finder', () => {
  it('finds an account by initials and opens it', async () => {
    const { page, t } = at
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: t('finder.title') }).waitFor()
    await page.keyboard.type('hwxy')
    await page.getByRole('option', { name: '湖湾鑫源商贸有限公司' }).waitFor()
    expect([await at.axe(), at.faults]).toEqual([[], []])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/accounts/*')
    await page.locator('main').getByText('湖湾鑫源商贸有限公司').first().waitFor()
  })

  it('remembers it, finds screens in either language, and says when there is nothing', async () => {
    const { page, t } = at
    await page.keyboard.press('Control+k')
    await page
      .getByRole('group', { name: t('finder.recent') })
      .getByRole('option', { name: '湖湾鑫源商贸有限公司' })
      .waitFor()
    await page.keyboard.type('zzzzzz')
    await page.getByText(t('finder.none', { text: 'zzzzzz' })).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('import')
    await page.getByRole('option', { name: t('menu.import') }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/data/import*')
    expect(at.faults).toEqual([])
  })

  it('shows the keys on a question mark, and Esc closes them', async () => {
    const { page, t } = at
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: t('keys.title') }).waitFor()
    expect([await at.axe(), at.faults]).toEqual([[], []])
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: t('keys.title') }).waitFor({ state: 'hidden' })
  })
})
