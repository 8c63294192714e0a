import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aMarketOfSix } from '../make/market-of-six.ts'
import { webOn } from '../make/people.ts'
import { openBrowser } from './browser.ts'
import { enter } from './enter.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import type { Visitor } from './visitor.ts'

/** A promise becomes money (2.4): HQ writes it down, the ledger earns it, a rep asks for it on a phone, others decide and pay. */
let served: ServedApp
let browser: Browser
let hq: Visitor
let rep: Visitor
let manager: Visitor
let finance: Visitor

vi.setConfig({ testTimeout: 90_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  served.setNow(new Date('2026-01-05T04:00:00Z'))
  await webOn(served.deps)
  await aMarketOfSix(served.deps, 'First')
  const come = (role: string, scope: string, how: Parameters<typeof enter>[3]) =>
    enter(browser, served, { role, email: `${role}@example.com`, scope }, how)
  hq = await come('hq', 'HQ', { locale: 'zh' })
  rep = await come('rep', 'First', { locale: 'en', phone: true })
  manager = await come('regional_manager', 'First', { locale: 'zh', phone: true })
  finance = await come('finance', 'HQ', { locale: 'en' })
}, 120_000)
afterAll(async () => {
  for (const one of [hq, rep, manager, finance]) await one?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]

describe('15 yuan a case', () => {
  it('is written down by HQ, and accrues for what was bought already', async () => {
    const { page, t } = hq
    await page.goto('/trade/policies')
    await page.getByText(t('trade.none')).waitFor()
    await page.getByRole('button', { name: t('trade.add') }).click()
    await page.getByLabel(t('trade.name'), { exact: true }).fill('每箱十五元')
    await page.getByLabel(t('trade.from'), { exact: true }).fill('2025-12-01')
    await page.getByLabel(t('trade.to'), { exact: true }).fill('2026-12-31')
    await page.getByLabel(t('trade.rate-cases', { money: '元' })).fill('15')
    await page.getByText(t('trade.per-cases', { rate: '15.00元' })).waitFor()
    await page.getByRole('button', { name: t('app.save') }).click()
    // A promise without a budget is none; what was typed stays.
    await page.getByRole('alert').getByText('预算').waitFor()
    await page.getByLabel(t('trade.budget', { money: '元' })).fill('100000')
    await page.getByLabel(t('trade.limit', { money: '元' })).fill('10000')
    expect(await state(hq)).toEqual([[], []])
    await page.getByRole('button', { name: t('app.save') }).click()
    await page.getByRole('heading', { level: 2, name: '每箱十五元' }).waitFor()
    // 500 cases each of six wholesalers.
    await page.getByRole('heading', { level: 1, name: '4.50万元' }).waitFor()
    await page
      .getByRole('button', { name: new RegExp(`${t('trade.why')}: W1`) })
      .first()
      .click()
    await page.getByText('W1').first().waitFor()
    await page.getByText(t('trade.why-cause-made')).waitFor()
    expect(await state(hq)).toEqual([[], []])
  })

  it('is claimed by the rep on a phone, with a file; the amount stands there already', async () => {
    const { page, t } = rep
    await page.goto('/trade/claims')
    await page.getByText('W1').first().click()
    await expect.poll(() => page.getByLabel(t('claim.asked', { money: '¥' })).inputValue()).toBe('7500.00')
    await page.getByLabel(t('records.file-add')).setInputFiles({
      name: 'delivery note.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 five hundred cases'),
    })
    await page.getByText('delivery note.pdf').waitFor()
    expect(await state(rep)).toEqual([[], []])
    await page.getByRole('button', { name: t('claim.send') }).click()
    await page.getByText(t('claim.sent', { account: 'W1', sum: '¥7,500.00' })).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    // Not `check`: the address decides which one is chosen, a moment later.
    await page.getByRole('radio', { name: t('claim.tab-decide') }).click({ force: true })
    await page
      .getByRole('list', { name: t('claim.list') })
      .getByText('W1')
      .click()
    await page.getByRole('link', { name: 'delivery note.pdf' }).waitFor()
    // Whoever sent it does not decide it.
    await page.getByText(t('claim.own')).waitFor()
    expect(await page.getByRole('button', { name: t('claim.refuse') }).isDisabled()).toBe(true)
    expect(await state(rep)).toEqual([[], []])
  })

  it('is approved in part by the manager on a phone, with a reason', async () => {
    const { page, t } = manager
    await page.goto('/trade/claims')
    await page.getByText('W1').first().click()
    await page.getByRole('button', { name: t('claim.approve-part') }).click()
    await page.getByLabel(t('claim.approved', { money: '元' })).fill('6000')
    await page
      .locator('form')
      .getByRole('button', { name: t('claim.approve-part') })
      .click()
    await page.getByRole('alert').getByText('原因').waitFor()
    await page.getByLabel(t('claim.reason'), { exact: true }).fill('少一张送货单')
    await page
      .locator('form')
      .getByRole('button', { name: t('claim.approve-part') })
      .click()
    await page.getByText(t('claim.fact-approved'), { exact: true }).waitFor()
    await page.getByText('6,000.00元').first().waitFor()
    expect(await state(manager)).toEqual([[], []])
  })

  it('is paid by finance, and the statement says what is still open', async () => {
    const { page, t } = finance
    await page.goto('/trade/claims?tab=pay')
    await page.getByText('W1').first().click()
    await page.getByLabel(t('claim.pay-amount', { money: '¥' })).fill('2000')
    await page.getByRole('button', { name: t('claim.pay'), exact: true }).click()
    await page.getByText(t('claim.pay-left', { left: '4,000.00' })).waitFor()
    await page.getByRole('button', { name: t('claim.pay'), exact: true }).click()
    await page.getByText(t('claim.none-pay')).waitFor()
    expect(await state(finance)).toEqual([[], []])
    await page.goto('/accounts')
    await page.getByText('W1').first().click()
    await page.getByRole('link', { name: t('dealings.statement') }).click()
    await page.getByRole('heading', { level: 1, name: '¥1,500.00' }).waitFor()
    expect(await page.getByRole('grid').getByRole('row').count()).toBe(6)
    for (const [link, file] of [
      ['statement.download', /W1.*2026-01\.xlsx$/],
      ['statement.print', /W1.*2026-01\.pdf$/],
    ] as const) {
      const saved = page.waitForEvent('download')
      await page.getByRole('link', { name: t(link), exact: true }).click()
      expect((await saved).suggestedFilename()).toMatch(file)
    }
    expect(await state(finance)).toEqual([[], []])
  })
})
