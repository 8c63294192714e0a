import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { Sure } from '../../ui/sure.tsx'
import { useAct, useMoment } from './queries.ts'

/** The secret address under which one's own calendar reads one's visits: shown once, ended at any time. */
export function CalendarPart() {
  const { t } = useLanguage()
  const moment = useMoment()
  const client = useQueryClient()
  const { busy, said, error, act } = useAct()
  const [made, setMade] = useState<string | null>(null)
  const may = useRight('visit.read')
  const feed = useQuery({ queryKey: ['own-calendar'], queryFn: api.ownCalendar, enabled: may })
  if (!may) return null
  const since = feed.data?.since ?? null
  const change = async (work: () => Promise<unknown>, words: string | null) => {
    await act(work, words)
    await client.invalidateQueries({ queryKey: ['own-calendar'] })
  }
  const make = () =>
    change(async () => setMade(`${location.origin}${(await api.makeOwnCalendar()).path}`), null)
  const end = () => {
    setMade(null)
    return change(api.endOwnCalendar, t('own.calendar-ended'))
  }
  return (
    <Section title={t('own.calendar')} note={t('own.calendar-note')} id="calendar">
      <p className="quiet">
        {since === null ? t('own.calendar-none') : t('own.calendar-since', { at: moment(since) })}{' '}
        {t('own.calendar-careful')}
      </p>
      <p role="status">{said}</p>
      {made !== null && (
        <div className="own-made" role="status">
          <p>{t('own.calendar-made')}</p>
          <code>{made}</code>
        </div>
      )}
      {error !== null && <Failed error={error} />}
      <div className="own-acts">
        <Button loading={busy} onClick={() => void make()}>
          {t(since === null ? 'own.calendar-go' : 'own.calendar-anew')}
        </Button>
        {since !== null && (
          <Sure
            ask={t('own.calendar-end')}
            name={t('own.calendar-end')}
            words={t('own.calendar-end-sure')}
            yes={t('own.calendar-end-yes')}
            busy={busy}
            onYes={() => void end()}
          />
        )}
      </div>
    </Section>
  )
}
