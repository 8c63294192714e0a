import { makeDealers, makeOutlets, type Dealer, type Outlet } from './dealers.ts'
import { groundOf, type Ground } from './ground.ts'
import { makeSkus, type DemoSku } from './products.ts'
import type { DemoShape } from './shape.ts'
import { makeTerritory, type Territory } from './territory.ts'
import { makeWholesalers, type Wholesaler } from './wholesalers.ts'

/** Everything of the demo company but its dealings: a pure function of the shape. */
export type World = {
  readonly shape: DemoShape
  readonly ground: Ground
  readonly territory: Territory
  readonly skus: readonly DemoSku[]
  readonly wholesalers: readonly Wholesaler[]
  readonly dealers: readonly Dealer[]
  readonly outlets: readonly Outlet[]
}

export function makeWorld(shape: DemoShape): World {
  const ground = groundOf(shape)
  const territory = makeTerritory(shape)
  const skus = makeSkus()
  const wholesalers = makeWholesalers(shape, territory.markets, skus)
  const dealers = makeDealers(shape, ground, wholesalers)
  return {
    shape,
    ground,
    territory,
    skus,
    wholesalers,
    dealers,
    outlets: makeOutlets(shape, wholesalers, dealers),
  }
}
