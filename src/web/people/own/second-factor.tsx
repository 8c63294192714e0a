import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { SecondFactor } from '../../../contract/second-factor.ts'
import { secondApi } from '../../second-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { ProofForm } from '../second/proof-form.tsx'
import { RecoveryCodesShown } from '../second/recovery-codes.tsx'
import { SetUpSecond } from '../second/set-up.tsx'
import '../second/second.css'
import { ownQuery, useMoment } from './queries.ts'

const secondQuery = queryOptions<SecondFactor>({ queryKey: ['own', 'second'], queryFn: secondApi.own })

type Doing = 'set-up' | 'renew' | 'remove' | null

/** The second step at sign-in: on or off, how many recovery codes are left, another phone, off again. */
export function SecondFactorPart() {
  const { t } = useLanguage()
  const client = useQueryClient()
  const answer = useQuery(secondQuery)
  const [doing, setDoing] = useState<Doing>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const end = async (words: string | null) => {
    setDoing(null)
    setCodes(null)
    setSaid(words)
    // Sessions elsewhere may have ended with it.
    await client.invalidateQueries({ queryKey: ownQuery.queryKey })
  }
  const begin = (what: Doing) => {
    setSaid(null)
    setDoing(what)
  }
  const state = answer.data
  const back = () => void end(null)
  return (
    <Section title={t('second.title')} note={t('second.note')}>
      {answer.error !== null && <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
      {state && doing === null && <State state={state} onBegin={begin} />}
      {state && doing === 'set-up' && (
        <SetUpSecond
          state={state}
          done={t('second.kept')}
          onDone={() => void end(t('second.on-done'))}
          onBack={back}
        />
      )}
      {state && codes !== null && (
        <RecoveryCodesShown codes={codes} email={state.email} done={t('second.kept')} onDone={back} />
      )}
      {state && doing === 'renew' && codes === null && (
        <ProofForm
          asksPassword={state.asksPassword}
          asksCode
          email={state.email}
          go={t('second.renew-go')}
          work={async (proof) => setCodes((await secondApi.renew(proof)).recoveryCodes)}
          onBack={back}
        />
      )}
      {state && doing === 'remove' && (
        <>
          <p>{t('second.remove-means')}</p>
          <ProofForm
            asksPassword={state.asksPassword}
            asksCode
            email={state.email}
            go={t('second.remove-go')}
            work={async (proof) => {
              await secondApi.remove(proof)
              await end(t('second.off-done'))
            }}
            onBack={back}
          />
        </>
      )}
      <p role="status">{said}</p>
    </Section>
  )
}

function State({
  state: { since, recoveryLeft, needed },
  onBegin,
}: {
  readonly state: SecondFactor
  readonly onBegin: (what: Doing) => void
}) {
  const { t } = useLanguage()
  const moment = useMoment()
  if (since === null)
    return (
      <>
        <p className="quiet">{t('second.off')}</p>
        <Button onClick={() => onBegin('set-up')}>{t('second.set-up')}</Button>
      </>
    )
  return (
    <>
      <p>
        {t('second.on', { at: moment(since) })} {t('second.left', { n: recoveryLeft })}
        {needed && <> {t('second.needed')}</>}
      </p>
      <div className="second-actions">
        <Button onClick={() => onBegin('renew')}>{t('second.renew')}</Button>
        <Button onClick={() => onBegin('set-up')}>{t('second.other-phone')}</Button>
        {!needed && <Button onClick={() => onBegin('remove')}>{t('second.remove')}</Button>}
      </div>
    </>
  )
}
