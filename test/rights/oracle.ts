/**
 * Who may do what, said once more in words of its own, slowly and obviously, from the table of roles in the documentation. It shares no
 * code with the product: where the two differ, one of them is wrong.
 */
/** `deputy` is a role of the company's own: all but costs, and what would show them. */
export type Role = 'admin' | 'hq' | 'finance' | 'regional_manager' | 'rep' | 'read_only' | 'deputy'

/** Each right with those who have it. */
const who = {
  'ranking.read': 'admin hq finance regional_manager rep read_only deputy',
  'account.read': 'admin hq finance regional_manager rep read_only deputy',
  'policy.read': 'admin hq finance regional_manager rep read_only deputy',
  'contribution.read': 'admin hq finance regional_manager',
  'account.override': 'admin hq regional_manager deputy',
  'account.merge': 'admin hq regional_manager deputy',
  'account.change': 'admin hq regional_manager deputy',
  'account.note': 'admin hq regional_manager rep deputy',
  'market.change': 'admin hq deputy',
  'product.change': 'admin hq deputy',
  'policy.change': 'admin hq deputy',
  'import.run': 'admin hq finance regional_manager',
  'import.undo': 'admin hq regional_manager',
  'export.run': 'admin hq finance regional_manager deputy',
  'people.read': 'admin hq regional_manager deputy',
  'people.change': 'admin',
  'company.change': 'admin',
  'audit.read': 'admin hq finance',
  'prospect.read': 'admin hq finance regional_manager rep read_only deputy',
  'prospect.change': 'admin hq regional_manager rep deputy',
  'trade_policy.read': 'admin hq finance regional_manager rep read_only',
  'trade_policy.change': 'admin hq',
  'claim.change': 'admin hq regional_manager rep',
  'claim.approve': 'admin hq finance regional_manager',
  'settlement.run': 'admin finance',
  'visit.read': 'admin hq finance regional_manager rep read_only deputy',
  'visit.change': 'admin hq regional_manager rep deputy',
  'agreement.read': 'admin hq finance regional_manager rep read_only',
  'agreement.change': 'admin hq regional_manager rep',
  'agreement.approve': 'admin hq finance regional_manager',
} as const
export type Right = keyof typeof who

/** Who stands in for a colleague gets all of theirs but these. */
const notLent: ReadonlySet<string> = new Set(['people.change', 'company.change'])

/** Each place with the one above it. */
export const above = {
  hq: null,
  north: 'hq',
  south: 'hq',
  northoffice: 'north',
  own: 'northoffice',
  sibling: 'northoffice',
  near: 'north',
  far: 'south',
  void: 'hq',
  shut: 'south',
} as const
export type Place = keyof typeof above
export const places = Object.keys(above) as Place[]
export const markets = ['own', 'sibling', 'near', 'far', 'shut'] as const satisfies Place[]

export type Held = { readonly role: Role; readonly place: Place; readonly lent?: true }
/** What somebody holds today; `stranger`: the system does not let them in at all. */
export type Persona = { readonly key: string; readonly held: readonly Held[]; readonly stranger?: true }

export function isBeneath(place: Place, top: Place): boolean {
  for (let at: Place | null = place; at !== null; at = above[at]) if (at === top) return true
  return false
}

function gives(held: Held, right: Right): boolean {
  return who[right].split(' ').includes(held.role) && !(held.lent && notLent.has(right))
}

/** The right holds at this very place, or anywhere above it. */
export function holds({ held }: Persona, right: Right, place: Place): boolean {
  return held.some((one) => gives(one, right) && isBeneath(place, one.place))
}

/** The right holds for the whole company, markets to come included. */
export function holdsAll(persona: Persona, right: Right): boolean {
  return holds(persona, right, 'hq')
}

/** The right holds somewhere where there is a market. */
export function holdsSomewhere(persona: Persona, right: Right): boolean {
  return markets.some((market) => holds(persona, right, market))
}

function marketsOf(place: Place): readonly Place[] {
  return markets.filter((market) => isBeneath(market, place))
}

/** The right holds in a part of this place at least. */
export function reaches(persona: Persona, right: Right, place: Place): boolean {
  return holdsAll(persona, right) || marketsOf(place).some((market) => holds(persona, right, market))
}

/** The right holds in every market of this place, and there is one. */
export function holdsThroughout(persona: Persona, right: Right, place: Place): boolean {
  const beneath = marketsOf(place)
  return (
    holdsAll(persona, right) ||
    (place !== 'hq' && beneath.length > 0 && beneath.every((market) => holds(persona, right, market)))
  )
}

const allRights = Object.keys(who) as Right[]

/** Whoever sees a market sees the way up from it; whoever sees everything, also places that are empty. */
export function seesPlace(persona: Persona, place: Place): boolean {
  return allRights.some((right) => reaches(persona, right, place))
}

/** People are seen by whoever reads people in every place where they have a role. */
export function seesPerson(persona: Persona, of: Persona): boolean {
  if (holdsAll(persona, 'people.read')) return true
  const own = of.held.filter(({ lent }) => !lent)
  return own.length > 0 && own.every(({ place }) => holdsThroughout(persona, 'people.read', place))
}
