import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clearUploads, plainName, receive } from './upload.ts'

const folder = mkdtempSync(join(tmpdir(), 'tonnage-upload-'))
afterAll(() => rmSync(folder, { recursive: true }))

function body(...chunks: (string | Error)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const next = chunks.shift()
      if (next === undefined) controller.close()
      else if (next instanceof Error) controller.error(next)
      else controller.enqueue(new TextEncoder().encode(next))
    },
  })
}

const kept = () => readdirSync(join(folder, 'uploads')).toSorted()

describe('an upload', () => {
  it('is kept as it came, for its owner alone, with its digest', async () => {
    const got = await receive(folder, 'one', body('日期,', '箱数\n'), undefined)
    if (!got.ok) throw new Error(got.problem.code)
    expect(readFileSync(got.value.path, 'utf8')).toBe('日期,箱数\n')
    expect(got.value.bytes).toBe(Buffer.byteLength('日期,箱数\n'))
    expect(got.value.digest).toEqual(createHash('sha256').update('日期,箱数\n').digest())
    expect(statSync(got.value.path).mode & 0o777).toBe(0o600)
  })

  it('is refused beyond the limit, whatever it declares, and leaves nothing', async () => {
    const limit = { ok: false, problem: { code: 'file/too-large' } }
    expect(await receive(folder, 'two', body('123456'), 6, 5)).toMatchObject(limit)
    expect(await receive(folder, 'two', body('123', '456'), undefined, 5)).toMatchObject(limit)
    expect(await receive(folder, 'two', body('123', '456'), 2, 5)).toMatchObject(limit)
    expect(kept()).toEqual(['one.upload'])
  })

  it('is refused when there is nothing in it', async () => {
    for (const nothing of [null, body(), body('')])
      expect(await receive(folder, 'three', nothing, undefined)).toMatchObject({
        problem: { code: 'file/empty' },
      })
    expect(kept()).toEqual(['one.upload'])
  })

  it('leaves nothing when the connection breaks off', async () => {
    await expect(receive(folder, 'four', body('123', new Error('gone')), undefined)).rejects.toThrow('gone')
    expect(kept()).toEqual(['one.upload'])
  })

  it('is thrown away when nobody imported it within a week', async () => {
    const path = join(folder, 'uploads', 'one.upload')
    const day = 86_400_000
    const now = new Date('2026-01-10T00:00:00Z')
    utimesSync(path, now, new Date(now.getTime() - 6.9 * day))
    await clearUploads(folder, now)
    expect(kept()).toEqual(['one.upload'])
    utimesSync(path, now, new Date(now.getTime() - 7.1 * day))
    await clearUploads(folder, now)
    expect(kept()).toEqual([])
  })

  it('keeps of a name what can be shown', () => {
    expect(plainName('C:\\用户\\销售.xlsx')).toBe('销售.xlsx')
    expect(plainName('../../etc/passwd')).toBe('passwd')
    expect(plainName('a\u0000b\n.csv')).toBe('ab.csv')
    expect(plainName(' / ')).toBe('file')
  })
})
