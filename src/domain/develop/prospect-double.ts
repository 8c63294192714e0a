import { firmKey, likeness, type Likeness } from '../chain/double.ts'

/** What a prospect is recognised by. `sound`: its firm's name without tones, as `soundOf` spells it; empty: it has no Chinese. */
export type ProspectTraits = {
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  readonly sound: string
}
export type Alike = Exclude<Likeness, 'code'> | 'sound'

/** The part of a name that is spelled and looked for: without the words that say what sort of firm it is. */
export function coreOf(name: string): string {
  return firmKey(name)
}

/**
 * Why a prospect may be somebody who is known already; empty: nothing says so. One sound of two characters or more is said only where the
 * names differ. Nothing is ever merged by this: it is shown.
 */
export function alike(one: ProspectTraits, two: ProspectTraits): readonly Alike[] {
  const found = likeness({ ...one, code: '' }, { ...two, code: '' }).flatMap((why) =>
    why === 'code' ? [] : [why as Alike],
  )
  const sounds = one.sound.includes(' ') && one.sound === two.sound
  return sounds && !found.includes('name') ? [...found, 'sound'] : found
}
