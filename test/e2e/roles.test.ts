import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AccountProfile, Ranking } from '../../src/contract/assess.ts'
import { openBrowser } from './browser.ts'
import { bringSales, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A role of the company's own: made in the browser, given to somebody new, and what that person then does not see. */
let served: ServedApp
let browser: Browser
let at: Visitor
let deputy: Visitor
let phone: Visitor

vi.setConfig({ testTimeout: 180_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  deputy = await visitor(browser, served.address, { locale: 'zh' })
  await ownCompany(at)
  await bringSales(at)
}, 180_000)
afterAll(async () => {
  await phone?.close()
  await deputy?.close()
  await at?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
/** The server writes names in one form: full-width signs become plain ones. */
const role = '副总(不看毛利)'
const person = { name: '何静', email: 'he@example.com', password: 'fu-zong-2026-jing' }

/** A role in the list; beneath it stand the limits of each, which are typed. */
const listed = (name: string) =>
  at.page.getByRole('row').filter({ hasText: name, hasNot: at.page.getByRole('textbox') })

describe('roles', () => {
  it('of the company’s own are made from a fixed one; what lacks is said, and what was typed is kept', async () => {
    const { page, t } = at
    await page.goto('/data/people')
    await page.getByRole('link', { name: t('roles.from-people') }).click()
    await page.getByRole('heading', { name: t('roles.says-none') }).waitFor()
    expect(await state(at)).toEqual([[], []])
    await page.getByRole('button', { name: t('roles.new') }).click()
    // The focus stands in the first field, and Enter saves.
    await page.keyboard.press('Enter')
    await page.getByText(t('roles.wrong-name')).waitFor()
    await page.keyboard.type('总部')
    await page.getByLabel(t('roles.copy')).selectOption({ label: t('role.hq') })
    await page.getByRole('checkbox', { name: t('right.contribution.read'), exact: true }).uncheck()
    // What shows costs leaves with them, and cannot come back alone.
    expect(await page.getByRole('checkbox', { name: t('right.audit.read'), exact: true }).isChecked()).toBe(
      false,
    )
    expect(await page.getByRole('checkbox', { name: t('right.import.run'), exact: true }).isDisabled()).toBe(
      true,
    )
    await page.getByRole('button', { name: t('roles.make') }).click()
    await page.getByText('已经有这个角色').or(page.locator('.field-error')).first().waitFor()
    expect(await state(at)).toEqual([[], []])
    await page.reload()
    const name = page.getByLabel(t('roles.field-name'), { exact: true })
    expect(await name.inputValue()).toBe('总部')
    expect(
      await page.getByRole('checkbox', { name: t('right.contribution.read'), exact: true }).isChecked(),
    ).toBe(false)
    await name.fill(role)
    await page.keyboard.press('Enter')
    await page.getByText(t('roles.made', { name: role })).waitFor()
    await listed(role).waitFor()
  })

  it('are removed and brought back, and fixed ones are only looked at', async () => {
    const { page, t } = at
    const row = listed(role)
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('roles.remove') }).click()
    await page.getByText(t('roles.removed', { name: role })).waitFor()
    await row.waitFor({ state: 'detached' })
    await page.locator('body').press('ControlOrMeta+z')
    await row.waitFor()
    await listed(t('role.finance')).click()
    await page.getByRole('button', { name: t('roles.copy-this') }).waitFor()
    expect(await page.getByRole('button', { name: t('roles.save'), exact: true }).count()).toBe(0)
    await page.getByRole('checkbox', { name: t('right.people.change'), exact: true }).click({ force: true })
    expect(
      await page.getByRole('checkbox', { name: t('right.people.change'), exact: true }).isChecked(),
    ).toBe(false)
    expect(await state(at)).toEqual([[], []])
    await page.keyboard.press('Escape')
  })

  it('have limits, and what cannot be read or is not there is not saved as nothing', async () => {
    const { page, t } = at
    const limits = page.getByRole('region', { name: t('agreement.limits') })
    const save = limits.getByRole('button', { name: t('agreement.limits-save') })
    const hq = limits.getByRole('row').filter({ has: page.getByRole('rowheader', { name: t('role.hq') }) })
    const [perCase, total] = [hq.getByRole('textbox').first(), hq.getByRole('textbox').last()]
    const kept = async () => (await get<{ limits: unknown }>(at, '/api/deal-limits')).limits
    await perCase.fill('12.5')
    await save.click()
    await limits.getByText(t('agreement.limits-half', { role: t('role.hq') })).waitFor()
    await total.fill('9o')
    await save.click()
    await expect.poll(() => total.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await kept()).toEqual([])
    await total.fill('90')
    await save.click()
    await expect.poll(kept).toEqual([{ role: 'hq', perCaseMinor: 1250, totalMinor: 9000 }])
    await expect.poll(() => save.isDisabled()).toBe(true)
    await perCase.fill('')
    await save.click()
    await limits.getByText(t('agreement.limits-half', { role: t('role.hq') })).waitFor()
    expect(await state(at)).toEqual([[], []])
    expect(await kept()).toEqual([{ role: 'hq', perCaseMinor: 1250, totalMinor: 9000 }])
  })

  it('are given to a new person, who comes in by the link', async () => {
    const { page, t } = at
    await page.goto('/data/people?person=new')
    await page.getByLabel(t('people.field-name'), { exact: true }).fill(person.name)
    await page.getByLabel(t('people.field-email'), { exact: true }).fill(person.email)
    await page.getByLabel(t('people.role-n', { n: 1 })).selectOption({ label: role })
    await page.getByText(t('roles.costs-hidden')).waitFor()
    await page.getByLabel(t('people.place-n', { n: 1 })).selectOption({ index: 1 })
    await page.getByRole('button', { name: t('people.add') }).click()
    const link = await page.locator('.link-shown code').textContent()
    await deputy.page.goto(link ?? '')
    await deputy.page.getByLabel(t('link.password'), { exact: true }).fill(person.password)
    await deputy.page.getByRole('button', { name: t('link.go') }).click()
    await deputy.page
      .getByRole('link', { name: t('menu.accounts') })
      .first()
      .waitFor()
    await page.goto('/data/people/roles')
    await listed(role)
      .getByText(t('roles.held', { n: 1 }))
      .waitFor()
    expect(await state(deputy)).toEqual([[], []])
  })
})

/** Every answer and every page that somebody meets on a walk through the figures, as text. */
async function walk({ page }: Visitor, ids: readonly string[]): Promise<string> {
  const heard: Promise<string>[] = []
  const listen = (answer: { url(): string; text(): Promise<string> }) => {
    if (answer.url().includes('/api/')) heard.push(answer.text().catch(() => ''))
  }
  page.on('response', listen)
  const seen: string[] = []
  const places = [
    '/accounts',
    `/accounts/compare?ids=${ids.slice(0, 3).join(',')}`,
    '/markets',
    '/data/masters?tab=products',
  ]
  for (const place of [...places, `/accounts/${ids[0] ?? ''}`, `/accounts/${ids[0] ?? ''}?why=score`]) {
    await page.goto(place)
    await page.waitForLoadState('networkidle')
    seen.push(await page.locator('body').innerText())
  }
  page.off('response', listen)
  return [...seen, ...(await Promise.all(heard))].join('\n')
}

const get = async <T>({ page }: Visitor, path: string) => (await (await page.request.get(path)).json()) as T

describe('a deputy without margins', () => {
  let secret: readonly string[] = []
  let ids: readonly string[] = []

  it('meets no cost and no margin on any screen, in no answer behind it', async () => {
    const ranking = await get<Ranking>(at, '/api/ranking')
    ids = ranking.accounts.map(({ id }) => id)
    const profiles = await Promise.all(ids.map((id) => get<AccountProfile>(at, `/api/accounts/${id}`)))
    // What an administrator is shown of costs, in figures long enough not to be something else's.
    secret = [
      ...ranking.accounts.flatMap(({ contribution, contributionPerTonne, score }) => [
        contribution,
        contributionPerTonne,
        score,
      ]),
      ...profiles.flatMap(({ account }) => [account.contribution]),
    ].flatMap((figure) => (figure === null || String(figure).length < 6 ? [] : [String(figure)]))
    expect(secret.length).toBeGreaterThan(ids.length)
    const shown = (text: string) => secret.filter((figure) => text.includes(figure))
    expect(shown(await walk(at, ids)).length).toBeGreaterThan(ids.length)
    expect(shown(await walk(deputy, ids))).toEqual([])
    expect(deputy.faults).toEqual([])
  })

  it('is not offered an order by them, at the desk or on the phone', async () => {
    const { page, t } = deputy
    await page.goto('/accounts')
    await page.locator('tbody tr').nth(7).waitFor()
    expect(await page.getByRole('columnheader', { name: t('col.score'), exact: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: t('col.contribution') }).count()).toBe(0)
    await page.getByRole('button', { name: t('columns.title') }).click()
    expect(await page.getByRole('checkbox', { name: t('col.score') }).count()).toBe(0)
    await page.keyboard.press('Escape')
    phone = await visitor(browser, served.address, { locale: 'zh', phone: true })
    await phone.page.context().addCookies(await page.context().cookies())
    await phone.page.goto('/accounts')
    const offered = phone.page.getByLabel(t('ranking.sort')).locator('option')
    await offered.first().waitFor({ state: 'attached' })
    const words = await offered.allInnerTexts()
    expect(words).toContain(t('col.volume'))
    for (const word of ['col.contribution', 'col.score'] as const) expect(words).not.toContain(t(word))
    expect(await state(phone)).toEqual([[], []])
  })

  it('takes no cost and no margin away in a file', async () => {
    const { page, t } = deputy
    await page.getByRole('button', { name: t('file.button') }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `${t('file.all')} ${t('file.csv')}` }).click(),
    ])
    const mine = readFileSync(await file.path(), 'utf8')
    const whole = await (await at.page.request.get('/api/ranking/file?format=csv&lang=zh')).text()
    const heads = (text: string) => text.trimStart().split('\r\n')[0]?.split(',') ?? []
    expect(heads(mine)).toContain(t('export.name'))
    const missing = heads(whole).filter((head) => !heads(mine).includes(head))
    expect(missing.join()).toMatch(/贡献|毛利/)
    expect(heads(mine).join()).not.toMatch(/贡献|毛利|成本|综合/)
    expect(secret.filter((figure) => mine.includes(figure))).toEqual([])
    // Each line that was brought in has its cost; whoever may see it gets it in the very same file.
    const lines = async (who: Visitor) =>
      (await who.page.request.get('/api/export/movements?format=csv')).text()
    expect((await lines(at)).split('\n')[0]).toContain('cost')
    const theirs = await lines(deputy)
    expect(theirs).toContain('X10001')
    expect(theirs).not.toContain('cost')
  })
})
