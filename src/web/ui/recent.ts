import { recall, remember } from './memory.ts'

const kinds = ['account', 'place', 'prospect', 'agreement'] as const

/** Something that was opened through the finder: a place by its code, the others by their id. */
export type Recent = {
  readonly kind: (typeof kinds)[number]
  readonly key: string
  readonly name: string
  readonly note: string
}

const MOST = 6

function isRecent(one: unknown): one is Recent {
  if (typeof one !== 'object' || one === null) return false
  const { kind, key, name, note } = one as Partial<Record<keyof Recent, unknown>>
  return kinds.some((known) => known === kind) && [key, name, note].every((part) => typeof part === 'string')
}

/** What was kept, newest first; what cannot be read is nothing. */
export function readRecent(text: string | null): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : []
  } catch {
    return []
  }
}

/** The same list with one more in front, each thing once, six at most. */
export function withRecent(list: readonly Recent[], one: Recent): readonly Recent[] {
  return [one, ...list.filter((other) => other.kind !== one.kind || other.key !== one.key)].slice(0, MOST)
}

const nameFor = (person: string) => `recent.${person}`

export function recentOf(person: string): readonly Recent[] {
  return readRecent(recall(nameFor(person)))
}

export function keepRecent(person: string, one: Recent): void {
  remember(nameFor(person), JSON.stringify(withRecent(recentOf(person), one)))
}
