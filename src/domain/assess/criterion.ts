/** The four bigs of the article (1.1–1.4), in its order: they index weights, parts and means everywhere. */
export const criteria = ['volume', 'profit', 'strength', 'potential'] as const
export type Criterion = (typeof criteria)[number]
export type Four<T> = Readonly<Record<Criterion, T>>

export function four<T>(of: (criterion: Criterion) => T): Four<T> {
  return {
    volume: of('volume'),
    profit: of('profit'),
    strength: of('strength'),
    potential: of('potential'),
  }
}

export const standings = [
  'key_account',
  'on_watch',
  'at_risk',
  'big_disloyal',
  'candidate',
  'regular',
  'dormant',
] as const
export type Standing = (typeof standings)[number]

/** What a list can be narrowed to: a standing, or the dormant ones that were big before they fell silent. */
export const standingFilters = [...standings, 'dormant_big'] as const
export type StandingFilter = (typeof standingFilters)[number]

/** Key accounts in the wide sense: on watch and at risk are key accounts still. */
export const keyStandings: readonly Standing[] = ['key_account', 'at_risk', 'on_watch']

/** A sentence from facts: its words are in `language/`, keyed by the code; the facts fill its holes. */
export type Reason = { readonly code: string; readonly facts: Readonly<Record<string, number | string>> }
