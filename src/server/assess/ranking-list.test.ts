import { gunzipSync } from 'node:zlib'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { Ranking } from '../../contract/assess.ts'
import { ProblemBody } from '../../contract/people.ts'
import { sortKeys } from '../../domain/assess/list-order.ts'
import { LITRES_PER_TONNE } from '../../domain/volume.ts'
import { createApp } from '../app.ts'

const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  ids = await plant(database.deps, [
    { code: 'A1', name: '永盛糖酒', orders: steady(LAST, 10, 1000) },
    { code: 'A2', name: '=1+1 Drinks', orders: steady(LAST, 10, 400) },
    { code: 'A3', name: '阿里山', orders: steady('2025-08-01', 10, 3000) },
    { code: 'A4', name: 'Never bought' },
    { code: 'B1', name: '顺达', market: 'Second', orders: steady('2025-12-30', 12, 700) },
    { code: 'B2', name: '永和', market: 'Second', orders: steady('2025-12-30', 15, 200) },
  ])
  key['rep'] = await web.persona('rep', 'First')
  key['hq'] = await web.persona('hq', 'HQ')
})
afterAll(() => database.close())

async function ranking(as: string, query = ''): Promise<Ranking> {
  const answer = await web.call('GET', `/api/ranking${query}`, { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  return Ranking.parse(await answer.json())
}
const codes = ({ accounts }: Ranking) => accounts.map((row) => row.account)

describe('a window of the ranking', () => {
  it('is a piece of the whole, in every order: the pieces together are the whole', async () => {
    for (const sort of sortKeys.flatMap((one) => [one, `-${one}`])) {
      const whole = await ranking('hq', `?sort=${sort}`)
      const pieces = await Promise.all(
        [0, 2, 4, 6].map((from) => ranking('hq', `?sort=${sort}&from=${from}&count=2`)),
      )
      expect(pieces.map((piece) => piece.accounts.length)).toEqual([2, 2, 2, 0])
      expect(pieces.flatMap(codes)).toEqual(codes(whole))
      for (const piece of pieces) expect(piece).toMatchObject({ found: 6, totals: whole.totals })
    }
  })

  it('says how many pass a filter, and totals of everybody', async () => {
    const whole = await ranking('hq')
    const found = await ranking('hq', '?q=yong&count=1')
    expect(found).toMatchObject({ found: 2, from: 0, totals: whole.totals })
    expect(codes(found)).toEqual(['A1'])
    const dormant = await ranking('hq', '?standing=dormant')
    expect(dormant.found).toBe(whole.totals.byStanding.find((one) => one.standing === 'dormant')?.accounts)
    expect(codes(await ranking('hq', '?q=yong&standing=dormant'))).toEqual([])
    expect(codes(dormant).toSorted()).toEqual(['A3', 'A4'])
    // A4 never bought: it sleeps, and never was big.
    const big = await ranking('hq', '?standing=dormant_big')
    expect(codes(big)).toEqual(['A3'])
    expect(whole.totals.sleepsBig).toEqual({ accounts: 1, litres: big.accounts[0]?.lastYearLitres })
  })

  it('sorts names as the reader’s language does', async () => {
    const chinese = codes(await ranking('hq', '?sort=name&lang=zh')).filter((code) =>
      /^(A1|A3|B1|B2)$/.test(code),
    )
    // ā-lǐ-shān, shùn-dá, yǒng-hé, yǒng-shèng
    expect(chinese).toEqual(['A3', 'B1', 'B2', 'A1'])
  })

  it('keeps a rep from learning contributions by their order', async () => {
    const mine = codes(await ranking('rep'))
    expect(codes(await ranking('rep', '?sort=contribution'))).toEqual(mine)
    expect(codes(await ranking('rep', '?sort=-contribution'))).toEqual(mine)
  })

  it('refuses windows, orders and standings that there are not', async () => {
    for (const bad of ['from=-1', 'count=0', 'count=10001', 'count=x', 'sort=luck', 'standing=hero']) {
      const answer = await web.call('GET', `/api/ranking?${bad}`, { as: key['hq'] ?? '' })
      expect(`${bad} ${answer.status}`).toBe(`${bad} 422`)
    }
  })
})

describe('the tag of a list', () => {
  const get = (as: string, tag?: string) =>
    createApp(database.deps).request('/api/ranking?count=2', {
      headers: {
        authorization: `Bearer ${key[as] ?? ''}`,
        'accept-encoding': 'gzip',
        ...(tag === undefined ? {} : { 'if-none-match': tag }),
      },
    })

  it('spares whoever has the list, and moves when anything in it does', async () => {
    const first = await get('hq')
    const tag = first.headers.get('etag') ?? ''
    expect(Ranking.parse(JSON.parse(gunzipSync(await first.arrayBuffer()).toString())).found).toBe(6)
    expect((await get('hq', tag)).status).toBe(304)
    expect((await get('rep', tag)).status).toBe(200)
    const decided = await web.call('POST', `/api/accounts/${ids.get('A4') ?? ''}/override`, {
      as: key['hq'] ?? '',
      body: { standing: 'candidate', reason: 'they open three shops', expiresOn: '2026-06-30' },
    })
    expect(decided.status).toBe(200)
    const moved = await get('hq', tag)
    expect(moved.status).toBe(200)
    expect(moved.headers.get('etag')).not.toBe(tag)
  })

  it('comes unpacked to who refuses packed answers by name', async () => {
    const headers = { authorization: `Bearer ${key['hq'] ?? ''}`, 'accept-encoding': 'br, gzip;q=0' }
    const plain = await createApp(database.deps).request('/api/ranking?count=2', { headers })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(Ranking.parse(await plain.json()).found).toBe(6)
  })
})

describe('GET /api/ranking/file', () => {
  async function file(as: string, query: string): Promise<readonly string[]> {
    const answer = await web.call('GET', `/api/ranking/file${query}`, { as: key[as] ?? '' })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    return text.replace('\uFEFF', '').trimEnd().split('\r\n')
  }

  it('has the rows of the screen in their order, its columns in theirs, in its unit', async () => {
    const lines = await file(
      'hq',
      '?sort=-volume&standing=dormant,regular,candidate&cols=volume,name&unit=t&lang=en',
    )
    const seen = await ranking('hq', '?sort=-volume&standing=dormant,regular,candidate')
    expect(lines[0]).toBe('12 months t,Code,Account,Market')
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(codes(seen))
    const [account] = seen.accounts
    expect(Number(lines[1]?.split(',')[0])).toBeCloseTo((account?.tonnageLitres ?? 0) / LITRES_PER_TONNE, 5)
  })

  it('guards names that a sheet program would take for a formula', async () => {
    const lines = await file('hq', '?cols=name&q=drinks')
    expect(lines.slice(1)).toEqual(["A2,'=1+1 Drinks,First"])
  })

  it('comes as a workbook too, with texts as texts', async () => {
    const answer = await web.call('GET', '/api/ranking/file?format=xlsx&cols=name,volume&q=drinks', {
      as: key['hq'] ?? '',
    })
    const book = new exceljs.Workbook()
    await book.xlsx.load(await answer.arrayBuffer())
    const row = book.worksheets[0]?.getRow(2)
    expect(row?.getCell(2).value).toBe('=1+1 Drinks')
    expect(row?.getCell(4).value).toBe(14.8)
  })

  it('is refused without the right', async () => {
    const answer = await web.call('GET', '/api/ranking/file', { as: key['rep'] ?? '' })
    expect(`${answer.status} ${ProblemBody.parse(await answer.json()).code}`).toBe('403 person/no-right')
  })
})
