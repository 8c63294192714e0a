import { pinyin } from 'pinyin-pro'

/** How a name is said: syllables without tones ("hu wan xin yuan"), and their first letters ("hwxy"). Empty where it has no Chinese. */
export type Spelled = { readonly pinyin: string; readonly initials: string }

const HAN = /\p{Script=Han}/u

export function spelled(name: string): Spelled {
  if (!HAN.test(name)) return { pinyin: '', initials: '' }
  const said = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const syllables = said
    .map((one) => one.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((one) => one !== '')
  return { pinyin: syllables.join(' '), initials: syllables.map((one) => one.slice(0, 1)).join('') }
}

/** Where letters stand in a spelling: number of the syllable from which on they are said; −1: nowhere. Never from within a syllable. */
export function saidFrom(said: string, letters: string): number {
  const syllables = said === '' ? [] : said.split(' ')
  return syllables.findIndex((_, at) => syllables.slice(at).join('').startsWith(letters))
}
