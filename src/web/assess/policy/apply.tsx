import { Button } from 'antd'
import { useState } from 'react'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { addMonths } from '../../../domain/day.ts'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import type { PolicyDraft } from './draft.ts'
import { useChange } from './use-change.ts'

/** Puts the draft in force: from a day, with a note; by whom may. Everybody else sees the button, and why it is not theirs. */
export function Apply({
  draft,
  doc,
  stale,
}: {
  readonly draft: PolicyDraft
  readonly doc: PolicyDocument
  readonly stale: boolean
}) {
  const reading = useReading()
  const { t, today, may } = reading
  const [from, setFrom] = useState(today)
  const [note, setNote] = useState('')
  const apply = useChange(doc, () => {
    draft.clear()
    setNote('')
  })
  const allowed = may('policy.change')
  const why = !allowed
    ? t('policy.apply-whom')
    : draft.problem
      ? t('policy.apply-fix')
      : !draft.dirty
        ? t('policy.apply-same')
        : stale
          ? t('policy.apply-seen')
          : null
  const next = doc.newest + 1
  return (
    <Section title={t('policy.apply-title')} id="apply">
      <form
        className="apply"
        onSubmit={(event) => {
          event.preventDefault()
          if (why === null && !apply.isPending)
            apply.mutate({ ...draft.trial, note, from, base: draft.value.seen || doc.newest })
        }}
      >
        <div className="field-row">
          <Field
            label={t('policy.apply-day')}
            hint={
              from > today
                ? t('policy.apply-day-later', { day: dayWords(reading, from) })
                : t('policy.apply-day-now')
            }
          >
            <input
              type="date"
              required
              min={today}
              max={addMonths(today, 12)}
              value={from}
              disabled={!allowed}
              onChange={(event) => setFrom(event.target.value || today)}
            />
          </Field>
          <Field label={t('policy.apply-note')} hint={t('policy.apply-note-hint')}>
            <input
              type="text"
              maxLength={500}
              value={note}
              disabled={!allowed}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        </div>
        {apply.error !== null && <Failed error={apply.error} />}
        <div className="apply-do">
          {why !== null && <p className="quiet">{why}</p>}
          <Button type="primary" htmlType="submit" disabled={why !== null} loading={apply.isPending}>
            {t(from > today ? 'policy.apply-go-later' : 'policy.apply-go', { version: next })}
          </Button>
        </div>
      </form>
    </Section>
  )
}
