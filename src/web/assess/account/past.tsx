import { useState } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { longDay } from '../../../language/message.ts'
import { Section } from '../../ui/page.tsx'
import { Standing } from '../../ui/standing.tsx'
import { fixed } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { PolicyLink } from './policy-link.tsx'

/** Assessments shown before somebody asks for all. */
const FEW = 6

/** What it was, assessment by assessment, newest first: stored verdicts, never recomputed. */
export function History({ profile }: { readonly profile: AccountProfile }) {
  const { t, locale } = useReading()
  const [all, setAll] = useState(false)
  const newest = profile.history.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))
  return (
    <Section title={t('history.title')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('rhythm.day')}</th>
            <th scope="col">{t('col.standing')}</th>
            <th scope="col" className="number">
              {t('history.rank')}
            </th>
            <th scope="col" className="number">
              {t('col.score')}
            </th>
            <th scope="col" className="number">
              {t('history.policy')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? newest : newest.slice(0, FEW)).map((entry) => (
            <tr key={entry.asOf}>
              <th scope="row">{longDay(locale, entry.asOf)}</th>
              <td>
                <Standing of={entry.standing} />
              </td>
              <td className="number">{fixed(locale, entry.rank, 0)}</td>
              <td className="number">{fixed(locale, entry.score, 1)}</td>
              <td className="number">
                <PolicyLink version={entry.policy} now={profile.policy.version} words={`v${entry.policy}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest.length > FEW ? (
        <button type="button" className="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('rhythm.less') : t('history.all', { n: newest.length })}
        </button>
      ) : null}
    </Section>
  )
}
