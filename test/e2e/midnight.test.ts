import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addPerson } from '../../src/server/people/add-person.ts'
import { brought } from '../make/import.ts'
import { system, webOn } from '../make/people.ts'
import { openBrowser } from './browser.ts'
import { salesFile } from './sales-file.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A rep stands in for their manager until the end of a day, and has a form open when it ends. */
let served: ServedApp
let browser: Browser
let at: Visitor

const rep = { name: '赵磊', email: 'zhao@example.com', password: 'hu-wan-2026-lei' }
const manager = { name: '林晓', email: 'lin@example.com' }

// The day of the machine, because a browser keeps no session that its own clock says is over; China keeps UTC+8.
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const before = new Date(`${day}T23:58:00+08:00`)
const after = new Date(before.getTime() + 3 * 60_000)

vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  const { deps } = served
  served.setNow(before)
  const web = await webOn(deps)
  await brought(deps, salesFile().text, { map: { constants: { market_code: 'First' } } })
  const link = async (who: { name: string; email: string }, role: string) => {
    const added = await addPerson(deps, system, { ...who, locale: 'zh', roles: [{ role, scope: 'HQ' }] })
    if (!added.ok) throw new Error(added.problem.code)
    return added.value.token
  }
  await link(manager, 'regional_manager')
  const token = await link(rep, 'rep')
  const made = await web.call('POST', `/api/people/${manager.email}/stand-ins`, {
    as: await web.persona('admin', 'HQ'),
    body: { by: rep.email, from: day, to: day },
  })
  if (made.status !== 201) throw new Error(await made.text())
  at = await visitor(browser, served.address, { locale: 'zh' })
  await at.page.goto(`/link/${token}`)
  await at.page.getByLabel(at.t('link.password'), { exact: true }).fill(rep.password)
  await at.page.getByRole('button', { name: at.t('link.go') }).click()
  await at.page.getByRole('navigation', { name: at.t('menu.label') }).waitFor()
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

describe('a stand-in that ends at midnight', () => {
  it('holds until then: the manager’s decision is theirs to make', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.people') }).waitFor()
    await page.getByRole('link', { name: '临江金穗酒业有限公司' }).first().click()
    await page.getByRole('button', { name: t('override.open') }).click()
    await page.getByLabel(t('override.reason')).fill('经理出差前交代的')
    expect(await at.axe()).toEqual([])
  })

  it('is over on the open page: the sentence says which right is gone, and what was typed stays', async () => {
    const { page, t } = at
    served.setNow(after)
    await page.getByRole('button', { name: t('override.save') }).click()
    await page.getByRole('alert').getByText(t('right.account.override')).waitFor()
    expect(await page.getByLabel(t('override.reason')).inputValue()).toBe('经理出差前交代的')
    expect([await at.axe(), at.faults]).toEqual([[], []])
  })

  it('leaves nothing behind with the next click', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.people') }).click()
    await page.getByRole('heading', { name: t('state.no-right') }).waitFor()
    await page
      .getByRole('link', { name: t('menu.accounts') })
      .first()
      .click()
    await page.getByRole('link', { name: '临江金穗酒业有限公司' }).first().click()
    const open = page.getByRole('button', { name: t('override.open') })
    await open.waitFor()
    expect(await open.isDisabled()).toBe(true)
    expect(await page.getByRole('link', { name: t('menu.people') }).count()).toBe(0)
    expect([await at.axe(), at.faults]).toEqual([[], []])
  })
})
