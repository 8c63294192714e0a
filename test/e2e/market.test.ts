import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { bringSales, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** One market as a manager reads it, from the list to an estimate of what it drinks. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

async function clean(name: string): Promise<void> {
  expect([name, await at.axe(), at.faults]).toEqual([name, [], []])
}

describe('a market', () => {
  it('is there once sales are in', async () => {
    await ownCompany(at)
    await bringSales(at)
    expect(at.faults).toEqual([])
  })

  it('says who carries it, draws the curve, and has a "why" in the address', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.markets') }).click()
    // 9 + 8 + 7 of 39: the fewest that carry 60 %
    await page.getByRole('heading', { level: 1 }).getByRole('button', { name: '3家' }).click()
    await page.locator('.why-says').waitFor()
    await page.getByText(t('formula.market.concentration')).waitFor()
    expect(new URL(page.url()).searchParams.get('why')).toBe('concentration')
    await clean('why')
    await page.keyboard.press('Escape')
    await page.getByText(t('formula.market.concentration')).waitFor({ state: 'detached' })
    await page.getByRole('img', { name: t('curve.label') }).waitFor()
    await page.getByRole('button', { name: t('curve.table') }).click()
    expect(
      await page
        .getByRole('table', { name: t('curve.label') })
        .getByRole('row')
        .count(),
    ).toBe(9)
    await page.getByText(t('holes.none')).waitFor()
    await clean('market')
  })

  it('has no share of the category until somebody estimates it, by the keyboard alone', async () => {
    const { page, t } = at
    await page.getByText(t('category.unknown'), { exact: true }).waitFor()
    await page.getByRole('button', { name: t('category.enter') }).focus()
    await page.keyboard.press('Enter')
    const litres = page.getByLabel(t('size.litres'))
    await litres.waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(t('size.wrong-litres')).waitFor()
    await page.keyboard.type('1,000')
    await page.getByLabel(t('size.low')).fill('900')
    await page.getByLabel(t('size.high')).fill('1100')
    await page.getByLabel(t('size.from')).fill('2025-09-30')
    await page.getByLabel(t('size.source')).fill('终端盘点')
    await clean('size')
    await page.keyboard.press('Enter')
    await page.getByText(t('size.saved')).waitFor()
    await page.getByRole('button', { name: t('category.change') }).waitFor()
    await page.getByText(/终端盘点/).waitFor()
    expect(at.faults).toEqual([])
  })

  it('leads back from a market that is not there', async () => {
    const { page, t } = at
    await page.goto('/markets?node=nowhere')
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'nowhere' }).waitFor()
    await clean('no such market')
    await page.getByRole('link', { name: t('market.all-markets'), exact: true }).click()
    await page.getByRole('img', { name: t('curve.label') }).waitFor()
    expect(new URL(page.url()).searchParams.get('node')).toBeNull()
  })
})
