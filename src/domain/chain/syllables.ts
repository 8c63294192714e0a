/** A syllable of pinyin without its tone: an initial, a vowel or more, perhaps n, ng or r. `v` stands for ü. */
const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]{1,4}(?:ng|n|r)?$|^(?:n|ng|m|hm)$/
const LONGEST = 6

export type Spelled = {
  readonly syllables: readonly string[]
  /** For each syllable the characters of the name that it spells: [from, to). Empty where they cannot be told. */
  readonly places: readonly (readonly [from: number, to: number])[]
}

/**
 * Cuts pinyin that was written without gaps into its syllables, led by the initials: each syllable begins with its initial,
 * and reads as one where there is a choice. Runs of Latin letters and digits are one piece, as whoever spelled them did it.
 */
export function spelled(name: string, pinyin: string, initials: string): Spelled {
  const joined = pinyin.toLowerCase().replaceAll(/[\s']/g, '')
  const given = pinyin.toLowerCase().trim().split(/\s+/).filter(Boolean)
  const wanted = [...initials.toLowerCase()]
  const syllables =
    given.length > 1 ? given : (cut(joined, wanted, true) ?? cut(joined, wanted, false) ?? [joined])
  const pieces = piecesOf(name)
  return { syllables, places: pieces.length === syllables.length ? pieces : [] }
}

function cut(text: string, initials: readonly string[], strict: boolean): readonly string[] | null {
  const dead = new Set<number>()
  const from = (at: number, which: number): readonly string[] | null => {
    if (which === initials.length) return at === text.length ? [] : null
    const key = at * 256 + which
    if (dead.has(key) || text[at] !== initials[which]) return null
    const most = strict ? LONGEST : text.length - at
    for (let length = Math.min(most, text.length - at); length > 0; length--) {
      const syllable = text.slice(at, at + length)
      if (strict && !SYLLABLE.test(syllable)) continue
      const rest = from(at + length, which + 1)
      if (rest) return [syllable, ...rest]
    }
    dead.add(key)
    return null
  }
  return from(0, 0)
}

/** 汉字 one by one, and runs of anything else that has a letter or a digit in it. */
function piecesOf(name: string): readonly (readonly [number, number])[] {
  return [...name.matchAll(/\p{Script=Han}|[^\p{Script=Han}]+/gu)].flatMap((piece) =>
    /[\p{Script=Han}a-z0-9]/iu.test(piece[0]) ? [[piece.index, piece.index + piece[0].length] as const] : [],
  )
}
