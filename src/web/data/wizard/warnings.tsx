import type { ImportResult } from '../../../contract/intake.ts'
import { sentence } from '../../../language/index.ts'
import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'

/** What went in and deserves a look all the same; of what is about single lines, the first of them. */
export function Warnings({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const warnings = Object.entries(result.warnings).filter(([, count]) => count > 0)
  if (warnings.length === 0) return null
  return (
    <section className="sample-group" aria-label={t('import.warnings')}>
      <h3>{t('import.warnings')}</h3>
      <ul className="sample-names">
        {warnings.map(([code, count]) => {
          const lines = result.warned?.[code] ?? []
          return (
            <li key={code}>
              <span>{sentence(locale, { code, facts: { count, n: count } })}</span>
              <small>{figure(locale, count)}</small>
              {lines.map(({ row, day, account, sku }) => (
                <span key={row} className="sample-change">
                  <small>{t('wizard.line-n', { row })}</small>
                  {[day, account, sku].join(' · ')}
                </span>
              ))}
              {lines.length > 0 && count > lines.length && (
                <span className="sample-change">
                  <small>{t('wizard.n-more', { n: count - lines.length })}</small>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
