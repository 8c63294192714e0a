import type { ImportResult } from '../../../contract/intake.ts'
import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { stepWord } from '../step-word.ts'
import { Warnings } from './warnings.tsx'

const ORDER = ['read', 'judge', 'post', 'settle', 'assess']

/** Progress, full, with the seconds of each step; what was made or changed; what deserves a look. */
export function Outcome({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const steps = Object.entries(result.seconds)
    .toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
  const rows = (n: number) => t('import.rows', { n })
  const counted: Readonly<Record<string, string>> = {
    read: rows(result.rowsRead),
    judge: rows(result.rowsRead),
    post: rows(result.rowsAccepted),
    settle: '',
    assess: result.seen.accounts > 0 ? t('wizard.n-accounts', { n: result.seen.accounts }) : '',
  }
  const made = (['accounts', 'skus', 'markets'] as const).filter(
    (what) => result.created[what] + result.updated[what] > 0,
  )
  return (
    <div className="outcome">
      <ProgressBar label={t('import.step-done')} done={1} />
      <table className="plain-table outcome-steps">
        <tbody>
          {steps.map(([step, seconds]) => (
            <tr key={step}>
              <th scope="row">{t(stepWord(step))}</th>
              <td>{counted[step]}</td>
              <td className="number">{seconds < 0.1
                  ? t('wizard.no-time')
                  : t('import.seconds', { seconds: Math.round(seconds * 10) / 10 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(made.length > 0 || result.corrected > 0) && (
        <>
          <h3>{t('import.changed')}</h3>
          <dl>
            {made.map((what) => (
              <div key={what}>
                <dt>{t(`import.changed-${what}`)}</dt>
                <dd>{changedWords(t, result.created[what], result.updated[what])}</dd>
              </div>
            ))}
            {result.corrected > 0 && (
              <div>
                <dt>{t('wizard.corrected')}</dt>
                <dd>{figure(locale, result.corrected)}</dd>
              </div>
            )}
          </dl>
        </>
      )}
      <Warnings result={result} />
    </div>
  )
}

function changedWords(t: ReturnType<typeof useLanguage>['t'], created: number, updated: number): string {
  if (updated === 0) return t('wizard.made-new', { n: created })
  if (created === 0) return t('wizard.made-updated', { n: updated })
  return t('import.changed-new', { created, updated })
}
