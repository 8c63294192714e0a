import type { Readable } from 'node:stream'

/**
 * A Node stream as the body of a response. `Readable.toWeb` throws where nobody can catch it when a reader goes away in the
 * middle (Node 20): this one ends the source instead.
 */
export function webBody(source: Readable): ReadableStream<Uint8Array> {
  source.on('error', () => undefined)
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  let gone = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next()
      if (gone) return
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel() {
      gone = true
      source.destroy()
    },
  })
}
