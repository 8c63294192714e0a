import { Button, Input } from 'antd'
import { useState } from 'react'
import type { MasterAccount } from '../../../contract/masters-accounts.ts'
import { longDay } from '../../../language/message.ts'
import { mastersApi } from '../../masters-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'

const nothing = () => undefined

/** The end of an account from a day on, and its return. */
export function CloseAccount({
  account,
  today,
  may,
}: {
  readonly account: MasterAccount
  readonly today: string
  readonly may: boolean
}) {
  const { t, locale } = useLanguage()
  const problem = useProblemWords()
  const [day, setDay] = useState(today)
  const { act, busy, error } = useAct()
  const { id, name, version, closed } = account
  const wrong = fieldOf(error)
  const ofDay = wrong === 'closed' || wrong === 'day'
  const put = (to: string | null, words: string) =>
    act(mastersApi.changeAccount(id, { version, closed: to }), words, nothing)
  return (
    <>
      <h3>{t('masters.account-closed')}</h3>
      <p>
        {closed === null
          ? t('masters.account-close-why')
          : t('masters.closed-since', { day: longDay(locale, closed) })}
      </p>
      {!may ? null : closed === null ? (
        <>
          <Field label={t('masters.account-close-day')} {...(ofDay ? { error: problem(error) } : {})}>
            <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </Field>
          <div className="acts">
            <Button
              loading={busy}
              disabled={day === ''}
              onClick={() => put(day, t('masters.account-shut', { name }))}
            >
              {t('masters.account-close')}
            </Button>
          </div>
        </>
      ) : (
        <div className="acts">
          <Button loading={busy} onClick={() => put(null, t('masters.account-reopened', { name }))}>
            {t('masters.reopen')}
          </Button>
        </div>
      )}
      {error !== null && !ofDay ? <Failed error={error} /> : null}
    </>
  )
}
