import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aMarketOfSix } from '../make/market-of-six.ts'
import { webOn } from '../make/people.ts'
import { openBrowser } from './browser.ts'
import { enter } from './enter.ts'
import { pdfPictures } from './pdf-pictures.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import type { Visitor } from './visitor.ts'

/** What was agreed is signed and holds (2.5): a rep at a desk in Chinese, a manager who approves on a phone in English. */
let served: ServedApp
let browser: Browser
let admin: Visitor
let rep: Visitor
let manager: Visitor

vi.setConfig({ testTimeout: 90_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  served.setNow(new Date('2026-01-05T04:00:00Z'))
  await webOn(served.deps)
  await aMarketOfSix(served.deps, 'First')
  const come = (role: string, scope: string, how: Parameters<typeof enter>[3]) =>
    enter(browser, served, { role, email: `${role}@example.com`, scope }, how)
  admin = await come('admin', 'HQ', { locale: 'zh' })
  rep = await come('rep', 'First', { locale: 'zh' })
  manager = await come('regional_manager', 'First', { locale: 'en', phone: true })
}, 120_000)
afterAll(async () => {
  for (const one of [admin, rep, manager]) await one?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click()

/** A prospect in First that was offered something, through the doors of the prospect's page. */
async function offered(page: Page, name: string): Promise<string> {
  const session = (await (await page.request.get('/api/session')).json()) as {
    nodes: { id: string; kind: string }[]
  }
  const market = session.nodes.find(({ kind }) => kind === 'market')?.id
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/prospects${path}`, {
      data,
      headers: { origin: served.address },
    })
    expect(answer.ok()).toBe(true)
    return (await answer.json()) as { id: string; version: number }
  }
  const next = { nextStep: '签', nextOn: '2026-01-09' }
  const { id } = await post('', { name, market, source: 'media', ...next })
  let { version } = await post(`/${id}/steps`, { step: 'contact', version: 1, ...next })
  const person = await post(`/${id}/people`, { name: '周', role: 'owner' })
  await post(`/${id}/people/${person.id}/talks`, { answers: { 'asked-first': 'profit' } })
  for (const step of ['talk', 'offer']) ({ version } = await post(`/${id}/steps`, { step, version, ...next }))
  return id
}

/** A draft with a wholesaler that is there, so much a case, in force for the whole of a year. */
async function drafted(
  account: string,
  perCase: string,
  more?: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, t } = rep
  await page.goto('/trade/agreements?new=1')
  await page.getByRole('radio', { name: t('agreement.party-account') }).check({ force: true })
  await page.getByRole('combobox', { name: t('agreement.party'), exact: true }).fill(account)
  await page.getByTitle(`${account} · First`).click()
  await page.getByLabel(t('agreement.per-case', { money: '元' })).fill(perCase)
  await page.getByLabel(t('agreement.targets-each')).fill('100')
  await more?.(page)
  await press(rep, t('agreement.save-draft'))
}

async function signed(who: Visitor): Promise<void> {
  const { page, t } = who
  await press(who, t('agreement.act-sign'))
  await page.getByLabel(t('agreement.signer')).fill('周永盛')
  const box = await page.getByRole('img', { name: t('agreement.sign-here') }).boundingBox()
  if (!box) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (const [x, y] of [
    [90, 120],
    [150, 50],
    [220, 130],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 })
  await page.mouse.up()
  await press(who, t('agreement.sign-save'))
  await page.getByRole('button', { name: t('agreement.act-activate'), exact: true }).waitFor()
}

describe('an agreement', () => {
  it('limits are set by role', async () => {
    const { page, t } = admin
    await page.goto('/trade/agreements')
    await page.getByText(t('agreement.none')).waitFor()
    await page.getByRole('link', { name: t('agreement.limits') }).click()
    for (const [role, perCase, total] of [
      ['rep', '9', '40000'],
      ['regional_manager', '20', '1000000'],
    ] as const) {
      const of = (key: 'agreement.limit-per-case' | 'agreement.limit-total') =>
        page.getByLabel(`${t(`role.${role}`)} ${t(key, { money: '元' })}`)
      await of('agreement.limit-per-case').fill(perCase)
      await of('agreement.limit-total').fill(total)
    }
    expect(await state(admin)).toEqual([[], []])
    const save = page.getByRole('button', { name: t('agreement.limits-save') })
    await save.click()
    await expect.poll(() => save.isDisabled()).toBe(true)
    await page.reload()
    await expect
      .poll(() =>
        page.getByLabel(`${t('role.rep')} ${t('agreement.limit-total', { money: '元' })}`).inputValue(),
      )
      .toBe('40000')
  })

  it('a stranger signs in one sitting: from the desk’s scenario to an account that is there', async () => {
    const { page, t } = rep
    const id = await offered(page, '永盛糖酒')
    await page.goto('/trade/deal')
    await page.getByText(t('desk.limit', { perCase: '9.00元', total: '40,000.00元' } as never)).waitFor()
    await page.getByRole('button', { name: t('desk.put-aside') }).click()
    await page.getByRole('link', { name: t('agreement.from-desk') }).waitFor()
    await page.goto(`/prospects/${id}`)
    await page.getByRole('link', { name: t('agreement.add') }).click()
    await page.getByTitle('永盛糖酒 · First').waitFor()
    await page.getByRole('combobox', { name: t('agreement.scenario') }).click()
    await page.getByTitle(t('desk.scenario', { n: 1 })).click()
    // 3 of the exchange and 6 of the prizes.
    await expect.poll(() => page.getByLabel(t('agreement.per-case', { money: '元' })).inputValue()).toBe('9')
    // A resale price is refused with the article of the law; what was typed stays.
    await page.getByLabel(t('agreement.other-words')).fill('乙方转售价格不得低于42元')
    await press(rep, t('agreement.save-draft'))
    await page.getByRole('alert').getByText('反垄断法').waitFor()
    await page.getByLabel(t('agreement.other-words')).fill('')
    expect(await state(rep)).toEqual([[], []])
    await press(rep, t('agreement.save-draft'))
    await page
      .getByText(t('agreement.lead', { perCase: '9.00元', total: '21,600.00元' }), { exact: true })
      .waitFor()
    expect(await state(rep)).toEqual([[], []])
    await signed(rep)
    await press(rep, t('agreement.act-activate'))
    await page.getByText(t('agreement.state-in-force')).first().waitFor()
    await page.getByRole('link', { name: t('agreement.open-account') }).click()
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/)
    await page.getByText('永盛糖酒').first().waitFor()
    // Visits were agreed: its fixed dates are there.
    await page.getByText('每 14 天去一次').waitFor()
    // The desk's 2,400 cases are due as the first order, within a month of the start.
    await page.getByText(/说好 2月5日.*2,400 箱，还没来/).waitFor()
  })

  it('is found from anywhere by its number', async () => {
    const { page, t } = rep
    await page.keyboard.press('Control+k')
    await page.keyboard.type('a-0001')
    const found = page.getByRole('group', { name: t('finder.agreements') })
    await found.getByRole('option', { name: '永盛糖酒' }).click()
    await page.getByText(t('agreement.event-activated')).first().waitFor()
    expect(await state(rep)).toEqual([[], []])
  })

  it('prints as a contract; the signature is kept as it was drawn', async () => {
    const { page } = rep
    const list = (await (await page.request.get('/api/agreements')).json()) as {
      agreements: { id: string }[]
    }
    const id = list.agreements[0]?.id ?? ''
    const drawn = await page.request.get(`/api/agreements/${id}/signature`)
    expect(drawn.headers()['content-type']).toBe('image/png')
    const pdf = await page.request.get(`/api/agreements/${id}/pdf?words=both`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    const pages = await pdfPictures(browser, await pdf.body())
    expect(pages.length).toBeGreaterThan(1)
    expect(new Set(pages.map((one) => one.toString('base64'))).size).toBe(pages.length)
  })

  it('beyond the limits waits for the manager, who approves on a phone', async () => {
    const { page, t } = rep
    await drafted('W1', '15')
    await page.getByText('每箱多6.00元').waitFor()
    expect(await page.getByRole('button', { name: t('agreement.act-sign'), exact: true }).isDisabled()).toBe(
      true,
    )
    await press(rep, t('agreement.act-send'))
    await page.getByText(t('agreement.event-sent')).first().waitFor()

    const { page: phone, t: en } = manager
    await phone.goto('/trade/agreements')
    await phone.getByRole('button', { name: 'W1' }).click()
    await phone.getByText('¥6.00 a case').waitFor()
    await press(manager, en('agreement.act-decide'))
    // Without words nothing is returned.
    await press(manager, en('agreement.return'))
    await phone.getByLabel(en('agreement.return-why')).waitFor()
    expect(await state(manager)).toEqual([[], []])
    await press(manager, en('agreement.approve'))
    await phone.getByText(en('agreement.state-approved')).first().waitFor()

    await page.reload()
    await signed(rep)
    await press(rep, t('agreement.act-activate'))
    await page.getByText(t('agreement.state-in-force')).first().waitFor()
  })

  it('is amended from a day on, by a version that is signed as well', async () => {
    const { page, t } = rep
    await page.goto('/trade/agreements?tab=running')
    await page.getByText('W1', { exact: true }).click()
    await press(rep, t('agreement.act-amend'))
    await page.getByLabel(t('agreement.from'), { exact: true }).fill('2026-03-01')
    await page.getByLabel(t('agreement.per-case', { money: '元' })).fill('8')
    await press(rep, t('agreement.save-draft'))
    await signed(rep)
    await press(rep, t('agreement.act-activate'))
    await page.getByText(t('agreement.state-coming')).first().waitFor()
    expect(await state(rep)).toEqual([[], []])
  })

  it('on ground that is given is stopped, and waived by the manager with a reason', async () => {
    const { page, t } = rep
    await drafted('W2', '1', async (form) => {
      await form.getByRole('checkbox', { name: t('agreement.exclusive') }).check()
      expect(await form.getByLabel(t('agreement.exclusivity-words')).inputValue()).toContain(
        '转卖价格由乙方自己定',
      )
    })
    await signed(rep)
    await press(rep, t('agreement.act-activate'))
    await page.getByRole('alert').getByText('A-0001').waitFor()
    expect(await state(rep)).toEqual([[], []])

    const { page: phone, t: en } = manager
    await phone.goto('/trade/agreements?tab=talk')
    await phone.getByRole('button', { name: 'W2' }).click()
    await press(manager, en('agreement.act-waive'))
    await phone.getByLabel(en('agreement.waive-reason')).fill('Both of them agree')
    await phone
      .locator('.trade-posting')
      .getByRole('button', { name: en('agreement.act-waive') })
      .click()
    await phone
      .getByText(en('agreement.waived', { reason: 'Both of them agree' }))
      .first()
      .waitFor()
    expect(await state(manager)).toEqual([[], []])

    await page.reload()
    await press(rep, t('agreement.act-activate'))
    await page.getByText(t('agreement.state-in-force')).first().waitFor()
  })

  it('is proposed for renewal before its end, renewed, and ended', async () => {
    const { page, t } = rep
    served.setNow(new Date('2026-11-01T04:00:00Z'))
    await page.goto('/trade/agreements?tab=running')
    await page.getByText(t('agreement.soon')).first().waitFor()
    await page.getByText('W1', { exact: true }).click()
    await press(rep, t('agreement.act-renew'))
    await page.getByText(t('agreement.act-renew')).first().waitFor()
    await expect
      .poll(() => page.getByLabel(t('agreement.from'), { exact: true }).inputValue())
      .toBe('2027-01-05')
    await press(rep, t('agreement.save-draft'))
    await page.getByText(t('agreement.version', { version: 3, kind: '续签', state: '草稿' })).waitFor()
    expect(await state(rep)).toEqual([[], []])

    await page.goto('/trade/agreements?tab=running')
    await page.getByText('W2', { exact: true }).click()
    await press(rep, t('agreement.act-terminate'))
    await page.getByLabel(t('agreement.end-reason')).fill('不做了')
    await page
      .locator('.trade-posting')
      .getByRole('button', { name: t('agreement.act-terminate') })
      .click()
    await page.getByText('不做了').waitFor()
    expect(await state(rep)).toEqual([[], []])
  })
})
