import { LITRES_PER_TONNE } from '../../../domain/volume.ts'

export type Measure = 'cases' | 'units' | 'litres'

/** A word of quantity: what it counts and how much of it. Litres for volumes; a tonne of beer is 988 L (methods.md §1). */
export type Unit = { readonly measure: Measure; readonly factor: number; readonly word: string }

const GALLON = 3.785_411_784

const table: readonly (readonly [Measure, number, string])[] = [
  ['cases', 1, '箱 件 标箱 标件 整箱 整件 case cases cs ctn ctns carton cartons box boxes'],
  ['cases', 1000, '千箱 千件'],
  ['cases', 10_000, '万箱 万件'],
  [
    'units',
    1,
    '瓶 听 罐 支 个 只 桶 袋 包 盒 瓶/听 pcs pc ea each bottle bottles btl btls can cans unit units piece pieces keg kegs',
  ],
  ['units', 12, '打 dozen dz'],
  ['units', 10_000, '万瓶 万听 万罐 万支'],
  ['litres', 1, '升 公升 l liter liters litre litres ltr ltrs lt'],
  ['litres', 1000, '千升 kl kiloliter kiloliters kilolitre kilolitres 立方米 m3 立方'],
  ['litres', 100, '百升 hl hectoliter hectoliters hectolitre hectolitres'],
  ['litres', 10_000, '万升'],
  ['litres', 1_000_000, '万千升'],
  ['litres', 0.001, '毫升 ml cc milliliter milliliters millilitre millilitres'],
  ['litres', 0.01, 'cl'],
  ['litres', LITRES_PER_TONNE, '吨 t ton tons tonne tonnes mt'],
  ['litres', LITRES_PER_TONNE * 10_000, '万吨'],
  ['litres', LITRES_PER_TONNE / 1000, 'kg kgs 公斤 千克'],
  ['litres', LITRES_PER_TONNE / 2000, '斤'],
  ['litres', GALLON, 'gal gallon gallons'],
]

const units = new Map<string, Unit>()
for (const [measure, factor, words] of table)
  for (const word of words.split(' ')) units.set(word, { measure, factor, word })

export function unitNamed(word: string): Unit | undefined {
  return units.get(
    word
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/[.。]$/, ''),
  )
}

/** A unit as a person names it: any word of quantity, or so many of one (6瓶: a six-pack). */
export function unitSaid(text: string): Unit | undefined {
  const many = /^(\d{1,4})\s*(\D+)$/.exec(text.normalize('NFKC').trim())
  const unit = unitNamed(many?.[2] ?? text)
  return unit && many ? { ...unit, factor: unit.factor * Number(many[1]), word: text } : unit
}

const money = new Map<string, number>()
for (const [factor, words] of [
  [1, '元 圆 块 人民币 元人民币 人民币元 rmb cny yuan ¥ $ € £ usd eur gbp dollar dollars euro euros us$ hkd'],
  [0.1, '角'],
  [0.01, '分 cents cent'],
  [100, '百元'],
  [
    1000,
    "千元 千 k k元 000 '000 000s '000s thousand thousands $000 rmb'000 cny'000 usd'000 rmb000 k$ $k 仟元",
  ],
  [10_000, '万元 万 万人民币 人民币万元 w 萬元 wan'],
  [1_000_000, '百万元 百万 million millions mn mm rmbm m元'],
  [100_000_000, '亿元 亿'],
] as const)
  for (const word of words.split(' ')) money.set(word, factor)

/** How many units of the currency a word of money stands for: 万元 → 10,000. */
export function moneyNamed(word: string): number | undefined {
  return money.get(word.normalize('NFKC').trim().toLowerCase())
}

const SPEC_ML = /(\d+(?:[.,]\d+)?)\s*(ml|毫升|cl|l|升|公升)(?![a-z])/i
const SPEC_PACK =
  /[*×xX✕·/]\s*(\d{1,3})(?!\d|\s*(?:ml|毫升|cl|l|升))\s*(?:瓶|听|罐|支|入|装|只|个|btl|cans?|pcs?)?/i
const SPEC_PACK_FIRST =
  /(?:^|[^\d.])(\d{1,3})\s*(?:瓶|听|罐|支|入|只|个|btls?|bottles|cans)?\s*[*×xX✕/]\s*\d+(?:[.,]\d+)?\s*(?:ml|毫升|cl|l|升)/i
const SPEC_PACK_WORD = /(\d{1,3})\s*(?:瓶|听|罐|支|入|只|个)(?:装|\/箱|\/件|一箱)?/

/** A pack as people write it: 500ml*12, 12×600ml, 330毫升/24听, 1.5L*6, 500ML×12瓶/箱. Millilitres of one unit, units a case. */
export function specOf(text: string): { unitMl?: number; packUnits?: number } | null {
  const spec = text.normalize('NFKC')
  const content = SPEC_ML.exec(spec)
  if (!content) return bareSpec(spec.trim())
  const word = (content[2] ?? '').toLowerCase()
  const factor = word === 'ml' || word === '毫升' ? 1 : word === 'cl' ? 10 : 1000
  const unitMl = Math.round(Number((content[1] ?? '').replace(',', '.')) * factor * 1000) / 1000
  const without = spec.slice(0, content.index) + '\u0000' + spec.slice(content.index + content[0].length)
  const pack = SPEC_PACK_FIRST.exec(spec) ?? SPEC_PACK.exec(without) ?? SPEC_PACK_WORD.exec(without)
  const more = pack
    ? /^\s*[*×xX✕]\s*(\d{1,2})(?!\d)/.exec(without.slice(without.indexOf(pack[0]) + pack[0].length))
    : null
  const packUnits = pack ? Number(pack[1]) * (more ? Number(more[1]) : 1) : 0
  if (!(unitMl > 0) || unitMl > 200_000) return null
  // A keg is its own case.
  const keg = unitMl >= 5000 && /桶|keg/i.test(spec)
  return { unitMl, ...(packUnits > 0 ? { packUnits } : keg ? { packUnits: 1 } : {}) }
}

/** 500*12 (millilitres by their size), 1*12, 12瓶/箱, 24听装: packs without a word for the content. */
function bareSpec(spec: string): { unitMl?: number; packUnits?: number } | null {
  const pair = /^(\d{1,4})\s*[*×xX✕]\s*(\d{1,3})$/.exec(spec)
  if (pair) {
    const [first, second] = [Number(pair[1]), Number(pair[2])]
    if (first >= 100 && first <= 5000 && second >= 1) return { unitMl: first, packUnits: second }
    return first === 1 && second > 1 ? { packUnits: second } : null
  }
  const pack = /^(\d{1,3})\s*(?:瓶|听|罐|支|入|btls?|bottles|cans)\s*(?:装|[/每]\s*(?:箱|件|case))$/i.exec(
    spec,
  )
  return pack ? { packUnits: Number(pack[1]) } : null
}
