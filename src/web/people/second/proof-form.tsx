import { Button } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { PasswordField } from '../password-field.tsx'
import { CodeField } from './code-field.tsx'

export type Proof = { password?: string; code?: string }

/** Asks once more who sits there: the password where there is one, and a code where the second step is on. */
export function ProofForm({
  asksPassword,
  asksCode,
  email,
  go,
  work,
  onBack,
}: {
  readonly asksPassword: boolean
  readonly asksCode: boolean
  readonly email: string
  readonly go: string
  /** Throws what was refused. */
  readonly work: (proof: Proof) => Promise<unknown>
  readonly onBack?: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const problem = error instanceof ApiProblem ? error.code : null
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    work({ ...(asksPassword ? { password } : {}), ...(asksCode ? { code } : {}) })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <form className="own-form" onSubmit={submit}>
      <input hidden readOnly autoComplete="username" value={email} />
      {asksPassword && (
        <PasswordField
          label={t('own.password-old')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          invalid={problem === 'person/old-password-wrong'}
        />
      )}
      {asksCode && (
        <CodeField
          value={code}
          onChange={setCode}
          recovery={recovery}
          onTurn={() => {
            setCode('')
            setRecovery(!recovery)
          }}
          invalid={problem === 'second-factor/code-wrong'}
        />
      )}
      {error !== null && <Failed error={error} />}
      <div className="second-actions">
        <Button htmlType="submit" type="primary" loading={busy}>
          {go}
        </Button>
        {onBack && <Button onClick={onBack}>{t('app.cancel')}</Button>}
      </div>
    </form>
  )
}
