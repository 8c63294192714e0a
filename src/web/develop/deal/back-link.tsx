import { Link, useRouter } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'

/** There is no menu on the slip: the way back is where one came from, or the first screen. */
export function BackLink() {
  const { t } = useLanguage()
  const { history } = useRouter()
  if (!history.canGoBack())
    return (
      <Link className="deal-back" to={paths.accounts} search={{}}>
        {t('desk.back-link')}
      </Link>
    )
  return (
    <button type="button" className="deal-back" onClick={() => history.back()}>
      {t('desk.back-link')}
    </button>
  )
}
