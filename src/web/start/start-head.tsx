import type { ReactNode } from 'react'
import { useLanguage } from '../ui/language.tsx'
import { Mark } from '../ui/mark.tsx'
import { LanguageChoice } from '../ui/preferences.tsx'

/** Head of the start pages: who we are, in which language, and the other way in. */
export function StartHead({ aside }: { readonly aside?: ReactNode }) {
  const { t } = useLanguage()
  return (
    <div className="start-head">
      <p>
        <Mark />
        <span>{t('app.name')}</span>
      </p>
      {aside}
      <LanguageChoice />
    </div>
  )
}
