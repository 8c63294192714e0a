import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { translator, type Locale, type Translate } from '../../language/index.ts'
import { recall, remember } from './memory.ts'

type Language = {
  readonly locale: Locale
  readonly t: Translate
  readonly setLocale: (locale: Locale) => void
}

const LanguageContext = createContext<Language | null>(null)

/** The chosen language, else the browser's, else Chinese. */
export function firstLocale(): Locale {
  const chosen = recall('locale')
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : navigator.language ? 'en' : 'zh'
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale)
  useLayoutEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  }, [locale])
  const language = useMemo<Language>(
    () => ({
      locale,
      t: translator(locale),
      setLocale: (next) => {
        remember('locale', next)
        setLocale(next)
      },
    }),
    [locale],
  )
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const language = use(LanguageContext)
  if (!language) throw new Error('useLanguage outside of LanguageProvider')
  return language
}
