import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { bringSales, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** What holds for the company is changed by its administrator, undone, and read by a rep on a phone. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  await ownCompany(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
const sentence = () => at.page.getByRole('heading', { level: 1 })

describe('the company’s settings', () => {
  it('are changed with Enter; a rate that is a share is a sentence; undo brings them back', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.settings') }).click()
    await sentence().getByText('销量说千升').waitFor()
    await page.getByText(t('settings.currency-open')).waitFor()
    const save = page.getByRole('button', { name: t('app.save') })
    expect(await save.isDisabled()).toBe(true)
    await page
      .getByRole('radio', { name: t('unit.tonnes') })
      .last()
      .check({ force: true })
    await page.getByLabel(t('settings.vat')).fill('0.13')
    await page.getByText(t('settings.vat-wrong')).waitFor()
    expect(await state(at)).toEqual([[], []])
    await page.getByLabel(t('settings.vat')).fill('１３％')
    await page.keyboard.press('Enter')
    await page.getByText(t('settings.saved')).waitFor()
    await sentence().getByText('销量说吨').waitFor()
    // Nobody has chosen a unit yet: the company's is what they see.
    expect(
      await page
        .getByRole('radio', { name: t('unit.tonnes') })
        .first()
        .isChecked(),
    ).toBe(true)
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await sentence().getByText('销量说千升').waitFor()
    expect(await page.getByLabel(t('settings.vat')).inputValue()).toBe('')
  })

  it('say what another time zone means once there are movements; a draft stays, and Esc asks', async () => {
    const { page, t } = at
    await bringSales(at)
    await page.getByRole('link', { name: t('menu.settings') }).click()
    await page.getByText(t('settings.currency-posted')).waitFor()
    await page.getByLabel(t('settings.zone')).fill('Bangkok')
    await page.keyboard.press('Enter')
    await page.getByText('单据上的日期不动').waitFor()
    await page.reload()
    await page.getByText('单据上的日期不动').waitFor()
    expect(await state(at)).toEqual([[], []])
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByText(t('form.drop-sure')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('单据上的日期不动').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: t('form.drop') }).click()
    await page.getByText('单据上的日期不动').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: t('settings.changes') }).click()
    await page.getByRole('row').filter({ hasText: '改公司设置' }).first().waitFor()
    expect(await state(at)).toEqual([[], []])
  })
})
