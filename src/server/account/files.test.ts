import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { jpegOfPhone, pdf } from '../../../test/make/pictures.ts'
import { plant, plantMarkets } from '../../../test/make/plant.ts'
import { AccountRecords, RecordSaved } from '../../contract/account.ts'
import { ProblemBody } from '../../contract/people.ts'
import { MOST_FILE_BYTES } from '../../domain/chain/account-file.ts'
import { backup } from '../db/backup/backup.ts'
import { restore } from '../db/backup/restore.ts'
import { inScope } from '../db/transaction.ts'
import { migrationsFolder } from '../project.ts'

let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  ids = await plant(database.deps, [{ code: 'A1' }, { code: 'A2' }, { code: 'B1', market: 'Second' }])
  key['rep'] = await web.persona('rep', 'First')
  key['reader'] = await web.persona('read_only', 'First')
  key['other'] = await web.persona('rep', 'Second')
})
afterAll(() => database.close())

const path = (code: string, rest = '') => `/api/accounts/${ids.get(code)}${rest}`
const as = (who: string) => ({ as: key[who] ?? '' })

async function send(bytes: Uint8Array, name: string, { code = 'A1', who = 'rep' } = {}): Promise<Response> {
  const where = path(code, `/files?name=${encodeURIComponent(name)}`)
  return web.call('POST', where, { ...as(who), raw: new Uint8Array(bytes) })
}

async function kept(bytes: Uint8Array, name: string, code = 'A1'): Promise<string> {
  const answer = await send(bytes, name, { code })
  expect(answer.status).toBe(201)
  return RecordSaved.parse(await answer.json()).id
}

async function refusal(answer: Promise<Response>): Promise<string> {
  const got = await answer
  return `${got.status} ${ProblemBody.parse(await got.json()).code}`
}

const files = async (code: string) =>
  AccountRecords.parse(await (await web.call('GET', path(code, '/records'), as('reader'))).json()).records

