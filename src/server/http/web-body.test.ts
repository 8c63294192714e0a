import { PassThrough, Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { webBody } from './web-body.ts'

it('carries what the source gives', async () => {
  expect(await new Response(webBody(Readable.from([Buffer.from('a'), Buffer.from('b')]))).text()).toBe('ab')
})

it('ends the source when the reader goes away, and throws at nobody', async () => {
  const source = new PassThrough()
  const reader = webBody(source).getReader()
  source.write('a')
  await reader.read()
  const waiting = reader.read()
  await reader.cancel()
  expect(source.destroyed).toBe(true)
  source.write('late', () => undefined)
  expect((await waiting).done).toBe(true)
})

it('breaks off where the source does', async () => {
  const source = new PassThrough()
  const text = new Response(webBody(source)).text()
  source.write('a')
  source.destroy(new Error('lost'))
  await expect(text).rejects.toThrow('lost')
})
