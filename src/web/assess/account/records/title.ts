const LONGEST = 18

/** What a record is called in a line: its name, else the beginning of its words. */
export function titleOf({ name, words }: { readonly name: string; readonly words: string }): string {
  const said = name.trim() === '' ? words.trim() : name.trim()
  const signs = [...said]
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : said
}
