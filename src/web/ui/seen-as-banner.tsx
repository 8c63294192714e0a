import { Button } from 'antd'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { rolesApi } from '../roles-api.ts'
import { useLanguage } from './language.tsx'
import { useSession } from './session.ts'
import { useProblemWords } from './states.tsx'

/** Says on every screen that the app is seen as somebody else sees it, until when, and leads back. */
export function SeenAsBanner() {
  const { t, locale } = useLanguage()
  const { person, seenBy } = useSession()
  const words = useProblemWords()
  const [error, setError] = useState<unknown>(null)
  if (seenBy === null) return null
  const time = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(seenBy.until))
  const end = () => {
    setError(null)
    // A new page, so that nothing that was read with the other's rights is left on it.
    rolesApi
      .seeAsOneself()
      .then(() => location.assign(`${paths.people}?person=${encodeURIComponent(person.email)}`), setError)
  }
  return (
    <aside className="demo-banner" aria-label={t('preview.part')}>
      <strong>{t('preview.banner', { name: person.name })}</strong>
      <span>{error === null ? t('preview.banner-until', { by: seenBy.name, time }) : words(error)}</span>
      <Button size="small" onClick={end}>
        {t('preview.end')}
      </Button>
    </aside>
  )
}
