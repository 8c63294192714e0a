import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { secondApi } from '../second-api.ts'
import { leave as leaveSession } from '../ui/kept-session.ts'
import { useLanguage } from '../ui/language.tsx'
import { useTitle } from '../ui/page.tsx'
import { startQuery } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { ScaleSheet } from './scale-sheet.tsx'
import { SetUpSecond } from './second/set-up.tsx'
import './own/own.css'

/** Somebody's role needs a second step and they have none: this comes before everything else. */
export function SecondFactorScreen() {
  const { t } = useLanguage()
  useTitle(t('second.title'))
  const { next } = useSearch({ from: '/outside/second-step' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const start = useQuery(startQuery)
  // Asked once: after the first code the recovery codes are still to be put away.
  const state = useQuery({
    queryKey: ['second-due'],
    queryFn: secondApi.own,
    retry: false,
    refetchOnMount: false,
    staleTime: Infinity,
  })
  const leave = async (to: string) => {
    client.clear()
    await navigate({ to })
  }
  const out = useMutation({ mutationFn: leaveSession, onSuccess: () => leave(paths.signIn) })
  if (state.error instanceof ApiProblem && state.error.status === 401)
    return <Navigate to={paths.signIn} search={{}} />
  if (state.data && state.data.since !== null) return <Navigate to={paths.accounts} search={{}} />
  return (
    <ScaleSheet words={t('second.due')} company={start.data?.company?.name ?? ''}>
      {state.isPending && <Loading head={false} rows={3} />}
      {state.isError && <Failed error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && (
        <SetUpSecond
          state={state.data}
          done={t('second.go-in')}
          onDone={() => void leave(next ?? paths.accounts)}
        />
      )}
      <p className="quiet sign-in-note">{t('second.due-note')}</p>
      <Button type="link" className="sign-in-other" onClick={() => out.mutate()}>
        {t('second.out')}
      </Button>
    </ScaleSheet>
  )
}
