import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { bringSales, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** The ranking as a manager works with it: filter, columns, views, comparing, the table as a file. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  await company(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

async function company(one: Visitor): Promise<void> {
  await ownCompany(one)
  await bringSales(one)
  await one.page.goto('/accounts')
  await one.page.locator('tbody tr').nth(7).waitFor()
}

async function clean(name: string): Promise<void> {
  expect([name, await at.axe(), at.faults]).toEqual([name, [], []])
}
const search = () => new URL(at.page.url()).searchParams
const codes = () => at.page.locator('tbody tr[data-index] .col-name a').allInnerTexts()

describe('the ranking', () => {
  it('picks by the keyboard and compares side by side, each figure with its "why"', async () => {
    const { page, t } = at
    await page.locator('body').press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText(t('pick.count', { n: 2 })).waitFor()
    await clean('picked')
    await page.getByRole('button', { name: t('compare.button'), exact: true }).click()
    await page.getByRole('table', { name: t('compare.table') }).waitFor()
    expect(search().get('ids')?.split(',')).toHaveLength(2)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '临江金穗酒业有限公司' }).waitFor()
    await page.getByRole('table').getByRole('button', { name: /综合/ }).first().click()
    await page.getByRole('complementary').or(page.getByRole('dialog')).first().waitFor()
    expect(search().get('why')).toContain('score')
    await clean('compare')
    await page.goBack()
    await page.locator('tbody tr').nth(7).waitFor()
    await page.getByText(t('pick.count', { n: 2 })).waitFor()
    await page.getByRole('button', { name: t('pick.clear') }).click()
  })

  it('has the columns that a person wants, and says them in the address', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('columns.title') }).click()
    await page.getByRole('checkbox', { name: t('col.robustness') }).uncheck()
    await clean('columns')
    await page.keyboard.press('Escape')
    expect(search().get('cols')?.split(',')).not.toContain('robustness')
    expect(await page.getByRole('columnheader', { name: t('col.robustness') }).count()).toBe(0)
  })

  it('gives each filter back with Back, but not each letter', async () => {
    const { page, t } = at
    const pressed = page.locator('.ruler-segment[aria-pressed=true]')
    await page.getByRole('link', { name: t('ranking.skip') }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('2')
    await page.locator('.ruler-segment').first().focus()
    await page.keyboard.press('Enter')
    await pressed.waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox', { name: t('ranking.find-label') }).pressSequentially('jin')
    await page.waitForURL(/q=jin/)
    const second = search().get('standing')
    await page.goBack()
    await page.waitForURL((url) => url.searchParams.get('standing') !== second)
    expect(search().get('standing')).not.toBeNull()
    await page.goBack()
    await page.waitForURL((url) => url.searchParams.get('standing') === null)
    expect(await pressed.count()).toBe(0)
    expect(at.faults).toEqual([])
  })

  it('keeps a view, finds it again, deletes it and takes that back', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('col.volume') }).click()
    const tool = page.getByRole('button', { name: t('view.title') })
    await tool.click()
    await page.getByRole('textbox', { name: t('view.name') }).fill('按量')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '按量', exact: true }).waitFor()
    await clean('views')
    await page.keyboard.press('Escape')
    await page.goto('/accounts')
    await page.locator('tbody tr').nth(7).waitFor()
    expect(search().get('sort')).toBeNull()
    await tool.click()
    await page.getByRole('button', { name: '按量', exact: true }).click()
    await page.waitForURL(/sort=-?volume/)
    expect(search().get('cols')).not.toContain('robustness')
    await tool.click()
    await page.getByRole('button', { name: t('view.more', { name: '按量' }) }).click()
    await page.getByRole('button', { name: t('view.delete') }).click()
    await page.getByText(t('view.deleted', { name: '按量' })).waitFor()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await page.getByText(t('undo.done', { what: t('view.deleted', { name: '按量' }) })).waitFor()
    await tool.click()
    await page.getByRole('button', { name: '按量', exact: true }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('goes into a file as it is seen', async () => {
    const { page, t } = at
    await page.getByRole('searchbox', { name: t('ranking.find-label') }).fill('hu')
    await page.waitForURL(/q=hu/)
    const seen = await codes()
    expect(seen.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: t('file.button') }).click()
    await clean('file')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `${t('file.seen')} ${t('file.csv')}` }).click(),
    ])
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines[0]).not.toContain(t('col.robustness'))
    const nameAt = lines[0]?.split(',').indexOf(t('export.name')) ?? -1
    expect(lines.slice(1).map((line) => line.split(',')[nameAt])).toEqual(seen)
  })
})
