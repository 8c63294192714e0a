const accounts = [
  ['C001', '临江金穗酒业有限公司', 9],
  ['C002', '湖湾鑫源商贸有限公司', 8],
  ['C003', '港口顺达贸易', 7],
  ['C004', '青石宏昌副食', 5],
  ['C005', '湖湾华茂酒水', 4],
  ['C006', '云岭聚丰商行', 3],
  ['C007', '白鹭天合商贸', 2],
  ['C008', '青石老街坊酒业', 1],
] as const
const products = [
  ['P500', '经典500ml*12', 12, 500],
  ['P330', '清爽330ml*24', 24, 330],
] as const

/** Heads of a wholesaler's export as they come: a title line, heads in the second row, a total at the end. */
const heads = '单据日期,单号,客户编码,客户名称,产品编码,产品名称,箱数,每箱瓶数,单瓶毫升,金额（不含税）,成本'

/**
 * Fourteen months of a small company's sales: every account orders twice a month, larger ones more. The last row but one has a
 * date that nobody can read: it must come back.
 */
export function salesFile(): { readonly name: string; readonly text: string; readonly rows: number } {
  const rows: string[] = []
  for (let month = 0; month < 14; month++)
    for (const [code, name, size] of accounts)
      for (const day of ['05', '19']) {
        const [sku, product, pack, ml] = products[(month + size) % 2] ?? products[0]
        const cases = size * 20 + ((month * 7 + size) % 5)
        const date = `${String(2024 + Math.floor((month + 8) / 12))}/${String(((month + 8) % 12) + 1)}/${day}`
        const doc = `X${String(rows.length + 10_001)}`
        rows.push(
          [
            date,
            doc,
            code,
            name,
            sku,
            product,
            cases,
            pack,
            ml,
            (cases * 38).toFixed(2),
            (cases * 26).toFixed(2),
          ].join(','),
        )
      }
  rows.push('二月三十号,X99999,C001,临江金穗酒业有限公司,P500,经典500ml*12,10,12,500,380.00,260.00')
  const text = ['临江分公司销售明细', heads, ...rows, `合计,,,,,,${String(rows.length)},,,,`].join('\n')
  return { name: '销售明细.csv', text: `\uFEFF${text}\n`, rows: rows.length }
}