/** How often bytes are kept. */
const contents = (db = database) =>
  inScope(db.deps.db, '*', async (tx) => {
    const rows = await tx.q.selectFrom('account_file').select('digest').execute()
    return rows.map(({ digest }) => digest.toString('hex')).toSorted()
  })

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('a file of an account', () => {
  it('is kept with who, when and how large, and is given back to be saved, never to be shown', async () => {
    const id = await kept(pdf, '营业执照.pdf')
    expect((await files('A1'))[0]).toMatchObject({
      id,
      kind: 'file',
      name: '营业执照.pdf',
      media: 'application/pdf',
      bytes: pdf.length,
      by: 'rep',
    })
    const answer = await web.call('GET', path('A1', `/files/${id}`), as('reader'))
    expect(await bytesOf(answer)).toEqual(pdf)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_.pdf"; filename*=UTF-8''${encodeURIComponent('营业执照.pdf')}`,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
  })

  it('is what its content is, whatever it is called; a photo is kept without its place', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('对账').addRow(['永盛', 12])
    await kept(Buffer.from(await book.xlsx.writeBuffer()), 'account.doc')
    const photo = await kept(jpegOfPhone('30.27N'), 'IMG_1.png')
    const [first, second] = await files('A1')
    expect([first?.name, second?.name]).toEqual(['IMG_1.png.jpg', 'account.doc.xlsx'])
    const bytes = await bytesOf(await web.call('GET', path('A1', `/files/${photo}`), as('rep')))
    expect([bytes.toString('latin1').includes('30.27N'), first?.bytes]).toEqual([false, bytes.length])
    expect(await refusal(send(Buffer.from('<html>'), 'licence.pdf'))).toBe('422 account/file-kind')
    expect(await refusal(send(Buffer.alloc(0), 'licence.pdf'))).toBe('422 account/file-kind')
  })

  it('has at most 10 MB, whatever it says of itself', async () => {
    const most = Buffer.concat([pdf, Buffer.alloc(MOST_FILE_BYTES - pdf.length)])
    expect((await send(most, 'most.pdf', { code: 'A2' })).status).toBe(201)
    expect(await refusal(send(Buffer.concat([most, pdf]), 'more.pdf'))).toBe('413 account/file-too-large')
  })

  it('is kept once however often it comes, and not twice with one account', async () => {
    const before = await contents()
    await kept(pdf, 'again.pdf', 'A2')
    expect(await contents()).toEqual(before)
    expect(before).toContain(createHash('sha256').update(pdf).digest('hex'))
    expect(await refusal(send(pdf, 'other name.pdf'))).toBe('409 account/file-there')
  })

  it('is for those who see the account; to others it is as if there were none', async () => {
    const [file] = await files('A2')
    expect(await refusal(send(pdf, 'a.pdf', { who: 'reader' }))).toBe('403 person/no-right')
    expect(await refusal(send(pdf, 'a.pdf', { code: 'B1' }))).toBe('404 account/missing')
    const there = path('A2', `/files/${file?.id}`)
    expect(await refusal(web.call('GET', there, as('other')))).toBe('404 account/missing')
    expect(await refusal(web.call('GET', path('B1', `/files/${file?.id}`), as('other')))).toBe(
      '404 account/record-missing',
    )
    expect((await web.call('GET', there)).status).toBe(401)
    // The second wall: with another market's scope there are no bytes either.
    const second = await inScope(database.deps.db, [await marketOf('Second')], (tx) =>
      tx.q.selectFrom('account_file').select('digest').execute(),
    )
    expect(second).toEqual([])
  })

  it('goes and comes back, with an entry of the audit each time', async () => {
    const id = await kept(Buffer.concat([pdf, pdf]), 'twice.pdf')
    const there = path('A1', `/files/${id}`)
    expect((await web.call('DELETE', path('A1', `/records/${id}`), as('rep'))).status).toBe(200)
    expect(await refusal(web.call('GET', there, as('rep')))).toBe('404 account/record-missing')
    await web.call('POST', path('A1', `/records/${id}/restore`), as('rep'))
    expect((await web.call('GET', there, as('rep'))).status).toBe(200)
    const entries = await inScope(database.deps.db, '*', (tx) =>
      tx.q.selectFrom('audit_entry').select(['action', 'detail']).orderBy('at').orderBy('id').execute(),
    )
    const of = entries.filter(({ detail }) => (detail as { record?: string }).record === id)
    expect(of.map(({ action }) => action)).toEqual([
      'account.record',
      'account.record-withdrawn',
      'account.record-restored',
    ])
    expect(JSON.stringify(of)).not.toContain('twice')
  })

  it('leaves no bytes behind when it cannot be written', async () => {
    const before = await contents()
    const broken = { ...database.deps, newId: () => 'no id' }
    const { addFile } = await import('./file.ts')
    const body = new Blob([new Uint8Array(Buffer.concat([pdf, Buffer.from('%')]))]).stream()
    const caller = {
      actor: 'cli:test',
      personId: null,
      rights: new Set(['account.note'] as const),
      scope: '*' as const,
      locale: 'en' as const,
    }
    const given = { name: 'a.pdf', body, declared: 0 }
    await expect(addFile(broken, caller, ids.get('A1') ?? '', given)).rejects.toThrow(/uuid/)
    expect(await contents()).toEqual(before)
  })

  it('is in the backup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tonnage-files-'))
    const to = await freshDatabase()
    const of = ({ owner, app, appRole }: FreshDatabase) => ({
      folder,
      owner,
      app,
      appRole,
      release: () => Promise.resolve(),
    })
    try {
      const file = join(folder, 'one.backup')
      await backup(of(database), file, { version: '1', at: new Date() })
      await restore(of(to), file, { migrations: migrationsFolder(), now: () => new Date() })
      expect(await contents(to)).toEqual(await contents())
    } finally {
      await to.close()
      rmSync(folder, { recursive: true })
    }
  })
})

const marketOf = (code: string) =>
  inScope(database.deps.db, '*', async (tx) => {
    const row = await tx.q
      .selectFrom('territory_node')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    return row.id
  })
