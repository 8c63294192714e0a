import { Link, Outlet, type ErrorComponentProps } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useLanguage } from './language.tsx'
import { Failed } from './states.tsx'
import './outside.css'

/** Frame of the pages before signing in: a sheet on paper. */
export function Outside() {
  return (
    <div className="outside">
      <Outlet />
    </div>
  )
}

/** A page without the shell around it. */
export function PageFailed(props: ErrorComponentProps) {
  return (
    <main>
      <PartFailed {...props} />
    </main>
  )
}

/** A screen that stands in the shell, which has its `main` already. */
export function PartFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page-failed">
      <Failed
        error={error}
        onRetry={() => {
          reset()
          location.reload()
        }}
      />
    </div>
  )
}

export function PageMissing() {
  const { t } = useLanguage()
  return (
    <main className="page-failed">
      <h1 className="sentence">{t('state.not-found')}</h1>
      <Link className="link" to={paths.accounts} search={{}}>
        {t('state.not-found-home')}
      </Link>
    </main>
  )
}
