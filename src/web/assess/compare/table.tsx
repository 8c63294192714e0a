import { Link } from '@tanstack/react-router'
import type { AccountProfile } from '../../../contract/assess.ts'
import { sentence } from '../../../language/index.ts'
import { paths, type PlaceAndDay } from '../../paths.ts'
import { Standing } from '../../ui/standing.tsx'
import { Bars } from '../parts/bars.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { useReading } from '../../ui/reading.ts'
import { bestOf, compareGroups, isSame, type CompareRow } from './rows.ts'

/** Accounts are columns, figures are rows: what is compared stands on one line. */
export function CompareTable({
  profiles,
  only,
  place,
  onWhy,
  onRemove,
}: {
  readonly profiles: readonly AccountProfile[]
  /** Leave out what is the same for all. */
  readonly only: boolean
  readonly place: PlaceAndDay
  readonly onWhy: (account: string, key: string) => void
  readonly onRemove: (account: string) => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  const accounts = profiles.map(({ account }) => account)
  const groups = compareGroups(reading, accounts)
  const same = groups.flatMap(({ rows }) => rows.filter((row) => isSame(row, accounts)))
  const hidden = only ? same : []
  return (
    <div className="compare-frame">
      <table className="compare" aria-label={t('compare.table')}>
        <colgroup>
          <col className="compare-names" />
          {accounts.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('compare.title')}</span>
            </th>
            {accounts.map((account) => (
              <th key={account.id} scope="col">
                <Link className="name" to={paths.account} params={{ id: account.id }} search={place}>
                  {account.name}
                </Link>
                <span className="sub">{account.account}</span>
                {accounts.length > 2 ? (
                  <button
                    type="button"
                    className="link compare-remove"
                    aria-label={t('compare.remove-one', { name: account.name })}
                    onClick={() => onRemove(account.id)}
                  >
                    {t('compare.remove')}
                  </button>
                ) : null}
              </th>
            ))}
          </tr>
          <tr className="compare-pictures">
            <th scope="row">{t('col.standing')}</th>
            {profiles.map(({ account, policy }) => (
              <td key={account.id}>
                <Standing of={account.standing} />
                <span className="compare-drawn">
                  <Bars parts={account.parts} means={NO_MEANS} weights={policy.weights} width={148} />
                  <Sparkline months={account.months} width={120} height={30} />
                </span>
              </td>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, rows }) => {
          const shown = rows.filter((row) => !hidden.includes(row))
          if (shown.length === 0) return null
          return (
            <tbody key={key}>
              <tr className="compare-group">
                <th colSpan={accounts.length + 1} scope="rowgroup">
                  {t(`compare.group-${key}`)}
                </th>
              </tr>
              {shown.map((row) => (
                <Line key={row.key} row={row} accounts={accounts} onWhy={onWhy} />
              ))}
            </tbody>
          )
        })}
        <tbody>
          <tr className="compare-group">
            <th colSpan={accounts.length + 1} scope="rowgroup">
              {t('compare.reasons')}
            </th>
          </tr>
          <tr className="compare-reasons">
            <th scope="row">
              <span className="visually-hidden">{t('compare.reasons')}</span>
            </th>
            {accounts.map((account) => (
              <td key={account.id}>
                <ul>
                  {account.reasons.map((reason) => (
                    <li key={reason.code}>{sentence(locale, reason)}</li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {hidden.length > 0 ? <p className="quiet">{t('compare.hidden', { n: hidden.length })}</p> : null}
    </div>
  )
}

/** Accounts of different markets have no mean in common. */
const NO_MEANS = { volume: null, profit: null, strength: null, potential: null }

function Line({
  row,
  accounts,
  onWhy,
}: {
  readonly row: CompareRow
  readonly accounts: readonly AccountProfile['account'][]
  readonly onWhy: (account: string, key: string) => void
}) {
  const { t } = useReading()
  const best = bestOf(row, accounts)
  const { why } = row
  return (
    <tr data-same={isSame(row, accounts) || undefined}>
      <th scope="row">
        {row.name} <span className="quiet">{row.unit}</span>
      </th>
      {accounts.map((account) => {
        const leads = best !== null && row.value(account) === best
        const figure = leads ? <strong>{row.show(account)}</strong> : row.show(account)
        return (
          <td key={account.id} data-best={leads || undefined}>
            {why === null ? (
              figure
            ) : (
              <button
                type="button"
                className="compare-figure"
                aria-label={`${row.show(account)} · ${t('compare.why', { name: account.name, figure: row.name })}`}
                onClick={() => onWhy(account.id, why)}
              >
                {figure}
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
}
