import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TimelineEntry } from '../../../../contract/account.ts'
import { lookUp } from '../../../../language/index.ts'
import { api } from '../../../api.ts'
import { Section } from '../../../ui/page.tsx'
import { usePlaceAndDay } from '../../../ui/place.ts'
import { StandingGlyph } from '../../../ui/standing.tsx'
import { Failed, Loading } from '../../../ui/states.tsx'
import { dayWords, useReading, type Reading } from '../../../ui/reading.ts'
import { PolicyLink } from '../policy-link.tsx'

/** Entries shown before somebody asks for all. */
const FEW = 8

/** How it came to be what it is: orders, standings with the policy that decided, decisions, what was written down. */
export function Timeline({ account, policy }: { readonly account: string; readonly policy: number }) {
  const reading = useReading()
  const { t } = reading
  const { asOf } = usePlaceAndDay()
  const [all, setAll] = useState(false)
  const answer = useQuery({
    queryKey: ['account-timeline', account, asOf ?? ''],
    queryFn: ({ signal }) => api.timeline(account, { asOf }, signal),
  })
  const entries = answer.data?.entries ?? []
  return (
    <Section title={t('timeline.title')} note={t('timeline.note')}>
      {answer.error === null ? null : <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending ? <Loading rows={4} head={false} /> : null}
      {answer.data && entries.length === 0 ? <p className="missing-line">{t('timeline.none')}</p> : null}
      <ol className="timeline">
        {(all ? entries : entries.slice(0, FEW)).map((entry) => (
          <li key={`${entry.day} ${entry.what} ${entry.at ?? ''} ${entry.words}`}>
            <time dateTime={entry.day}>{dayWords(reading, entry.day)}</time>
            <p>
              {entry.standing === null ? null : <StandingGlyph of={entry.standing} />}
              {entryWords(reading, entry)}{' '}
              {entry.policy === null ? null : (
                <PolicyLink
                  version={entry.policy}
                  now={policy}
                  words={t('timeline.policy', { version: entry.policy })}
                />
              )}
              {entry.by === null ? null : <span className="record-from">{entry.by}</span>}
            </p>
          </li>
        ))}
      </ol>
      {all && answer.data?.more ? <p className="missing-line">{t('timeline.more')}</p> : null}
      {entries.length > FEW ? (
        <button type="button" className="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('rhythm.less') : t('timeline.all', { n: entries.length })}
        </button>
      ) : null}
    </Section>
  )
}

function entryWords({ t, locale }: Reading, { what, standing, before, words }: TimelineEntry): string {
  switch (what) {
    case 'standing':
      return before === null || standing === null
        ? t('timeline.standing-first', { standing: standing ? t(`standing.${standing}`) : '' })
        : t('timeline.standing', { before: t(`standing.${before}`), standing: t(`standing.${standing}`) })
    case 'override':
      return t('timeline.override', { standing: standing ? t(`standing.${standing}`) : '', words })
    case 'note':
      return t('timeline.note-words', { words })
    case 'fact':
      return t('timeline.fact', { words: lookUp(locale, `fact.${words}`) ?? words })
    case 'contact':
    case 'site':
    case 'file':
    case 'merge':
    case 'unmerge':
    case 'move':
      return t(`timeline.${what}`, { words })
    case 'first-order':
    case 'override-withdrawn':
    case 'opened':
    case 'closed':
      return t(`timeline.${what}`)
  }
}
