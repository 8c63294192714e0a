import type { SameAs } from '../message.ts'
import type { chain as zh } from '../zh/chain.ts'

/** Markets, accounts, products and movements. */
export const chain: SameAs<typeof zh> = {
  'node.hq': 'Head office',
  'node.region': 'Region',
  'node.office': 'Office',
  'node.unassigned': 'Unassigned',
  'node.market': 'Market',
  'tier.wholesaler': 'Wholesaler',
  'tier.sub_distributor': 'Sub-distributor',
  'tier.outlet': 'Outlet',
}
