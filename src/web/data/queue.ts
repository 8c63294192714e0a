import { useSyncExternalStore } from 'react'
import type { ImportBatch, ImportKind } from '../../contract/intake.ts'
import { upload } from '../upload.ts'

/** A file on its way: it waits, is sent, is read by the server, and is there; or was refused. */
export type Brought = {
  readonly key: number
  readonly name: string
  readonly kind: ImportKind
  readonly file: File
  readonly state: 'waits' | 'sending' | 'reading' | 'here' | 'refused'
  /** Share that is sent, 0..1. */
  readonly sent: number
  readonly batch: ImportBatch | null
  readonly problem: unknown
}

/**
 * Files that are brought go one after another, and go on when the person looks at another screen. They live as long as the window: a
 * browser cannot keep a chosen file over a reload.
 */
let items: readonly Brought[] = []
let last = 0
let working = false
const listeners = new Set<() => void>()

function change(key: number, part: Partial<Brought>): void {
  items = items.map((item) => (item.key === key ? { ...item, ...part } : item))
  for (const listener of listeners) listener()
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

async function work(): Promise<void> {
  if (working) return
  working = true
  window.addEventListener('beforeunload', warn)
  for (let next = waiting(); next; next = waiting()) await send(next)
  window.removeEventListener('beforeunload', warn)
  working = false
}

const waiting = (): Brought | undefined => items.find(({ state }) => state === 'waits')

async function send({ key, kind, file }: Brought): Promise<void> {
  change(key, { state: 'sending' })
  try {
    const batch = await upload(kind, file, (sent) =>
      change(key, { sent, state: sent < 1 ? 'sending' : 'reading' }),
    )
    change(key, { state: 'here', batch })
  } catch (problem) {
    change(key, { state: 'refused', problem })
  }
}

/** Puts files into the queue; the keys say which they are. */
export function bring(files: readonly File[], kindOf: (file: File) => ImportKind): readonly number[] {
  const added = files.map((file): Brought => {
    last += 1
    const at = { key: last, name: file.name, kind: kindOf(file), file }
    return { ...at, state: 'waits', sent: 0, batch: null, problem: null }
  })
  items = [...items, ...added]
  for (const listener of listeners) listener()
  void work()
  return added.map(({ key }) => key)
}

/** Takes one out of the list: it was opened, or its refusal was read, or it is not wanted after all. */
export function dismiss(key: number): void {
  items = items.filter((item) => item.key !== key || item.state === 'sending' || item.state === 'reading')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useQueue(): readonly Brought[] {
  return useSyncExternalStore(subscribe, () => items)
}

/** The file of a batch while this window still has it: to read it as another kind. */
const files = new Map<string, File>()
export function keepFile(batch: string, file: File): void {
  files.set(batch, file)
}
export function fileOf(batch: string): File | undefined {
  return files.get(batch)
}
