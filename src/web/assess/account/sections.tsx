import type { ReactNode } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { usePhone } from '../../ui/viewport.ts'
import { useReading } from '../../ui/reading.ts'
import { toTheRight } from './columns.ts'
import { History } from './past.tsx'
import { Products } from './products.tsx'
import { Rhythm } from './rhythm.tsx'
import { Trend } from './trend.tsx'
import { Price, Worth } from './worth.tsx'

type Props = { readonly profile: AccountProfile; readonly onWhy: (key: string) => void }
type Part = { readonly key: string; readonly height: number; readonly part: ReactNode }

/** Heights of what a section is made of, px; they only decide which column it goes to. */
const WATERFALL = 230
const CURVE = 275
const HEAD = 60
const ROW = 28

/** Worth and price side by side, and the rest in two columns that end together; on a phone one under another. */
export function Sections({ profile, onWhy }: Props) {
  const phone = usePhone()
  const worth = profile.scoreSteps === null ? null : <Worth profile={profile} onWhy={onWhy} />
  const price = profile.priceSteps === null ? null : <Price profile={profile} onWhy={onWhy} />
  const pair = worth !== null && price !== null
  const parts = [
    ...(pair ? [] : [part('worth', WATERFALL, worth), part('price', WATERFALL, price)]),
    ...restOf(profile, onWhy),
  ].filter((found) => found.part !== null)
  const right = toTheRight(parts.map(({ height }) => height))
  const columns = phone ? [parts] : [parts.filter((_, i) => !right[i]), parts.filter((_, i) => right[i])]
  return (
    <>
      {pair ? (
        <div className="account-pair">
          {worth}
          {price}
        </div>
      ) : null}
      <div className="account-columns" data-under={pair || undefined}>
        {columns
          .filter((column) => column.length > 0)
          .map((column) => (
            <div key={column[0]?.key}>
              {column.map((one) => (
                <div key={one.key}>{one.part}</div>
              ))}
            </div>
          ))}
      </div>
    </>
  )
}

function part(key: string, height: number, of: ReactNode): Part {
  return { key, height, part: of }
}

function rows(count: number, few: number): number {
  return HEAD + ROW * Math.min(count, few)
}

function restOf(profile: AccountProfile, onWhy: Props['onWhy']): readonly Part[] {
  const { orders, history } = profile
  return [
    part('trend', CURVE, hasTrend(profile) ? <Trend profile={profile} onWhy={onWhy} /> : null),
    part(
      'rhythm',
      85 + rows(orders.length, 5),
      orders.length > 0 ? <Rhythm profile={profile} onWhy={onWhy} /> : null,
    ),
    part('products', 145, sells(profile) ? <Products profile={profile} onWhy={onWhy} /> : null),
    part(
      'history',
      rows(history.length, 6) + (history.length > 6 ? 60 : 30),
      history.length > 0 ? <History profile={profile} /> : null,
    ),
  ]
}

function hasTrend(profile: AccountProfile): boolean {
  return profile.trend.filter(({ litres }) => litres !== null && litres !== 0).length >= 2
}

function sells(profile: AccountProfile): boolean {
  return profile.products.some(({ share }) => share > 0)
}

/** Sections that have nothing yet: a line each, with what would fill it. */
export function Missing({ profile }: Pick<Props, 'profile'>) {
  const { t, may } = useReading()
  const sees = may('contribution.read')
  const lines = [
    profile.scoreSteps === null ? t(sees ? 'worth.none' : 'worth.withheld') : '',
    profile.priceSteps === null && sees ? t('price.none') : '',
    hasTrend(profile) ? '' : t('trend.none'),
    profile.orders.length > 0 ? '' : t('rhythm.none'),
    sells(profile) ? '' : t('products.none'),
    profile.history.length > 0 ? '' : t('history.none'),
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <ul className="folded">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
