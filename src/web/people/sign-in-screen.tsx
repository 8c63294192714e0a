import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { comeIn } from '../ui/kept-session.ts'
import { useLanguage } from '../ui/language.tsx'
import { useTitle } from '../ui/page.tsx'
import { startQuery } from '../ui/session.ts'
import { Failed } from '../ui/states.tsx'
import { CompanyButton, CompanyEnded } from './company-account.tsx'
import { PasswordField } from './password-field.tsx'
import { ScaleSheet } from './scale-sheet.tsx'
import { CodeStep } from './second/code-step.tsx'

/** Signing in with the company's account or by e-mail and password; the demo company's people are offered with one click each. */
export function SignInScreen() {
  const { t } = useLanguage()
  useTitle(t('sign-in.title'))
  const { next, problem, step } = useSearch({ from: '/outside/sign-in' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const start = useQuery(startQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState(step === 'code')
  const [wanted, setWanted] = useState(false)
  const enter = async () => {
    comeIn()
    client.clear()
    await navigate({ to: next ?? paths.accounts })
  }
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: ({ done }) => (done ? enter() : setSecond(true)),
  })
  if (start.data?.state === 'empty') return <Navigate to={paths.start} />
  if (second)
    return (
      <ScaleSheet words={t('second.sentence')} company={start.data?.company?.name ?? ''}>
        <CodeStep
          onIn={() => void enter()}
          onAgain={() => {
            signIn.reset()
            setPassword('')
            setSecond(false)
          }}
        />
      </ScaleSheet>
    )
  const people = start.data?.demoPeople ?? []
  const account = start.data?.companyAccount
  const byPassword = account?.only !== true || wanted || signIn.isError
  return (
    <ScaleSheet words={t('sign-in.sentence')} company={start.data?.company?.name ?? ''}>
      {problem && signIn.isIdle && <CompanyEnded problem={problem} />}
      {account && <CompanyButton account={account} next={next} problem={problem} />}
      {account && byPassword && <p className="sign-in-or quiet">{t('sign-in.or-password')}</p>}
      <form
        hidden={!byPassword}
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate({ email, password })
        }}
      >
        <div className="field">
          <div className="field-head">
            <label htmlFor="email">{t('sign-in.email')}</label>
          </div>
          <Input
            id="email"
            size="large"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <PasswordField
          label={t('sign-in.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          invalid={signIn.isError}
        />
        {signIn.isError && <Failed error={signIn.error} />}
        <Button
          type={account ? 'default' : 'primary'}
          size="large"
          htmlType="submit"
          block
          loading={signIn.isPending}
        >
          <strong>{t('sign-in.go')}</strong>
        </Button>
      </form>
      <p className="quiet sign-in-note">{t(account?.only ? 'sign-in.only-note' : 'sign-in.note')}</p>
      {!byPassword && (
        <Button type="link" className="sign-in-other" onClick={() => setWanted(true)}>
          {t('sign-in.only-password')}
        </Button>
      )}
      {people.length > 0 && (
        <section className="demo-people" aria-label={t('sign-in.demo')}>
          <h2>{t('sign-in.demo')}</h2>
          <ul>
            {people.map((person) => (
              <li key={person.email}>
                <span>
                  <strong>{person.name}</strong> {t(`role.${person.role}`)}
                </span>
                <Button
                  disabled={signIn.isPending}
                  aria-label={t('sign-in.demo-as', { name: person.name })}
                  onClick={() => signIn.mutate({ email: person.email, password: person.password })}
                >
                  {t('sign-in.go')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ScaleSheet>
  )
}
