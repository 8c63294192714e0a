import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { useTitle } from '../ui/page.tsx'
import { startQuery } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { DemoProgress } from './demo-progress.tsx'
import { SetUpDone } from './set-up-done.tsx'
import { SetUpForm } from './set-up-form.tsx'
import './start.css'

const POLL_MS = 700

/** An empty installation: set up a company, or look at the demo. While the demo is made, how far it is, also after a reload. */
export function StartScreen() {
  const { t } = useLanguage()
  useTitle(t('start.title'))
  const [made, setMade] = useState<{ company: string; name: string; link: string } | null>(null)
  const start = useQuery({
    ...startQuery,
    refetchInterval: (query) => (query.state.data?.working ? POLL_MS : false),
  })
  if (made) return <SetUpDone {...made} />
  if (start.data && start.data.state !== 'empty') return <Navigate to={paths.signIn} search={{}} />
  return (
    <main className="sheet start">
      {start.isPending && <Loading rows={5} />}
      {start.isError && <Failed error={start.error} onRetry={() => void start.refetch()} />}
      {start.data?.working && <DemoProgress {...start.data.working} />}
      {start.data && !start.data.working && (
        <SetUpForm onDemo={() => void start.refetch()} onMade={setMade} />
      )}
    </main>
  )
}
