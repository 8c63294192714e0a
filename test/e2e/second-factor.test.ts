import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { shownAt } from '../make/authenticator.ts'
import { openBrowser } from './browser.ts'
import { admin, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A person sets up a second step, comes in by it, by a recovery code once, and a role that needs one leads a colleague to it. */
let served: ServedApp
let browser: Browser
let at: Visitor
let phone: Visitor

vi.setConfig({ testTimeout: 180_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  phone = await visitor(browser, served.address, { locale: 'en', phone: true })
  await ownCompany(at)
}, 180_000)
afterAll(async () => {
  await at?.close()
  await phone?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
let secret = ''
let recovery: readonly string[] = []
let used = ''

/** What the app shows; waits for the next thirty seconds where the present code is used up. */
async function freshCode(): Promise<string> {
  while (shownAt(secret, new Date()) === used) await new Promise((resolve) => setTimeout(resolve, 500))
  used = shownAt(secret, new Date())
  return used
}

async function setUp({ page, t }: Visitor, present: string): Promise<void> {
  // The account page asks for the present password at two places.
  const go = page.getByRole('button', { name: t('second.begin') })
  const form = page.locator('form').filter({ has: go })
  await form.getByLabel(t('own.password-old'), { exact: true }).fill(present)
  await go.click()
  await page.getByRole('img', { name: t('second.picture') }).waitFor()
  secret = ((await page.locator('.second-secret').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel(t('second.code')).fill(await freshCode())
  await page.getByRole('button', { name: t('second.confirm') }).click()
  await page.locator('.second-codes li').nth(9).waitFor()
  recovery = await page.locator('.second-codes li code').allTextContents()
}

async function signOut({ page, t }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: t('bar.sign-out') }).click()
  await page.getByLabel(t('sign-in.email')).waitFor()
}

async function password({ page, t }: Visitor, who: { email: string; password: string }): Promise<void> {
  await page.getByLabel(t('sign-in.email')).fill(who.email)
  await page.getByLabel(t('sign-in.password'), { exact: true }).fill(who.password)
  await page.getByRole('button', { name: t('sign-in.go') }).click()
}

describe('the second step at sign-in', () => {
  it('is set up by scanning or typing, and shows ten recovery codes once', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: admin.name }).click()
    await page.getByRole('link', { name: t('own.title') }).click()
    await page.getByRole('button', { name: t('second.set-up') }).click()
    await setUp(at, admin.password)
    expect(recovery).toHaveLength(10)
    expect(await state(at)).toEqual([[], []])
    await page.getByRole('button', { name: t('second.kept') }).click()
    await page.getByText('恢复码还剩 10 个').waitFor()
    expect(await state(at)).toEqual([[], []])
  })

  it('asks for the code after the password: one field that a telephone can fill in', async () => {
    const { page, t } = at
    await signOut(at, admin.name)
    await password(at, admin)
    const field = page.getByLabel(t('second.code'))
    await field.waitFor()
    expect([await field.getAttribute('autocomplete'), await field.getAttribute('inputmode')]).toEqual([
      'one-time-code',
      'numeric',
    ])
    expect(await state(at)).toEqual([[], []])
    await field.fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText('验证码不对').waitFor()
    await field.fill(await freshCode())
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: admin.name }).waitFor()
  })

  it('takes a recovery code instead, once', async () => {
    const { page, t } = at
    const enter = async () => {
      await signOut(at, admin.name)
      await password(at, admin)
      await page.getByRole('button', { name: t('second.use-recovery') }).click()
      // The field that appears has the focus.
      await page.getByLabel(t('second.recovery-code')).waitFor()
      await page.keyboard.type(recovery[0] ?? '')
      await page.keyboard.press('Enter')
    }
    await enter()
    await page.getByRole('button', { name: admin.name }).waitFor()
    await enter()
    await page.getByText('验证码不对').waitFor()
    expect(await state(at)).toEqual([[], []])
    await page.getByLabel(t('second.recovery-code')).fill(recovery[1] ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: admin.name }).waitFor()
  })

  it('is needed by a role: who has it is led to the set-up, wherever they are, and goes on from there', async () => {
    const { page, t } = at
    const made = await page.request.post('/api/people', {
      data: { email: 'wu@example.com', name: 'Wu', locale: 'en', roles: [{ role: 'finance', scope: 'HQ' }] },
      headers: { origin: served.address },
    })
    const { link } = (await made.json()) as { link: string }
    const wu = { email: 'wu@example.com', password: 'small kegs stand still' }
    await phone.page.goto(link)
    await phone.page.getByLabel(phone.t('link.password'), { exact: true }).fill(wu.password)
    await phone.page.getByRole('button', { name: phone.t('link.go') }).click()
    await phone.page.getByRole('button', { name: 'Wu' }).waitFor()

    await page.getByRole('link', { name: t('menu.settings') }).click()
    await page.getByRole('checkbox', { name: t('role.finance') }).check()
    await page.getByRole('button', { name: t('app.save') }).click()
    await page.getByText(t('settings.saved')).waitFor()
    expect(await state(at)).toEqual([[], []])

    await phone.page.goto('/me')
    await phone.page.getByRole('heading', { name: phone.t('second.due') }).waitFor()
    await phone.page.goto('/data/policy')
    await phone.page.getByRole('heading', { name: phone.t('second.due') }).waitFor()
    expect(await state(phone)).toEqual([[], []])
    used = ''
    await setUp(phone, wu.password)
    expect(await state(phone)).toEqual([[], []])
    await phone.page.getByRole('button', { name: phone.t('second.go-in') }).click()
    await phone.page.waitForURL(/\/data\/policy/)
    await phone.page.goto('/me')
    await phone.page.getByText(phone.t('second.needed')).waitFor()
    expect(await phone.page.getByRole('button', { name: phone.t('second.remove') }).count()).toBe(0)
    expect(await state(phone)).toEqual([[], []])
  })

  it('is taken off by an administrator, when asked twice', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.people') }).click()
    await page.getByText('wu@example.com').first().click()
    await page.getByRole('button', { name: t('second.take') }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('second.take') })
      .click()
    await page.getByRole('heading', { name: t('second.title') }).waitFor({ state: 'detached' })
    expect(await state(at)).toEqual([[], []])
    await phone.page.goto('/me')
    await phone.page.getByLabel(phone.t('sign-in.email')).waitFor()
  })
})
