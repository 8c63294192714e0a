import { useState } from 'react'
import type { AccountRecords } from '../../../../contract/account.ts'
import { longDay } from '../../../../language/message.ts'
import { Facts as FactsLine, Section } from '../../../ui/page.tsx'
import { useReading } from '../../../ui/reading.ts'
import { factWords } from './fact-words.ts'

type Told = AccountRecords['facts'][number]

/** Facts that no order tells: of each name the latest, those before it one step away; an expired one says that it no longer counts. */
export function Facts({
  facts,
  asOf,
  mayChange,
  onOpen,
  onTakeBack,
}: {
  readonly facts: readonly Told[]
  readonly asOf: string
  readonly mayChange: boolean
  readonly onOpen: (fact: Told | null) => void
  readonly onTakeBack: (name: string, fact: Told) => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  const [all, setAll] = useState(false)
  const latest = facts.filter((one, i) => facts.findIndex(({ fact }) => fact === one.fact) === i)
  const older = facts.length - latest.length
  const from = (one: Told) => {
    const stale = one.expiresOn !== null && one.expiresOn <= asOf
    const ends = one.expiresOn === null ? [] : [longDay(locale, one.expiresOn)]
    return [
      longDay(locale, one.day),
      one.source,
      ...ends.map((day) => t(stale ? 'records.stale' : 'records.expires', { day })),
      ...(one.account === null ? [] : [t('records.of', { account: one.account })]),
    ]
  }
  return (
    <Section
      title={t('strength.title')}
      note={t('strength.note')}
      aside={
        mayChange ? (
          <button type="button" className="aside-button" onClick={() => onOpen(null)}>
            {t('records.fact-add')}
          </button>
        ) : undefined
      }
    >
      {facts.length === 0 ? <p className="missing-line">{t('records.fact-none')}</p> : null}
      <ul className="record-list">
        {(all ? facts : latest).map((one) => (
          <li key={`${one.fact} ${one.day} ${one.account ?? ''}`}>
            <div
              className="record"
              data-stale={(one.expiresOn !== null && one.expiresOn <= asOf) || undefined}
            >
              <p className="record-head">
                <span className="fact-name">{t(`fact.${one.fact}`)}</span>
                <strong>{factWords(reading, one)}</strong>
              </p>
              <p className="record-from">
                <FactsLine of={from(one)} />
              </p>
            </div>
            {mayChange && one.account === null ? (
              <span className="record-do">
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('records.change')} ${t(`fact.${one.fact}`)} ${longDay(locale, one.day)}`}
                  onClick={() => onOpen(one)}
                >
                  {t('records.change')}
                </button>
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('records.remove')} ${t(`fact.${one.fact}`)} ${longDay(locale, one.day)}`}
                  onClick={() => onTakeBack(t(`fact.${one.fact}`), one)}
                >
                  {t('records.remove')}
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {older > 0 ? (
        <button type="button" className="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('rhythm.less') : t('records.older', { n: older })}
        </button>
      ) : null}
    </Section>
  )
}
