import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { admin, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { translator } from '../../src/language/index.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A person looks after their own account: sessions, password, keys, language. */
let served: ServedApp
let browser: Browser
let at: Visitor
let phone: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  phone = await visitor(browser, served.address, { locale: 'zh', phone: true })
  await ownCompany(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await phone?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
const en = translator('en')
const next = 'lin-jiang-2026-nan'

describe('one’s own account', () => {
  it('keeps the language that was picked before signing in, and the person’s own as it was', async () => {
    const { page } = phone
    await page.goto('/sign-in')
    await page.getByRole('radio', { name: phone.t('app.en') }).check({ force: true })
    await page.getByLabel('E-mail').fill(admin.email)
    await page.getByLabel('Password', { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page
      .getByRole('link', { name: en('menu.accounts') })
      .first()
      .waitFor()
    await page.getByRole('button', { name: admin.name }).click()
    await page.getByRole('link', { name: 'My account' }).click()
    await page.getByText('in 2 places').waitFor()
    expect(await page.getByRole('radio', { name: 'Chinese' }).isChecked()).toBe(true)
    expect(await state(phone)).toEqual([[], []])
  })

  it('ends the other sessions with a new password, after the right old one', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: admin.name }).click()
    await page.getByRole('link', { name: t('own.title') }).click()
    await page.getByText(t('own.here'), { exact: true }).waitFor()
    await page.getByLabel(t('own.password-old'), { exact: true }).fill('not the one')
    await page.getByLabel(t('own.password-new'), { exact: true }).fill(next)
    await page.keyboard.press('Enter')
    await page.getByText('现在的密码不对').waitFor()
    // A password can be pasted, as from where passwords are kept.
    const copied = page.getByLabel(t('own.key-name'))
    await copied.fill('bei-jiang-2026-shan')
    await copied.press('ControlOrMeta+a')
    await copied.press('ControlOrMeta+x')
    const pasted = page.getByLabel(t('own.password-new'), { exact: true })
    await pasted.press('ControlOrMeta+a')
    await pasted.press('ControlOrMeta+v')
    expect(await pasted.inputValue()).toBe('bei-jiang-2026-shan')
    await pasted.fill(next)
    await page.getByLabel(t('own.password-old'), { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: t('own.password-go') }).click()
    await page.getByText(t('own.password-done')).waitFor()
    await page.getByText('1处').waitFor()
    expect(await state(at)).toEqual([[], []])
    // The page that stands open on the telephone is out with its next touch.
    await phone.page
      .getByRole('link', { name: en('menu.accounts') })
      .first()
      .click()
    await phone.page.getByRole('button', { name: 'Sign in' }).waitFor()
  })

  it('makes a key that is shown once, and ends it when asked twice', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('own.key-go') }).click()
    await page.getByText('密钥还没有名字').waitFor()
    await page.getByLabel(t('own.key-name')).fill('每晚对账')
    await page.keyboard.press('Enter')
    const key = (await page.locator('.own-made code').textContent()) ?? ''
    const asked = () => page.request.get('/api/session', { headers: { authorization: `Bearer ${key}` } })
    expect((await asked()).status()).toBe(200)
    await page.getByRole('button', { name: t('own.key-end-name', { name: '每晚对账' }) }).click()
    expect(await state(at)).toEqual([[], []])
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('own.key-end-name', { name: '每晚对账' }) }).click()
    await page.getByRole('button', { name: t('own.key-end-yes') }).click()
    await page.getByText(t('own.key-ended', { name: '每晚对账' })).waitFor()
    expect((await asked()).status()).toBe(401)
    expect(await state(at)).toEqual([[], []])
  })

  it('leaves nothing of its drafts in the browser after signing out', async () => {
    const { page, t } = at
    const kept = () => page.evaluate<string[]>('Object.keys(localStorage).toSorted()')
    await page
      .getByRole('link', { name: t('menu.people') })
      .first()
      .click()
    await page.getByRole('button', { name: t('people.invite') }).click()
    await page.getByLabel(t('people.field-name'), { exact: true }).fill('沈立夏')
    await expect.poll(async () => (await kept()).some((key) => key.includes('person.new'))).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: `${t('bar.person')}: ${admin.name}` }).click()
    await page.getByRole('button', { name: t('bar.sign-out') }).click()
    await page.getByRole('button', { name: t('sign-in.go') }).waitFor()
    await expect.poll(async () => (await kept()).some((key) => key.includes('draft'))).toBe(false)
    expect((await kept()).filter((key) => !/^tonnage\.(locale|appearance|unit\.)/.test(key))).toEqual([])
  })
})
