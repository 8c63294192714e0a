/**
 * A figure that can be pressed is a box, and a line may break after a box; a word joiner keeps the punctuation that follows
 * it on its line.
 */
export function stick(words: string): string {
  return words.replaceAll(/(<\/\w+>)(?=[，。；、：！？）,.;:!?)%])/g, '$1\u2060')
}
