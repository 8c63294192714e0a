import type { ImportResult } from '../../../contract/intake.ts'
import { sentence } from '../../../language/index.ts'
import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'

/** What went in and deserves a look all the same. */
export function Warnings({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const warnings = Object.entries(result.warnings).filter(([, count]) => count > 0)
  if (warnings.length === 0) return null
  return (
    <section className="sample-group" aria-label={t('import.warnings')}>
      <h3>{t('import.warnings')}</h3>
      <ul className="sample-names">
        {warnings.map(([code, count]) => (
          <li key={code}>
            <span>{sentence(locale, { code, facts: { count, n: count } })}</span>
            <small>{figure(locale, count)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
