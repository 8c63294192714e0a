import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { standings, type Standing as StandingCode } from '../../../domain/assess/criterion.ts'
import { addDays, addMonths, isDay } from '../../../domain/day.ts'
import { longDay } from '../../../language/message.ts'
import { api } from '../../api.ts'
import { Section } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { Standing } from '../../ui/standing.tsx'
import { useReading } from '../../ui/reading.ts'

/** A person's decision against the rules, where there is one: who, what, until when, why. */
export function OverrideNote({ profile }: { readonly profile: AccountProfile }) {
  const { t, locale } = useReading()
  const { override } = profile
  // The verdict's own sentences say it as a rule.
  const said = profile.account.reasons.some(({ code }) => code === 'standing.overridden')
  if (!override || said) return null
  return (
    <p className="override-note">
      {t('override.now', {
        by: override.by,
        standing: t(`standing.${override.standing}`),
        until: longDay(locale, override.expiresOn),
        reason: override.reason,
      })}
    </p>
  )
}

/** Setting a standing by hand: reason and expiry are part of it. Enter saves, Esc leaves. */
export function OverrideForm({
  profile,
  onDone,
}: {
  readonly profile: AccountProfile
  readonly onDone: () => void
}) {
  const { t, locale } = useReading()
  const { today } = useSession()
  const id = useId()
  const client = useQueryClient()
  const [standing, setStanding] = useState<StandingCode>(profile.override?.standing ?? 'key_account')
  const [reason, setReason] = useState(profile.override?.reason ?? '')
  const [until, setUntil] = useState(profile.override?.expiresOn ?? addMonths(today, 3))
  const save = useMutation({
    mutationFn: () => api.override(profile.account.id, { standing, reason: reason.trim(), expiresOn: until }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['account'] }),
        client.invalidateQueries({ queryKey: ['ranking'] }),
      ])
      onDone()
    },
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDone()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onDone])
  const complete = reason.trim() !== '' && isDay(until) && until > today
  return (
    <Section title={t('override.title')} note={t('override.note')}>
      <form
        className="override-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete && !save.isPending) save.mutate()
        }}
      >
        <div>
          <label htmlFor={`${id}-standing`}>{t('override.standing')}</label>
          <Select<StandingCode>
            id={`${id}-standing`}
            value={standing}
            onChange={setStanding}
            options={standings.map((value) => ({ value, label: <Standing of={value} /> }))}
          />
        </div>
        <div className="override-reason">
          <label htmlFor={`${id}-reason`}>{t('override.reason')}</label>
          <Input
            id={`${id}-reason`}
            value={reason}
            maxLength={200}
            placeholder={t('override.reason-hint')}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-until`}>{t('override.until')}</label>
          <Input
            id={`${id}-until`}
            type="date"
            min={addDays(today, 1)}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <div className="override-do">
          <Button onClick={onDone}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!complete} loading={save.isPending}>
            {t('override.save')}
          </Button>
        </div>
      </form>
      {complete ? null : (
        <p className="missing-line">{t('override.need', { day: longDay(locale, today) })}</p>
      )}
      {save.isError ? <Failed error={save.error} /> : null}
    </Section>
  )
}
