import { pinyin } from 'pinyin-pro'

export type Spelling = { readonly pinyin: string; readonly initials: string }

const HAN = /\p{Script=Han}/u
const NONE: Spelling = { pinyin: '', initials: '' }
const MOST_NAMES = 200_000
const known = new Map<string, Spelling>()

/**
 * A name as people type it: pinyin without tones or gaps, and its initials. Names without Chinese characters have none: they
 * are searched as they are. Each name is spelled once a process.
 */
export function spell(name: string): Spelling {
  if (!HAN.test(name)) return NONE
  const there = known.get(name)
  if (there) return there
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const letters = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  const made = { pinyin: letters.join(''), initials: letters.map((one) => one.slice(0, 1)).join('') }
  if (known.size >= MOST_NAMES) known.clear()
  known.set(name, made)
  return made
}
