/** What names money in a header or a cell, and whose currencies may be called so: 元 is China's and its neighbours', $ many countries'. */
const words: readonly (readonly [RegExp, readonly string[]])[] = [
  [/美元|美金|\busd\b|us\$/i, ['USD']],
  [/欧元|€|\beur(?:os?)?\b/i, ['EUR']],
  [/英镑|£|\bgbp\b/i, ['GBP']],
  [/港[元币]|\bhkd\b|hk\$/i, ['HKD']],
  [/日[元币圆]|\bjpy\b/i, ['JPY']],
  [/人民币|\brmb\b|\bcny\b/i, ['CNY']],
  [/\byuan\b/i, ['CNY']],
  [/元|圆/, ['CNY', 'TWD', 'HKD', 'MOP', 'SGD']],
  [/[¥￥]/, ['CNY', 'JPY']],
  [/\$|\bdollars?\b/i, ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN', 'BRL']],
]

/** The word of a text for another currency than the company's (ISO 4217), or null where it names none or fits. The first that is named counts. */
export function otherCurrency(text: string, currency: string): string | null {
  for (const [word, codes] of words) {
    const found = word.exec(text)?.[0]
    if (found !== undefined) return codes.includes(currency) ? null : found
  }
  return null
}
