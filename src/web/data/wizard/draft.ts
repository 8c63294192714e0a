import { useState } from 'react'
import { withPatch } from '../../../contract/with-patch.ts'
import type { ColumnMap, ImportBatch, ImportKind } from '../../../contract/intake.ts'
import { forget, recall, remember } from '../../ui/memory.ts'

/** Kinds whose rows name things that may not be known yet. */
const CREATES = new Set<ImportKind>(['movements', 'supply-links', 'prices'])
export const creates = (kind: ImportKind): boolean => CREATES.has(kind)

/** What a person has said of a file so far. */
export type Wish = {
  readonly map: ColumnMap | null
  readonly createMissing: boolean
  readonly allOrNothing: boolean
}

export type Draft = Wish & {
  /** Changes the map as choosing an option does; null takes away what was said. */
  readonly patch: (patch: Readonly<Record<string, unknown>>) => void
  readonly option: (options: Partial<Pick<Wish, 'createMissing' | 'allOrNothing'>>) => void
  /** The same wish always gives the same text: a trial is of one of them. */
  readonly key: string
  /** Everything that was said is taken back: the file is as we found it. */
  readonly reset: () => void
  /** The file is in: nothing to keep. */
  readonly drop: () => void
}

const place = (id: string) => `map.${id}`

function kept(id: string): Wish | null {
  try {
    const wish = JSON.parse(recall(place(id)) ?? 'null') as Partial<Wish> | null
    if (wish === null || typeof wish.createMissing !== 'boolean') return null
    return { map: wish.map ?? null, createMissing: wish.createMissing, allOrNothing: wish.allOrNothing === true }
  } catch {
    return null
  }
}

/** A map that says nothing is none: the server goes by what it remembers and what it finds. */
export function saidOr(map: ColumnMap | null): ColumnMap | null {
  if (map === null) return null
  const said = Object.entries(map).filter(
    ([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0),
  )
  return said.length > 0 ? (Object.fromEntries(said) as ColumnMap) : null
}

/** The corrections of one file: kept in this browser until it is in, so that a reload loses nothing. */
export function useDraft(batch: ImportBatch, first: ColumnMap | null): Draft {
  const [wish, setWish] = useState<Wish>(
    () =>
      kept(batch.id) ?? {
        map: saidOr(first),
        createMissing: creates(batch.kind),
        allOrNothing: false,
      },
  )
  const become = (next: Wish) => {
    remember(place(batch.id), JSON.stringify(next))
    setWish(next)
  }
  return {
    ...wish,
    key: JSON.stringify([wish.map, wish.createMissing, wish.allOrNothing]),
    patch: (patch) => become({ ...wish, map: saidOr(withPatch(wish.map, patch)) }),
    option: (options) => become({ ...wish, ...options }),
    reset: () => become({ ...wish, map: null }),
    drop: () => forget(place(batch.id)),
  }
}
