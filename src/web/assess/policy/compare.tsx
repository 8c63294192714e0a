import { useQuery } from '@tanstack/react-query'
import type { PolicyDocument, PolicyOfVersion } from '../../../contract/policy.ts'
import { criteria } from '../../../domain/assess/criterion.ts'
import { policyDifferences, type Difference } from '../../../domain/assess/policy-differences.ts'
import { lookUp } from '../../../language/index.ts'
import { figure, percent } from '../../../language/message.ts'
import { fromMinor } from '../../../domain/money.ts'
import { Section } from '../../ui/page.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { moneyWord, useReading, type Reading } from '../../ui/reading.ts'
import { Arrow, Changes } from './preview.tsx'
import { previewQuery, versionQuery } from './queries.ts'
import { kSettings, settingsOf } from './settings.ts'

/** Two versions side by side: the settings that differ, and the accounts that stand differently for it. */
export function Compare({
  a,
  b,
  doc,
  onPick,
  onClose,
}: {
  readonly a: number
  readonly b: number
  readonly doc: PolicyDocument
  readonly onPick: (a: number, b: number) => void
  readonly onClose: () => void
}) {
  const { t } = useReading()
  const [one, other] = [useQuery(versionQuery(a)), useQuery(versionQuery(b))]
  const tried = useQuery(previewQuery({ restore: b, against: a }, doc.newest))
  const error = one.error ?? other.error ?? tried.error
  return (
    <Section
      title={t('policy.compare', { a, b })}
      note={t('policy.compare-note')}
      id="compare"
      aside={
        <span className="compare-do">
          <label>
            <span className="quiet">{t('policy.compare-with')}</span>{' '}
            <select value={a} onChange={(event) => onPick(Number(event.target.value), b)}>
              {doc.versions
                .filter(({ version }) => version !== b)
                .map(({ version }) => (
                  <option key={version} value={version}>
                    {t('policy.version', { version })}
                  </option>
                ))}
            </select>
          </label>
          <button type="button" className="link" onClick={onClose}>
            {t('app.close')}
          </button>
        </span>
      }
    >
      {error !== null ? (
        <Failed error={error} />
      ) : one.data && other.data ? (
        <Settings from={one.data} to={other.data} doc={doc} />
      ) : (
        <Loading rows={3} head={false} />
      )}
      {tried.data && (
        <div data-pale={tried.isPlaceholderData || undefined} className="outcome">
          {tried.data.changed.length === 0 ? (
            <p>{t('policy.preview-same')}</p>
          ) : (
            <Changes rows={tried.data.changed} />
          )}
        </div>
      )}
    </Section>
  )
}

function Settings({
  from,
  to,
  doc,
}: {
  readonly from: PolicyOfVersion
  readonly to: PolicyOfVersion
  readonly doc: PolicyDocument
}) {
  const reading = useReading()
  const { t } = reading
  const differs = policyDifferences(from.body, to.body)
  if (differs.length === 0) return <p>{t('policy.compare-same')}</p>
  return (
    <table className="moves differences">
      <thead>
        <tr>
          <th scope="col">{t('policy.compare-setting')}</th>
          <th scope="col" className="number">
            {t('policy.version', { version: from.version })}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('policy.arrow')}</span>
          </th>
          <th scope="col" className="number">
            {t('policy.version', { version: to.version })}
          </th>
        </tr>
      </thead>
      <tbody>
        {differs.map((one) => (
          <tr key={one.path}>
            <th scope="row">{nameOf(reading, one.path, doc)}</th>
            <td className="number">{valueOf(reading, one.path, one.from, doc)}</td>
            <td className="arrow-cell">
              <Arrow />
            </td>
            <td className="number">{valueOf(reading, one.path, one.to, doc)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nameOf({ t, locale, ...reading }: Reading, path: string, doc: PolicyDocument): string {
  const [group = '', key = ''] = path.split('.')
  const criterion = criteria.find((one) => group === 'weights' && one === key)
  if (criterion) return t('policy.d.weight', { name: t(`part.${criterion}`) })
  if (group === 'kByMarket')
    return t('policy.d.kByMarket', { market: doc.markets.find(({ code }) => code === key)?.name ?? key })
  const money = moneyWord({ locale, ...reading })
  return lookUp(locale, `policy.d.${path}`) ?? lookUp(locale, `policy.f.${path}`, { money }) ?? path
}

const shownAs = new Map(
  [...kSettings.cover, ...kSettings.fixed, ...Object.values(settingsOf).flat()].map(
    (one) => [one.path, one.shown] as const,
  ),
)

function valueOf(reading: Reading, path: string, value: Difference['from'], doc: PolicyDocument): string {
  const { t, locale } = reading
  if (value === undefined) return t('app.missing')
  if (typeof value === 'boolean') return t(value ? 'policy.yes' : 'policy.no')
  if (typeof value === 'string')
    return lookUp(locale, `policy.by-${value}`) ?? lookUp(locale, `policy.k-${value}`) ?? value
  if (path.startsWith('weights.')) return percent(locale, value)
  const shown = [...shownAs].find(([one]) => one === path)?.[1]
  if (shown === 'percent') return percent(locale, value)
  if (shown === 'money') return figure(locale, fromMinor(value, doc.minorDigits))
  return figure(locale, value)
}
