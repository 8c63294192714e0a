import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** Master data by hand, from an empty company: the tree first. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 60_000 })

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

describe('master data', () => {
  it('opens from the menu, with the market that the set-up made', async () => {
    const { page, t } = at
    await page.goto(at.first)
    await page.getByLabel(t('start.company'), { exact: true }).fill('南江啤酒股份有限公司')
    await page.getByLabel(t('start.market'), { exact: true }).fill('临江城区')
    await page.getByLabel(t('start.admin-name')).fill('陈立群')
    await page.getByLabel(t('start.admin-email')).fill('chen@example.com')
    await page.getByRole('button', { name: t('start.go') }).click()
    await page.getByRole('link', { name: t('start.open-link') }).click()
    await page.getByLabel(t('link.password'), { exact: true }).fill('nan-jiang-2026-lin')
    await page.getByRole('button', { name: t('link.go') }).click()
    await page.getByRole('link', { name: t('menu.masters') }).click()
    await page.getByRole('radio', { name: t('masters.tab-markets') }).waitFor()
    await page.goto('/data/masters?tab=markets')
    await page.getByRole('row').filter({ hasText: '临江城区' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
    await clean('markets')
  })

  it('adds a region, and says what is wrong with a name of 200 characters', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('masters.add-market') }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(t('masters.name')).fill('长'.repeat(200))
    await form.getByLabel(t('masters.code')).fill('S')
    await form.getByRole('radio', { name: t('node.region') }).check()
    await form.getByRole('button', { name: t('masters.add'), exact: true }).click()
    await form.getByRole('alert').filter({ hasText: '200' }).waitFor()
    await clean('refused')
    await form.getByLabel(t('masters.name')).fill('南江大区')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '南江大区' }).waitFor()
    await page.getByRole('row').filter({ hasText: '南江大区' }).waitFor()
    expect(new URL(page.url()).searchParams.get('open')).not.toBe('new')
  })

  it('moves the market beneath it from a day, and takes that back', async () => {
    const { page, t } = at
    await page.getByRole('row').filter({ hasText: '临江城区' }).focus()
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: '临江城区' })
    await form.getByLabel(t('masters.parent')).focus()
    await page.keyboard.type('南江大区')
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: t('masters.move') }).click()
    await page.getByText(t('masters.moved', { name: '临江城区' })).waitFor()
    await form.getByRole('listitem').filter({ hasText: '南江大区' }).waitFor()
    // The list of parents leaves with a movement of its own.
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' })
    await clean('moved')
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await form.getByRole('listitem').filter({ hasText: '南江大区' }).waitFor({ state: 'detached' })
    expect(at.faults).toEqual([])
  })

  it('adds an account, changes it, and takes the change back', async () => {
    const { page, t } = at
    await page.goto('/data/masters?tab=accounts')
    await page.getByText(t('masters.accounts-none')).waitFor()
    await page.getByRole('button', { name: t('masters.add-account') }).click()
    const fresh = page.getByRole('dialog', { name: t('masters.new-account') })
    // The only market is chosen as soon as it has come; what is sent before that is not sent.
    await fresh.getByText('临江城区').first().waitFor()
    await fresh.getByLabel(t('masters.name')).fill('永盛糖酒')
    await page.keyboard.press('Enter')
    await fresh.getByRole('alert').waitFor()
    await clean('an account without a code')
    await fresh.getByLabel(t('masters.code')).fill('LJ-0001')
    await fresh.getByLabel(t('masters.phone')).fill('138 0013 4417')
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: '永盛糖酒' })
    await form.getByText('138 •••• 4417').waitFor()
    await page.getByRole('row').filter({ hasText: 'LJ-0001' }).waitFor()
    await form.getByLabel(t('masters.name')).fill('永盛酒业')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '永盛酒业' }).waitFor()
    await clean('accounts')
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await page.getByRole('dialog', { name: '永盛糖酒' }).waitFor()
    expect(at.faults).toEqual([])
  })
})
