import { Button } from 'antd'
import { useState } from 'react'
import type { SecondFactor, SecondFactorSecret } from '../../../contract/second-factor.ts'
import { secondApi } from '../../second-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { CodeField } from './code-field.tsx'
import { Picture } from './picture.tsx'
import { ProofForm } from './proof-form.tsx'
import { RecoveryCodesShown } from './recovery-codes.tsx'
import './second.css'

/** Three steps: who is it, scan and type the first code, put the recovery codes away. `onDone` comes after the last. */
export function SetUpSecond({
  state,
  done,
  onDone,
  onBack,
}: {
  readonly state: SecondFactor
  readonly done: string
  readonly onDone: () => void
  readonly onBack?: () => void
}) {
  const { t } = useLanguage()
  const { email } = state
  const [made, setMade] = useState<SecondFactorSecret | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes !== null) return <RecoveryCodesShown codes={codes} email={email} done={done} onDone={onDone} />
  if (made !== null) return <FirstCode made={made} onCodes={setCodes} onBack={onBack} />
  return (
    <>
      <p className="quiet">{t('second.app')}</p>
      <ProofForm
        asksPassword={state.asksPassword}
        asksCode={state.since !== null}
        email={email}
        go={t('second.begin')}
        work={async (proof) => setMade(await secondApi.begin(proof))}
        onBack={onBack}
      />
    </>
  )
}

function FirstCode({
  made,
  onCodes,
  onBack,
}: {
  readonly made: SecondFactorSecret
  readonly onCodes: (codes: readonly string[]) => void
  readonly onBack: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    secondApi
      .confirm(code)
      .then(({ recoveryCodes }) => onCodes(recoveryCodes), setError)
      .finally(() => setBusy(false))
  }
  return (
    <form className="second-set-up" onSubmit={submit}>
      <Picture text={made.address} label={t('second.picture')} />
      <div>
        <p>{t('second.scan')}</p>
        <p className="quiet">{t('second.type')}</p>
        <code className="second-secret">{made.secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
        <CodeField value={code} onChange={setCode} recovery={false} invalid={error !== null} focus />
        {error !== null && <Failed error={error} />}
        <div className="second-actions">
          <Button htmlType="submit" type="primary" loading={busy}>
            {t('second.confirm')}
          </Button>
          {onBack && <Button onClick={onBack}>{t('app.cancel')}</Button>}
        </div>
      </div>
    </form>
  )
}
