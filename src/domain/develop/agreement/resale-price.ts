/**
 * Words that fix at what price the wholesaler resells, or its minimum. Anti-Monopoly Law of China (2022), article 18, prohibits both
 * unless one proves that competition does not suffer, which nobody does at a wholesaler’s desk; recommending a price is left alone. It looks at words and is no lawyer: what it does not find is not therefore allowed.
 */
const fixing: readonly RegExp[] = [
  /(?:最低|固定|统一|限定)(?:的)?(?:转售|零售|批发|出货|销售|终端)?(?:价格?|售价|零售价|批发价|出货价|终端价)/u,
  /(?:转售|零售|批发|出货|终端|售|卖)价格?(?:一律|均|都|绝)?(?:不得|不能|不可|不准|禁止)(?:低于|下调|降价)/u,
  /(?:不得|不能|不可|不准|禁止)(?:以)?低(?:于|价)[^，。；\n]{0,20}(?:转售|销售|出售|出货|卖)/u,
  /\b(?:minimum|fixed|lowest)\s+(?:resale|retail|selling|sales)\s+price/iu,
  /\b(?:(?:shall|must|may|will)\s+not|cannot|can’t)\s+(?:re)?sell\b[^.;\n]{0,40}\b(?:below|under|less\s+than)\b/iu,
  /\bresale\s+price\s+maintenance\b/iu,
]

/** The first words of a free text that fix a resale price; null: none was found. Spaces between Chinese characters hide nothing. */
export function resalePriceIn(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  for (const one of fixing) {
    const found = one.exec(plain)
    if (found) return found[0]
  }
  return null
}
