import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { negotiationSheet } from '../../src/server/develop/sheet-print.ts'
import { statementSheet } from '../../src/server/develop/statement-print.ts'
import { pdfOf, type Sheet } from '../../src/server/print/pdf.ts'
import { projectFolder } from '../../src/server/project.ts'
import { openBrowser } from './browser.ts'
import { pdfPictures } from './pdf-pictures.ts'

const MADE = new Date('2026-01-05T04:00:00Z')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function pictures(text: string): Promise<readonly Buffer[]> {
  const sheet = { title: '合作协议', locale: 'zh', foot: '', content: [text] } as const
  return pdfPictures(browser, await pdfOf({ ...sheet, content: [...sheet.content] }, projectFolder(), MADE))
}

it('draws Chinese as Chinese: two words are two pictures, and neither is an empty page', async () => {
  const [nothing, beer, spirits] = await Promise.all([pictures(' '), pictures('啤酒'), pictures('白酒')])
  expect([nothing.length, beer.length, spirits.length]).toEqual([1, 1, 1])
  // A font that is not drawn leaves the page empty; one without the characters draws the same box for each.
  expect(beer[0]?.equals(nothing[0] as Buffer)).toBe(false)
  expect(beer[0]?.equals(spirits[0] as Buffer)).toBe(false)
})

const company = { name: '澜江啤酒', currency: 'CNY', digits: 2, today: '2026-02-01' }
const drawn = async (sheet: Sheet) => pdfPictures(browser, await pdfOf(sheet, projectFolder(), MADE))

it('a statement stays on a page while its lines do, and goes on where they do not', async () => {
  const line = (at: number) => ({
    kind: 'accrual' as const,
    on: '2026-01-10',
    policyCode: 'P-001',
    policyName: '一批商进货返利',
    period: '2026-01-01',
    periodKind: 'month' as const,
    amountMinor: 300,
    balanceMinor: 300 * at,
    ref: String(at),
  })
  const statement = (n: number) => ({
    account: '1',
    accountCode: 'W1',
    accountName: '湖湾鑫源商贸有限公司',
    month: '2026-01',
    openingMinor: 0,
    accruedMinor: 300 * n,
    settledMinor: 0,
    closingMinor: 300 * n,
    claimedMinor: 0,
    lines: Array.from({ length: n }, (_, at) => line(at + 1)),
  })
  const pages = async (n: number, locale: 'zh' | 'en') =>
    (await drawn(statementSheet(statement(n), { locale, company }))).length
  expect([await pages(0, 'zh'), await pages(10, 'en'), await pages(80, 'zh')]).toEqual([1, 1, 4])
})

it('a negotiation sheet with all that can be said is one page in both languages', async () => {
  const fact = (name: string, of: string | null = null) => ({
    fact: name,
    value: 567,
    low: 400,
    high: 794,
    n: 10,
    of,
    why: null,
  })
  const facts = ['rebate', 'free_goods', 'display', 'cap_prize', 'empty_exchange', 'promoter', 'credit']
  const sheet = {
    prospect: '1',
    name: '临江新城金穗糖业烟酒副食品批发总公司第二经营部',
    person: { id: '2', name: '周建国' },
    nearby: '临江城区',
    from: '2025-01-01',
    to: '2025-12-31',
    made: '2026-02-01T00:00:00Z',
    parts: [
      {
        concern: 'sales' as const,
        points: 3,
        facts: ['sell-through', 'rebuy', 'month-cases', 'own-network'].map((name) => fact(name)),
      },
      { concern: 'profit' as const, points: 2, facts: [fact('case-spread'), fact('support-total')] },
      {
        concern: 'potential' as const,
        points: 1,
        facts: ['our-growth', 'category', 'share'].map((name) => fact(name)),
      },
      {
        concern: 'renown' as const,
        points: 0,
        facts: ['carriers', 'outlets', 'years'].map((name) => fact(name)),
      },
      { concern: 'invest' as const, points: 0, facts: facts.map((of) => fact('support', of)) },
    ],
  }
  for (const locale of ['zh', 'en'] as const)
    expect(await drawn(negotiationSheet(sheet, { locale, company }))).toHaveLength(1)
})
