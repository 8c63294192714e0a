/** The brewery's 40 SKUs: six brands, each in the packs that it is sold in. Money in fen a case, without VAT. */
export const grades = ['economy', 'main', 'middle', 'premium'] as const
export type Grade = (typeof grades)[number]

export type DemoSku = {
  readonly code: string
  readonly name: string
  readonly brand: string
  readonly category: string
  readonly grade: Grade
  readonly packUnits: number
  readonly unitMl: number
  readonly litres: number
  /** Ex-factory list price, what the wholesaler asks of a sub-distributor, and the sub-distributor of an outlet, by year. */
  readonly listMinor: readonly number[]
  readonly subMinor: readonly number[]
  readonly outletMinor: readonly number[]
  readonly costMinor: readonly number[]
  readonly exciseMinor: readonly number[]
}

type Pack = { readonly units: number; readonly ml: number; readonly name: string; readonly dear: number }
const bottle600: Pack = { units: 12, ml: 600, name: '600ml×12瓶', dear: 0.96 }
const bottle500: Pack = { units: 12, ml: 500, name: '500ml×12瓶', dear: 1 }
const bottle460: Pack = { units: 12, ml: 460, name: '460ml×12瓶', dear: 1.06 }
const bottle330: Pack = { units: 24, ml: 330, name: '330ml×24瓶', dear: 1.12 }
const can500: Pack = { units: 12, ml: 500, name: '500ml×12听', dear: 1.06 }
const can330: Pack = { units: 24, ml: 330, name: '330ml×24听', dear: 1.1 }
const can330six: Pack = { units: 6, ml: 330, name: '330ml×6听', dear: 1.18 }
const litre: Pack = { units: 6, ml: 1000, name: '1L×6罐', dear: 1.1 }
const keg: Pack = { units: 1, ml: 20_000, name: '20L桶', dear: 0.92 }

type Brand = {
  readonly code: string
  readonly name: string
  readonly grade: Grade
  /** Yuan a kilolitre, ex factory, and what it costs to make. */
  readonly price: number
  readonly cost: number
  readonly packs: readonly Pack[]
}

const brands: readonly Brand[] = [
  {
    code: 'BL',
    name: '白鹭',
    grade: 'economy',
    price: 2550,
    cost: 1690,
    packs: [bottle600, bottle500, can500, can330, bottle330, keg],
  },
  {
    code: 'LJ',
    name: '澜江',
    grade: 'main',
    price: 3380,
    cost: 1900,
    packs: [bottle600, bottle500, bottle460, bottle330, can500, can330, can330six, keg],
  },
  {
    code: 'LQ',
    name: '澜江清爽',
    grade: 'main',
    price: 3120,
    cost: 1840,
    packs: [bottle600, bottle500, can500, can330, can330six],
  },
  {
    code: 'LC',
    name: '澜江纯生',
    grade: 'middle',
    price: 4850,
    cost: 2250,
    packs: [bottle500, bottle460, bottle330, can500, can330, can330six, keg],
  },
  {
    code: 'LY',
    name: '澜江原浆',
    grade: 'premium',
    price: 7600,
    cost: 3050,
    packs: [bottle460, bottle330, can500, can330, litre, can330six, keg],
  },
  {
    code: 'YS',
    name: '云上精酿',
    grade: 'premium',
    price: 10_400,
    cost: 3900,
    packs: [bottle330, can330, can330six, litre, can500, keg, bottle460],
  },
]

/** Litres of a tonne of beer in the excise tables. */
const LITRES_PER_TONNE = 988
/** Yuan of excise a tonne from an ex-factory price of 3,000 yuan a tonne on, and below. */
const [HIGH, LOW] = [250, 220]
const YEARS = 4

function years(of: (year: number) => number): readonly number[] {
  return Array.from({ length: YEARS }, (_, year) => Math.round(of(year)))
}

/** Prices rise by 3 % a year, costs by 2 %. `year` 0 is the first of the history. */
export function makeSkus(): readonly DemoSku[] {
  return brands.flatMap((brand) =>
    brand.packs.map((pack, i): DemoSku => {
      const litres = (pack.units * pack.ml) / 1000
      const list = (year: number) => (brand.price * pack.dear * litres * 1.03 ** year) / 10
      const cost = (year: number) => (brand.cost * (0.7 + 0.3 * pack.dear) * litres * 1.02 ** year) / 10
      const aTonne = (year: number) => (list(year) / 100 / litres) * LITRES_PER_TONNE
      return {
        code: `${brand.code}${String(i + 1).padStart(2, '0')}`,
        name: `${brand.name}${pack.name}`,
        brand: brand.name,
        category: '啤酒',
        grade: brand.grade,
        packUnits: pack.units,
        unitMl: pack.ml,
        litres,
        listMinor: years(list),
        subMinor: years((year) => list(year) * 1.09),
        outletMinor: years((year) => list(year) * 1.2),
        costMinor: years(cost),
        exciseMinor: years((year) => ((aTonne(year) >= 3000 ? HIGH : LOW) * litres * 100) / LITRES_PER_TONNE),
      }
    }),
  )
}
