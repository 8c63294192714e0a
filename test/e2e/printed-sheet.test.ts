import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pdfOf } from '../../src/server/print/pdf.ts'
import { projectFolder } from '../../src/server/project.ts'
import { openBrowser } from './browser.ts'
import { pdfPictures } from './pdf-pictures.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function pictures(text: string): Promise<readonly Buffer[]> {
  const sheet = { title: '合作协议', locale: 'zh', foot: '', content: [text] } as const
  return pdfPictures(browser, await pdfOf({ ...sheet, content: [...sheet.content] }, projectFolder()))
}

it('draws Chinese as Chinese: two words are two pictures, and neither is an empty page', async () => {
  const [nothing, beer, spirits] = await Promise.all([pictures(' '), pictures('啤酒'), pictures('白酒')])
  expect([nothing.length, beer.length, spirits.length]).toEqual([1, 1, 1])
  // A font that is not drawn leaves the page empty; one without the characters draws the same box for each.
  expect(beer[0]?.equals(nothing[0] as Buffer)).toBe(false)
  expect(beer[0]?.equals(spirits[0] as Buffer)).toBe(false)
})
