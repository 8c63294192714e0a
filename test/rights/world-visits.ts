import { mark } from './judge.ts'
import type { Place } from './oracle.ts'

/** A visit that is planned at an account of this market. */
export type VisitTarget = {
  readonly key: string
  readonly place: Place
  readonly id: string
  readonly words: string
}

type Asked = <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>
type Account = { readonly place: Place; readonly id: string; readonly formerly?: Place }

/** Fixed dates and a planned visit in each market that trades. */
export async function growVisits(
  asked: Asked,
  accounts: readonly Account[],
): Promise<readonly VisitTarget[]> {
  const visits: VisitTarget[] = []
  for (const place of ['own', 'sibling', 'near', 'far'] as const) {
    const account = accounts.find((one) => one.place === place && !one.formerly)
    if (!account) continue
    const at = `/api/accounts/${account.id}`
    await asked('PUT', `${at}/cadence`, { everyDays: 14, weekdays: [1, 2, 3, 4, 5] })
    const words = mark('vw', place, 'x')
    const plan = { state: 'planned', day: '2026-01-08', aim: 'care', words }
    visits.push({ key: place, place, words, id: (await asked('POST', `${at}/visits`, plan)).id })
  }
  return visits
}
