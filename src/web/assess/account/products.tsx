import { useState } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { columnDigits, fixed, inUnit, percent } from '../../ui/figures.ts'
import { moneyWord, unitWord, useReading } from '../../ui/reading.ts'
import './products.css'

/** Parts of the bar that have a name of their own; the rest is counted. */
const NAMED = 4
const fills = ['var(--value-5)', 'var(--value-4)', 'var(--value-3)', 'var(--value-2)', 'var(--value-1)']

/** What it buys: one bar, its parts labelled with share and contribution a tonne; the whole list one step away. */
export function Products({
  profile,
  onWhy,
}: {
  readonly profile: AccountProfile
  readonly onWhy: (key: string) => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  const [all, setAll] = useState(false)
  const title = t('products.title')
  const sold = profile.products.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share)
  const rest = sold.slice(NAMED)
  // The server sends the largest; what it did not send is in the rest, and nobody has counted it.
  const sent = sold.reduce((sum, { share }) => sum + share, 0)
  const whole = sent > 0.995
  const left = Math.max(0, 1 - sold.slice(0, NAMED).reduce((sum, { share }) => sum + share, 0))
  const parts = [
    ...sold.slice(0, NAMED).map(({ sku, name, share, contributionPerTonne }) => ({
      key: sku,
      name,
      share,
      figures: [
        `${percent(locale, share, 0)}%`,
        ...(contributionPerTonne === null ? [] : [fixed(locale, contributionPerTonne, 0)]),
      ],
    })),
    ...(rest.length > 0
      ? [
          {
            key: 'rest',
            name: whole ? t('products.others', { n: rest.length }) : t('products.rest'),
            share: left,
            figures: [`${percent(locale, left, 0)}%`],
          },
        ]
      : []),
  ]
  return (
    <Section
      title={title}
      note={
        <>
          {t('products.note', { money: moneyWord(reading) })}{' '}
          <WhyButton of={title} onOpen={() => onWhy('products')} />
        </>
      }
    >
      <ul className="mix">
        {parts.map((part, i) => (
          <li
            key={part.key}
            style={{ flexGrow: part.share }}
            title={[part.name, ...part.figures].join(' · ')}
          >
            <i aria-hidden="true" style={{ background: fills[i] }} />
            <span>{part.name}</span>
            <strong>
              {part.figures[0]}
              <small>{part.figures.slice(1).map((figure) => `· ${figure}`)}</small>
            </strong>
          </li>
        ))}
      </ul>
      {all ? <AllProducts profile={profile} products={sold} /> : null}
      {sold.length > 1 ? (
        <button type="button" className="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('rhythm.less') : t(whole ? 'products.all' : 'products.top', { n: sold.length })}
        </button>
      ) : null}
    </Section>
  )
}

function AllProducts({
  profile,
  products,
}: {
  readonly profile: AccountProfile
  readonly products: AccountProfile['products']
}) {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const whole = { litres: profile.account.tonnageLitres, cases: profile.account.cases }
  const digits = columnDigits(products.map(({ litres }) => inUnit(unit, litres, whole)))
  const sees = may('contribution.read')
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('products.sku')}</th>
          <th scope="col" className="number">
            {unitWord(reading)}
          </th>
          <th scope="col" className="number">
            {t('products.share')}
          </th>
          {sees ? (
            <th scope="col" className="number">
              {t('col.per-tonne', { money: moneyWord(reading) })}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <tr key={product.sku}>
            <th scope="row" title={product.sku}>
              {product.name}
            </th>
            <td className="number">{fixed(locale, inUnit(unit, product.litres, whole), digits)}</td>
            <td className="number">{percent(locale, product.share)}</td>
            {sees ? <td className="number">{fixed(locale, product.contributionPerTonne, 0)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
