import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { comeIn } from '../ui/kept-session.ts'
import { useLanguage } from '../ui/language.tsx'
import { useTitle } from '../ui/page.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { PasswordField } from './password-field.tsx'
import { ScaleSheet } from './scale-sheet.tsx'

/** A one-time link: its owner chooses a password and is signed in. Opening the page does not use the link up. */
export function LinkScreen() {
  const { t } = useLanguage()
  useTitle(t('link.title'))
  const { token } = useParams({ from: '/outside/link/$token' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const owner = useQuery({ queryKey: ['link', token], queryFn: () => api.link(token), retry: false })
  const [password, setPassword] = useState('')
  const choose = useMutation({
    mutationFn: () => api.setPassword(token, password),
    onSuccess: async ({ done }) => {
      comeIn()
      client.clear()
      // A code of the second step is still asked.
      await (done
        ? navigate({ to: paths.accounts, search: {} })
        : navigate({ to: paths.signIn, search: { step: 'code' } }))
    },
  })
  return (
    <ScaleSheet
      words={owner.data ? t('link.sentence', { name: owner.data.name }) : t('link.title')}
      company={owner.data?.company ?? ''}
    >
      {owner.isPending && <Loading head={false} rows={3} />}
      {owner.isError && (
        <>
          <Failed error={owner.error} />
          <Link className="link" to={paths.signIn} search={{}}>
            {t('link.to-sign-in')}
          </Link>
        </>
      )}
      {owner.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            choose.mutate()
          }}
        >
          <p className="field">
            <span className="field-head">{t('sign-in.email')}</span>
            <strong>{owner.data.email}</strong>
          </p>
          {/* So that a password keeper files the new password under the right name. */}
          <input hidden readOnly autoComplete="username" value={owner.data.email} />
          <PasswordField
            label={t('link.password')}
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            invalid={choose.isError}
            note={t('link.least', { least: owner.data.leastPassword })}
          />
          {choose.isError && <Failed error={choose.error} />}
          <Button type="primary" size="large" htmlType="submit" block loading={choose.isPending}>
            <strong>{t('link.go')}</strong>
          </Button>
          <p className="quiet sign-in-note">{t('link.note')}</p>
        </form>
      )}
    </ScaleSheet>
  )
}
