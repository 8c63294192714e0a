import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { salesFile } from './sales-file.ts'
import { serveProgram, type Served } from './served.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A few whole journeys through the real program: server, database, browser. One company, told from first start to undo. */
let served: Served
let browser: Browser
let at: Visitor | undefined
const file = salesFile()
const admin = { name: '陈立群', email: 'chen@example.com', password: 'nan-jiang-2026-lin' }

vi.setConfig({ testTimeout: 180_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveProgram(), openBrowser()])
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

/** Nothing for axe to complain of, no fault on the console; a picture where JOURNEY_PICTURES names a folder. */
async function look(seen: Visitor, name: string): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES']
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    await seen.page.screenshot({ path: path.join(folder, `${name}.png`) })
  }
  expect([name, await seen.axe()]).toEqual([name, []])
  expect([name, seen.faults]).toEqual([name, []])
}

describe('a stranger, at a desk, in Chinese', () => {
  it('sets up a company, and the link lets the administrator in', async () => {
    at = await visitor(browser, served.address, { locale: 'zh' })
    const { page, t, first } = at
    // Without the link nothing is set up; a pasted one is as good as an opened one.
    await page.goto('/')
    await page.getByLabel(t('start.key')).fill('nothing')
    await page.getByLabel(t('start.company'), { exact: true }).fill('南江啤酒股份有限公司')
    await page.getByLabel(t('start.market'), { exact: true }).fill('临江城区')
    await page.getByLabel(t('start.admin-name')).fill(admin.name)
    await page.getByLabel(t('start.admin-email')).fill(admin.email)
    await look(at, 'start-zh')
    await page.getByRole('button', { name: t('start.go') }).click()
    await page.getByRole('alert').waitFor()
    await look(at, 'start-key-zh')
    await page.getByLabel(t('start.key')).fill(first)
    await page.getByRole('button', { name: t('start.go') }).click()
    await page.getByRole('link', { name: t('start.open-link') }).waitFor()
    await look(at, 'set-up-done-zh')
    await page.getByRole('link', { name: t('start.open-link') }).click()
    await page.getByLabel(t('link.password'), { exact: true }).fill('123')
    await page.getByRole('button', { name: t('link.go') }).click()
    await page.getByRole('alert').waitFor()
    await look(at, 'link-zh')
    await page.getByLabel(t('link.password'), { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: t('link.go') }).click()
    await page.getByRole('navigation', { name: t('menu.label') }).waitFor()
    await page.getByText(t('ranking.empty-why')).waitFor()
    expect(new URL(page.url()).pathname).toBe('/accounts')
    await look(at, 'ranking-empty-zh')
  })

  it('brings a sales file, sees what was understood, tries it, and lets it in', async () => {
    if (!at) throw new Error('nobody is here')
    const { page, t } = at
    await page
      .getByRole('link', { name: t('menu.import') })
      .first()
      .click()
    await page.getByText(t('import.history-none')).waitFor()
    await look(at, 'import-zh')
    await page.locator('input[type=file]').setInputFiles({
      name: file.name,
      mimeType: 'text/csv',
      buffer: Buffer.from(file.text),
    })
    const go = page.getByRole('button', { name: t('import.go-rows', { n: file.rows - 1 }) })
    await go.waitFor()
    await look(at, 'trial-zh')
    await go.click()
    await page.getByRole('button', { name: t('import.undo') }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: t('import.back-title', { n: 1 }) }).waitFor()
    await look(at, 'import-done-zh')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t('import.download-back', { n: 1 }) }).click(),
    ])
    expect(download.suggestedFilename()).toContain('销售明细')
  })

  it('sees the key accounts, and opens the first', async () => {
    if (!at) throw new Error('nobody is here')
    const { page, t } = at
    await page.getByRole('link', { name: t('import.see-ranking') }).click()
    const first = page.getByRole('link', { name: '临江金穗酒业有限公司' })
    await first.waitFor()
    await look(at, 'ranking-zh')
    await first.click()
    await page.getByRole('button', { name: t('account.policy', { version: 1 }) }).waitFor()
    await look(at, 'account-zh')
    await page.getByRole('radio', { name: t('app.en') }).check({ force: true })
    await page.getByRole('link', { name: 'Key accounts' }).first().waitFor()
    expect(await page.getByText(t('menu.key-accounts')).count()).toBe(0)
    await look(at, 'account-en')
    await at.close()
    at = undefined
  })
})

describe('the same person, on a phone, in English', () => {
  it('signs in, opens an account, and takes the import back', async () => {
    at = await visitor(browser, served.address, { locale: 'en', phone: true })
    const { page, t } = at
    await page.goto('/accounts')
    // Chosen here, it goes before the person's own language.
    await page.getByRole('radio', { name: t('app.zh') }).check({ force: true })
    await page.getByRole('radio', { name: t('app.en') }).check({ force: true })
    await page.getByLabel(t('sign-in.email')).fill(admin.email)
    await page.getByLabel(t('sign-in.password'), { exact: true }).fill('not the password')
    await page.getByRole('button', { name: t('sign-in.go') }).click()
    await page.getByRole('alert').waitFor()
    await look(at, 'sign-in-en-390')
    await page.getByLabel(t('sign-in.password'), { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: t('sign-in.go') }).click()
    const first = page.getByRole('link', { name: /临江金穗酒业有限公司/ }).first()
    await first.waitFor()
    await look(at, 'ranking-en-390')
    await first.click()
    await page.getByRole('button', { name: t('account.policy', { version: 1 }) }).waitFor()
    await look(at, 'account-en-390')
    await page.getByRole('link', { name: t('menu.data') }).click()
    await page.getByRole('link', { name: file.name }).click()
    await page.getByRole('button', { name: t('import.undo') }).click()
    await page.getByText(t('wizard.undo-standing')).waitFor()
    await look(at, 'import-done-en-390')
    await page.getByRole('button', { name: t('wizard.undo-yes', { n: file.rows - 1 }) }).click()
    await page.getByText(t('wizard.undone-note')).waitFor()
    await page.getByRole('link', { name: t('menu.accounts'), exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    // The ranking of before stands until the new one is there.
    await page
      .getByRole('link', { name: /临江金穗酒业有限公司/ })
      .first()
      .waitFor({ state: 'detached' })
    expect(await page.getByRole('link', { name: /临江金穗酒业有限公司/ }).count()).toBe(0)
    await look(at, 'undone-en-390')
    await at.close()
    at = undefined
  })
})

describe('the check for accessibility', () => {
  it('finds a planted violation', async () => {
    at = await visitor(browser, served.address, { locale: 'en' })
    await at.page.goto('/sign-in')
    await at.page.getByLabel(at.t('sign-in.email')).waitFor()
    await at.page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')`,
    )
    expect((await at.axe()).map((found) => found.split(':')[0])).toEqual(['button-name'])
    await at.close()
    at = undefined
  })
})
