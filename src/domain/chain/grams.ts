import { codeKey } from './code.ts'

/**
 * The 1- and 2-grams of some texts, each once: what an account is found by. Chinese has no spaces, so a word of two characters
 * must be found as it stands; the search narrows by grams and checks the whole text afterwards.
 */
export function gramsOf(texts: readonly string[]): string[] {
  const grams = new Set<string>()
  for (const text of texts) {
    const characters = [...codeKey(text)]
    for (const [at, character] of characters.entries()) {
      if (character === ' ') continue
      grams.add(character)
      const next = characters[at + 1]
      if (next !== undefined && next !== ' ') grams.add(character + next)
    }
  }
  return [...grams]
}
