import { useRef, useState } from 'react'
import type { Writes } from './writes.ts'

/** A file on its way: `sent` 0..1, null while it waits for those before it; `error` when it was refused, and why. */
export type Sending = {
  readonly key: number
  readonly file: File
  readonly sent: number | null
  readonly error: unknown
}

/**
 * Files that are being sent, one after the other, so that a telephone's line is not shared. A refused one stays with its reason until
 * it is tried again or left.
 */
export function useSending({ keepFile, filesKept }: Pick<Writes, 'keepFile' | 'filesKept'>) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const count = useRef(0)
  const line = useRef<Promise<void>>(Promise.resolve())
  const become = (key: number, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const leave = (key: number) => setSending((all) => all.filter((one) => one.key !== key))
  const run = async (batch: readonly Sending[]) => {
    const kept: string[] = []
    for (const { key, file } of batch) {
      become(key, { sent: 0, error: null })
      try {
        kept.push(await keepFile(file, (sent) => become(key, { sent })))
        leave(key)
      } catch (error) {
        become(key, { sent: null, error })
      }
    }
    if (kept.length > 0) await filesKept(kept)
  }
  const queue = (batch: readonly Sending[]) => {
    line.current = line.current.then(() => run(batch))
  }
  return {
    sending,
    leave,
    add: (files: readonly File[]) => {
      const batch = files.map((file) => {
        count.current += 1
        return { key: count.current, file, sent: null, error: null }
      })
      setSending((all) => [...all, ...batch])
      queue(batch)
    },
    again: (one: Sending) => {
      become(one.key, { error: null })
      queue([one])
    },
  }
}
