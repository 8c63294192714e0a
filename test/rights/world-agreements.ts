import { anAgreement } from '../make/agreements.ts'
import { mark } from './judge.ts'
import type { Place } from './oracle.ts'

/** A draft of an agreement with a wholesaler of this market. */
export type AgreementTarget = {
  readonly key: string
  readonly place: Place
  readonly id: string
  readonly market: string
}

type Asked = <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>
type Account = {
  readonly place: Place
  readonly wholesaler: boolean
  readonly id: string
  readonly formerly?: Place
}

export async function growAgreements(
  asked: Asked,
  nodes: ReadonlyMap<Place, string>,
  accounts: readonly Account[],
): Promise<readonly AgreementTarget[]> {
  const agreements: AgreementTarget[] = []
  for (const place of ['own', 'sibling', 'near', 'far'] as const) {
    const account = accounts.find((one) => one.place === place && one.wholesaler && !one.formerly)
    const market = nodes.get(place) ?? ''
    if (!account) throw new Error(place)
    const draft = anAgreement([market], { otherWords: mark('ag', place, 'words') })
    const wish = { with: { kind: 'account', id: account.id }, draft }
    agreements.push({ key: place, place, market, id: (await asked('POST', '/api/agreements', wish)).id })
  }
  return agreements
}
