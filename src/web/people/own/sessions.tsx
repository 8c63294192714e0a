import { Button } from 'antd'
import { useState } from 'react'
import type { OwnAccount } from '../../../contract/own-account.ts'
import { api } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAct, useMoment } from './queries.ts'

type Session = OwnAccount['sessions'][number]

/** As many as are looked through at a glance; the rest on demand. */
const AT_FIRST = 6

/** Where a person is signed in; any of them is ended with one press. Signing in again is the way back. */
export function SessionsPart({ sessions }: { readonly sessions: readonly Session[] }) {
  const { t } = useLanguage()
  const moment = useMoment()
  const { busy, said, error, act } = useAct()
  const [all, setAll] = useState(false)
  const shown = all ? sessions : sessions.slice(0, AT_FIRST)
  const device = ({ browser, system }: Session) =>
    browser && system ? t('own.device', { browser, system }) : (browser ?? system ?? t('own.device-unknown'))
  return (
    <Section title={t('own.sessions')} note={t('own.sessions-note')}>
      <ul className="own-list">
        {shown.map((one) => (
          <li key={one.id}>
            <strong>{device(one)}</strong>
            <span>
              {t('own.session-seen', { at: moment(one.lastSeen), since: moment(one.since) })}
              {one.address !== null && (
                <>
                  <br />
                  {t('own.session-from', { address: one.address })}
                </>
              )}
            </span>
            {one.own ? (
              <em>{t('own.here')}</em>
            ) : (
              <button
                type="button"
                className="link"
                disabled={busy}
                aria-label={t('own.session-end-name', { device: device(one) })}
                onClick={() =>
                  void act(() => api.endOwnSession(one.id), t('own.session-ended', { device: device(one) }))
                }
              >
                {t('own.session-end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < sessions.length && (
        <button type="button" className="link own-more" onClick={() => setAll(true)}>
          {t('own.sessions-more', { n: sessions.length - shown.length })}
        </button>
      )}
      <p role="status">{said}</p>
      {error !== null && <Failed error={error} />}
      {sessions.length > 1 && (
        <Button disabled={busy} onClick={() => void act(api.endOtherOwnSessions, t('own.sessions-ended'))}>
          {t('own.session-end-others')}
        </Button>
      )}
    </Section>
  )
}
