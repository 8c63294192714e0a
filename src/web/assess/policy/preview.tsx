import { Link } from '@tanstack/react-router'
import type { MovedAccount, PolicyPreview } from '../../../contract/policy.ts'
import { sentence } from '../../../language/index.ts'
import { paths } from '../../paths.ts'
import { Standing } from '../../ui/standing.tsx'
import { useReading } from '../../ui/reading.ts'

/** Accounts whose standing changes: before and after, rank, and what the rules say of each. */
export function Changes({ rows }: { readonly rows: readonly MovedAccount[] }) {
  const { t, locale } = useReading()
  return (
    <table className="moves">
      <thead>
        <tr>
          <th scope="col">{t('policy.col-account')}</th>
          <th scope="col">{t('policy.col-standing')}</th>
          <th scope="col" className="number">
            {t('policy.col-rank')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to={paths.account} params={{ id: row.id }} search={{}} className="moves-name">
                {row.name}
              </Link>
              <span className="moves-sub">{row.marketName}</span>
            </th>
            <td>
              <span className="moves-standing">
                {row.before.standing === row.after.standing ? null : (
                  <>
                    <Standing of={row.before.standing} />
                    <Arrow />
                  </>
                )}
                <Standing of={row.after.standing} />
              </span>
              <span className="moves-sub">
                {row.byYardstick
                  ? t('policy.by-yardstick')
                  : row.reasons
                      .slice(0, 2)
                      .map((reason) => sentence(locale, reason))
                      .join(t('policy.reasons-join'))}
              </span>
            </td>
            <td className="number moves-rank">
              {row.before.rank === row.after.rank ? (
                <span>{row.after.rank ?? t('app.missing')}</span>
              ) : (
                <span>
                  {row.before.rank ?? t('app.missing')}
                  <Arrow />
                  <strong>{row.after.rank ?? t('app.missing')}</strong>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many places and key accounts each market has, before and after. */
export function ByMarket({ markets }: { readonly markets: PolicyPreview['markets'] }) {
  const { t } = useReading()
  return (
    <table className="moves by-market">
      <thead>
        <tr>
          <th scope="col">{t('policy.col-market')}</th>
          <th scope="col" className="number">
            {t('policy.col-k')}
          </th>
          <th scope="col" className="number">
            {t('policy.col-key')}
          </th>
          <th scope="col" className="number">
            {t('policy.col-changed')}
          </th>
          <th scope="col" className="number">
            {t('policy.col-moved')}
          </th>
        </tr>
      </thead>
      <tbody>
        {markets.map((market) => (
          <tr key={market.code}>
            <th scope="row">
              <Link to={paths.accounts} search={{ node: market.code }} className="moves-name">
                {market.name}
              </Link>
            </th>
            <td className="number">
              <FromTo {...market.k} />
            </td>
            <td className="number">
              <FromTo {...market.key} />
            </td>
            <td className="number">{market.changed}</td>
            <td className="number">{market.moved}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FromTo({ before, after }: { readonly before: number; readonly after: number }) {
  return before === after ? (
    <span>{after}</span>
  ) : (
    <span>
      {before}
      <Arrow />
      <strong>{after}</strong>
    </span>
  )
}

export function Arrow() {
  const { t } = useReading()
  return (
    <span className="becomes">
      <svg width="14" height="8" viewBox="0 0 14 8" aria-hidden="true">
        <path d="M0 4h12M9 1l3 3-3 3" fill="none" stroke="currentColor" strokeWidth="1.2" />
      </svg>
      <span className="visually-hidden">{t('policy.arrow')}</span>
    </span>
  )
}
