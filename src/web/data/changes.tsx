import type { ImportResult } from '../../contract/intake.ts'
import { sentence } from '../../language/index.ts'
import { figure } from '../../language/message.ts'
import { useLanguage } from '../ui/language.tsx'
import { stepWord } from './step-word.ts'

const ORDER = ['read', 'judge', 'post', 'settle', 'assess']
/** What is quicker is not worth a line. */
const LEAST_SECONDS = 0.05

/** Seconds of each step, what was made or changed, and what deserves a look. */
export function Changes({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const steps = Object.entries(result.seconds)
    .filter(([, seconds]) => seconds >= LEAST_SECONDS)
    .toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
  const made = (['accounts', 'skus', 'markets'] as const).filter(
    (what) => result.created[what] + result.updated[what] > 0,
  )
  const warnings = Object.entries(result.warnings).filter(([, count]) => count > 0)
  return (
    <div className="changes">
      <dl>
        {steps.map(([step, seconds]) => (
          <div key={step}>
            <dt>{t(stepWord(step))}</dt>
            <dd>{t('import.seconds', { seconds: Math.round(seconds * 10) / 10 })}</dd>
          </div>
        ))}
      </dl>
      {(made.length > 0 || result.corrected > 0) && (
        <>
          <h3>{t('import.changed')}</h3>
          <dl>
            {made.map((what) => (
              <div key={what}>
                <dt>{t(`import.changed-${what}`)}</dt>
                <dd>
                  {t('import.changed-new', { created: result.created[what], updated: result.updated[what] })}
                </dd>
              </div>
            ))}
          </dl>
          {result.corrected > 0 && <p>{t('import.corrected', { n: result.corrected })}</p>}
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3>{t('import.warnings')}</h3>
          <dl>
            {warnings.map(([code, count]) => (
              <div key={code}>
                <dt>{sentence(locale, { code, facts: { count, n: count } })}</dt>
                <dd>{figure(locale, count)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}
