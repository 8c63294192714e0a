import { Button } from 'antd'
import { useState } from 'react'
import { api, ApiProblem } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { PasswordField } from '../password-field.tsx'
import { useAct } from './queries.ts'

/** Another password: the present one is asked, so that an unlocked screen is not enough. */
export function PasswordPart({ least, email }: { readonly least: number; readonly email: string }) {
  const { t } = useLanguage()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const { busy, said, error, act } = useAct()
  const code = error instanceof ApiProblem ? error.code : null
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    if (busy || !(await act(() => api.changeOwnPassword({ old, password }), t('own.password-done')))) return
    setOld('')
    setPassword('')
  }
  return (
    <Section title={t('own.password')} note={t('own.password-means')}>
      <form className="own-form" onSubmit={(event) => void submit(event)}>
        <input hidden readOnly autoComplete="username" value={email} />
        <PasswordField
          label={t('own.password-old')}
          autoComplete="current-password"
          value={old}
          onChange={setOld}
          invalid={code === 'person/old-password-wrong'}
        />
        <PasswordField
          label={t('own.password-new')}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          invalid={code === 'person/password-weak'}
          note={t('link.least', { least })}
        />
        {error !== null && <Failed error={error} />}
        <p role="status">{said}</p>
        <Button htmlType="submit" loading={busy}>
          {t('own.password-go')}
        </Button>
      </form>
    </Section>
  )
}
