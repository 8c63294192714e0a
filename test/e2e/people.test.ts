import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { admin, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A colleague is invited, comes in by the link, is stood in for, suspended, and let in again. */
let served: ServedApp
let browser: Browser
let at: Visitor
let guest: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  guest = await visitor(browser, served.address, { locale: 'en', phone: true })
  await ownCompany(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await guest?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
const sentence = () => at.page.getByRole('heading', { level: 1 })
const rep = { name: '赵磊', email: 'zhao@example.com', password: 'hu-wan-2026-lei' }

describe('people', () => {
  it('are invited: a form that says what is missing, and a link that is shown once', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.people') }).click()
    await sentence().getByText('1人', { exact: true }).waitFor()
    await page.getByRole('button', { name: t('people.invite') }).click()
    // The focus stands in the first field.
    await page.keyboard.type(rep.name)
    await page.keyboard.press('Enter')
    await page.getByText(t('people.wrong-email')).waitFor()
    await page.getByText(t('people.wrong-place')).waitFor()
    await page.getByLabel(t('people.field-email'), { exact: true }).fill(admin.email)
    await page.getByLabel(t('people.place-n', { n: 1 })).selectOption({ label: '\u2003临江城区' })
    await page.getByRole('radio', { name: t('people.locale-en') }).check({ force: true })
    await page.getByRole('button', { name: t('people.add') }).click()
    await page.getByText('已经有账号了').waitFor()
    expect(await state(at)).toEqual([[], []])
    await page.getByLabel(t('people.field-email'), { exact: true }).fill(rep.email)
    await page.keyboard.press('Enter')
    const link = await page.locator('.link-shown code').textContent()
    await sentence()
      .getByText(t('people.says-invited', { n: 1 }).replaceAll(/<.*?>/g, '').slice(0, 2))
      .waitFor()
    await guest.page.goto(link ?? '')
    await guest.page.getByLabel(guest.t('link.password'), { exact: true }).fill(rep.password)
    await guest.page.getByRole('button', { name: guest.t('link.go') }).click()
    await guest.page.getByRole('link', { name: guest.t('menu.accounts'), exact: true }).waitFor()
    await guest.page.goto('/data/people')
    await guest.page.getByRole('heading', { name: guest.t('state.no-right') }).waitFor()
    expect(await state(guest)).toEqual([[], []])
  })

  it('stand in from a day to a day; an end before the beginning is a sentence', async () => {
    const { page, t } = at
    await page.goto(`/data/people?person=${admin.email}`)
    const days = page.getByLabel(t('people.stand-in-to'))
    await page.getByLabel(t('people.stand-in-who')).selectOption(rep.email)
    const last = await days.inputValue()
    await days.fill('2020-01-01')
    await page.getByRole('button', { name: t('people.stand-in-go') }).click()
    await page.getByText('最后一天不能早于第一天').waitFor()
    await days.fill(last)
    await page.getByRole('button', { name: t('people.stand-in-go') }).click()
    await page.getByText(t('people.stand-in-row-by', { by: rep.name, name: admin.name })).waitFor()
    expect(await state(at)).toEqual([[], []])
    // The rep acts as an administrator now, but for people.
    await guest.page.goto('/data/people')
    await guest.page.getByRole('list', { name: guest.t('people.list') }).waitFor()
    expect(await guest.page.getByRole('button', { name: guest.t('people.invite') }).isDisabled()).toBe(true)
    expect(await state(guest)).toEqual([[], []])
    await page.getByRole('button', { name: t('people.stand-in-end') }).click()
    await page.getByText(t('people.stand-in-ended', { by: rep.name, name: admin.name })).waitFor()
    await guest.page.reload()
    await guest.page.getByRole('heading', { name: guest.t('state.no-right') }).waitFor()
  })

  it('are suspended from the list and out at once; undo lets them in again', async () => {
    const { page, t } = at
    await page.keyboard.press('Escape')
    const row = page.getByRole('row').filter({ hasText: rep.email })
    await row.focus()
    await page.keyboard.press('Space')
    await page.getByText(t('people.picked', { n: 1 })).waitFor()
    await page.getByRole('button', { name: t('people.suspend') }).click()
    await page.getByText(t('people.suspended', { n: 1 })).waitFor()
    await row.getByText(t('people.state-out')).waitFor()
    // The page that stands open is out with the next click.
    await guest.page
      .getByRole('link', { name: guest.t('menu.accounts') })
      .first()
      .click()
    await guest.page.getByRole('button', { name: guest.t('sign-in.go') }).waitFor()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await row.getByText(t('people.state-in')).waitFor()
    expect(await state(at)).toEqual([[], []])
  })

  it('keep their last administrator', async () => {
    const { page, t } = at
    await page.getByRole('row').filter({ hasText: admin.email }).focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('people.suspend') })
      .click()
    await page.getByText('最后一位管全公司的管理员').waitFor()
    expect(await state(at)).toEqual([[], []])
  })
})
