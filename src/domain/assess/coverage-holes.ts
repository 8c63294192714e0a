export type KnownOutlet = {
  readonly address: string | null
  readonly city: string | null
  /** A supply link or a movement in the window. */
  readonly served: boolean
}

export type Area = { readonly name: string; readonly served: number; readonly holes: number }

export type Coverage = {
  readonly outlets: number
  readonly holes: number
  /** Most holes first, then by name; '' is where no address tells. */
  readonly areas: readonly Area[]
}

const CITY = /^(?:\D{2,8}?(?:省|自治区))?(?:\D{1,8}?(?:市(?!场)|自治州|地区|盟))?/u
const DISTRICT = /^\D{1,8}?(?:自治县|新区|开发区|城区|街道|区|县|旗|镇|乡|市(?!场))/u
const STREET = /^\D{1,12}?(?:大道|路|街|巷|村)/u

/** The district that an address names, after its province and city; the city where it names none, '' where nothing is known. */
export function districtOf({ address, city }: Pick<KnownOutlet, 'address' | 'city'>): string {
  const rest = afterCity(address)
  return DISTRICT.exec(rest)?.[0] ?? city?.trim() ?? ''
}

function afterCity(address: string | null): string {
  const text = (address ?? '').trim()
  return text.slice(CITY.exec(text)?.[0].length ?? 0)
}

function streetOf({ address, city }: KnownOutlet): string {
  const rest = afterCity(address)
  const within = rest.slice(DISTRICT.exec(rest)?.[0].length ?? 0)
  return STREET.exec(within)?.[0] ?? city?.trim() ?? ''
}

/**
 * Outlets that nobody serves (article 3.2, 3.3), by the district of their address; by street where all of them lie in one
 * district. Counts add up to the outlets given.
 */
export function coverageOf(outlets: readonly KnownOutlet[]): Coverage {
  const districts = outlets.map(districtOf)
  const one = new Set(districts).size === 1
  const areas = new Map<string, { served: number; holes: number }>()
  for (const [i, outlet] of outlets.entries()) {
    const name = one ? streetOf(outlet) : (districts[i] ?? '')
    const area = areas.get(name) ?? { served: 0, holes: 0 }
    areas.set(name, area)
    if (outlet.served) area.served += 1
    else area.holes += 1
  }
  return {
    outlets: outlets.length,
    holes: outlets.filter((outlet) => !outlet.served).length,
    areas: [...areas]
      .map(([name, counts]) => ({ name, ...counts }))
      .toSorted((a, b) => b.holes - a.holes || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  }
}
