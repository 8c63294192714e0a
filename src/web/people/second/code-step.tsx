import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { secondApi } from '../../second-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { CodeField } from './code-field.tsx'

/** The second step of signing in. When it is over, `onAgain` is the way back to the first. */
export function CodeStep({ onIn, onAgain }: { readonly onIn: () => void; readonly onAgain: () => void }) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const enter = useMutation({ mutationFn: secondApi.enter, onSuccess: onIn })
  const wrong = enter.error instanceof ApiProblem && enter.error.code === 'sign-in/code-wrong'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate(code)
      }}
    >
      <CodeField
        value={code}
        onChange={setCode}
        recovery={recovery}
        onTurn={() => {
          setCode('')
          enter.reset()
          setRecovery(!recovery)
        }}
        invalid={wrong}
        focus
      />
      {enter.isError && <Failed error={enter.error} />}
      <Button type="primary" size="large" htmlType="submit" block loading={enter.isPending}>
        <strong>{t('sign-in.go')}</strong>
      </Button>
      <p className="quiet sign-in-note">{t(recovery ? 'second.recovery-note' : 'second.code-note')}</p>
      <Button type="link" className="sign-in-other" onClick={onAgain}>
        {t('second.again')}
      </Button>
    </form>
  )
}
