import { chanceOf } from './chance.ts'
import { COMPANY, FreshNames, countyName, prefectureNames, regionNames } from './names.ts'
import type { DemoShape } from './shape.ts'

export type DemoNode = {
  readonly code: string
  readonly name: string
  readonly kind: 'hq' | 'region' | 'office' | 'market'
  readonly parent: string | null
}

export type DemoMarket = {
  readonly index: number
  readonly code: string
  readonly name: string
  /** The name as firms use it. */
  readonly place: string
  readonly city: string
  readonly office: string
  readonly region: string
  readonly urban: boolean
  /** Kilolitres of ours a year, and of the whole category. */
  readonly kilolitres: number
  readonly category: number
  readonly latitude: number
  readonly longitude: number
}

export type Territory = { readonly nodes: readonly DemoNode[]; readonly markets: readonly DemoMarket[] }

/** HQ → regions → one office a prefecture → markets: the city first, then its counties. */
export function makeTerritory(shape: DemoShape): Territory {
  const nodes: DemoNode[] = [{ code: 'HQ', name: COMPANY, kind: 'hq', parent: null }]
  const markets: DemoMarket[] = []
  const names = new FreshNames()
  for (let r = 0; r < shape.regions; r += 1)
    nodes.push({ code: `R${r + 1}`, name: regionNames[r] ?? `${r + 1}`, kind: 'region', parent: 'HQ' })
  for (let p = 0; p < shape.prefectures; p += 1) {
    const region = `R${Math.floor((p * shape.regions) / shape.prefectures) + 1}`
    const city = prefectureNames[p] ?? `${p + 1}`
    const office = `O${String(p + 1).padStart(2, '0')}`
    nodes.push({ code: office, name: `${city}办事处`, kind: 'office', parent: region })
    const upTo = Math.floor(((p + 1) * shape.markets) / shape.prefectures)
    for (let i = 0; markets.length < upTo; i += 1) {
      const market = makeMarket(shape, markets.length, { city, office, region, urban: i === 0 }, names)
      markets.push(market)
      nodes.push({ code: market.code, name: market.name, kind: 'market', parent: office })
    }
  }
  return { nodes, markets }
}

function makeMarket(
  shape: DemoShape,
  index: number,
  where: Pick<DemoMarket, 'city' | 'office' | 'region' | 'urban'>,
  names: FreshNames,
): DemoMarket {
  const chance = chanceOf(shape.seed, `market ${index}`)
  const name = where.urban ? `${where.city}城区` : names.make(chance, () => countyName(chance))
  const kilolitres = where.urban ? chance.around(5200, 0.3) : chance.around(1700, 0.4)
  const prefecture = Number(where.office.slice(1)) - 1
  return {
    ...where,
    index,
    code: `M${String(index + 1).padStart(2, '0')}`,
    name,
    place: where.urban ? where.city : name.slice(0, -1),
    kilolitres,
    category: kilolitres / chance.between(0.28, 0.55),
    latitude: 27 + (prefecture % 4) * 0.9 + chance.between(-0.3, 0.3),
    longitude: 111 + Math.floor(prefecture / 4) * 1.1 + chance.between(-0.35, 0.35),
  }
}
