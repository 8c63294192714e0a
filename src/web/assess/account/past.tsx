import { useState } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { lookUp } from '../../../language/index.ts'
import { longDay } from '../../../language/message.ts'
import { Section } from '../../ui/page.tsx'
import { Standing } from '../../ui/standing.tsx'
import { fixed, percent } from '../figures.ts'
import { moneySaid } from '../money.ts'
import { useReading, type Reading } from '../reading.ts'

const moneyFacts: ReadonlySet<string> = new Set(['working_capital', 'credit_limit', 'overdue_minor'])

/** Facts that no order tells, each with its day and where it comes from; an expired one stays, and says that it no longer counts. */
export function Strength({ profile }: { readonly profile: AccountProfile }) {
  const reading = useReading()
  const { t, locale } = reading
  return (
    <Section title={t('strength.title')} note={t('strength.note')}>
      <dl className="facts">
        {profile.strength.map(({ fact, value, day, source, expired }) => (
          <div key={`${fact} ${day}`} data-expired={expired || undefined}>
            <dt>{lookUp(locale, `fact.${fact}`) ?? fact}</dt>
            <dd>
              <strong>{factWords(reading, fact, value)}</strong>
            </dd>
            <dd className="fact-from">
              {[longDay(locale, day), source, expired ? t('strength.expired') : '']
                .filter((word) => word !== '')
                .join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function factWords(reading: Reading, fact: string, value: number): string {
  if (fact === 'share_of_wallet') return `${percent(reading.locale, value, 0)}%`
  if (!moneyFacts.has(fact)) return fixed(reading.locale, value, 0)
  return moneySaid(reading, value)
}

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
              <td className="number">{`v${entry.policy}`}</td>
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
