import type { MergePreview } from '../../../../contract/account.ts'
import { Standing } from '../../../ui/standing.tsx'
import { columnDigits, fixed } from '../../../ui/figures.ts'
import { useReading } from '../../../ui/reading.ts'

/** The two accounts and the one that would be left, side by side; then others whose standing would change. */
export function MergePreviewTable({ preview }: { readonly preview: MergePreview }) {
  const { t, locale } = useReading()
  const { account: moved, into: kept, after, others } = preview
  const kilolitres = [moved.litres, kept.litres, after.litres].map((litres) => litres / 1000)
  const digits = columnDigits(kilolitres)
  const sum = (of: 'lines' | 'subDistributors' | 'outlets' | 'records' | 'facts') => {
    const all = [moved[of], kept[of], moved[of] + kept[of]]
    return all.map((value) => fixed(locale, value, 0))
  }
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [
      t('double.litres', { unit: t('unit.kilolitres') }),
      kilolitres.map((value) => fixed(locale, value, digits)),
    ],
    [t('double.rank'), [moved.rank, kept.rank, after.rank].map((rank) => fixed(locale, rank, 0))],
    [t('double.lines'), sum('lines')],
    [t('double.subs'), sum('subDistributors')],
    [t('double.outlets'), sum('outlets')],
    [t('double.records'), sum('records')],
    [t('double.facts'), sum('facts')],
  ]
  const standings = [
    ['moved', moved.standing],
    ['kept', kept.standing],
    ['after', after.standing],
  ] as const
  return (
    <>
      <table className="plain-table doubles-table">
        <thead>
          <tr>
            <th scope="col">{t('double.col-what')}</th>
            <th scope="col" className="number">
              {moved.account}
            </th>
            <th scope="col" className="number">
              {kept.account}
            </th>
            <th scope="col" className="number">
              {t('double.col-after')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('double.standing')}</th>
            {standings.map(([key, standing]) => (
              <td key={key} className="number">
                {standing === null ? t('app.missing') : <Standing of={standing} />}
              </td>
            ))}
          </tr>
          {rows.map(([name, [one, two, both]]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{one}</td>
              <td className="number">{two}</td>
              <td className="number">
                <strong>{both}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length === 0 ? (
        <p className="missing-line">{t('double.others-none')}</p>
      ) : (
        <section aria-label={t('double.others')}>
          <h3 className="doubles-others">{t('double.others')}</h3>
          <ul>
            {others.map(({ name, before, after: then }) => (
              <li key={`${name} ${before} ${then}`}>
                {t('double.other', {
                  name,
                  before: t(`standing.${before}`),
                  after: t(`standing.${then}`),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
