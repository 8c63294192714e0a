import { Link } from '@tanstack/react-router'
import type { ImportResult } from '../../../contract/intake.ts'
import { say } from '../../../language/index.ts'
import { figure } from '../../../language/message.ts'
import { downloads, paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'

type Reason = ImportResult['rejectedBy'][number]

/** A refusal's sentence says first what is wrong, then what to do. */
export function whyAndRemedy(words: string): readonly [string, string] {
  // A sentence without its facts may begin with what stood after one of them.
  const whole = words.replace(/^的/, '')
  const end = /[。]|\.\s/.exec(whole)
  return end ? [whole.slice(0, end.index).trim(), whole.slice(end.index + 1).trim()] : [whole, '']
}

/** Kinds of file that mend a refusal: what they bring makes its rows go in. */
const mends: Readonly<Record<string, 'accounts' | 'products' | 'markets'>> = {
  'line/account-unknown': 'accounts',
  'line/sku-unknown': 'products',
  'line/no-volume': 'products',
  'line/no-market': 'accounts',
}

/** The refused rows by reason, most first, each with an example and its remedy. */
export function RefusedTable({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const reasons = result.rejectedBy.toSorted((a, b) => b.count - a.count)
  const cases = reasons.reduce<number | null>(
    (sum, reason) => (sum === null || typeof reason.cases !== 'number' ? null : sum + reason.cases),
    0,
  )
  return (
    <section className="refused" id="refused" aria-label={t('import.back-title', { n: result.rowsRejected })}>
      <div className="refused-head">
        <h3>{t('import.back-title', { n: result.rowsRejected })}</h3>
        <span className="quiet">{result.dryRun ? t('wizard.back-later') : t('import.back-note')}</span>
        {!result.dryRun && (
          <a className="link" href={downloads.rejected(result.batch)} download>
            {t('wizard.download-file')}
          </a>
        )}
      </div>
      <table className="plain-table refused-table">
        <thead>
          <tr>
            <th scope="col">{t('import.back-why')}</th>
            <th scope="col" className="number">
              {t('import.back-rows')}
            </th>
            {cases !== null && cases > 0 && (
              <th scope="col" className="number">
                {t('unit.cases')}
              </th>
            )}
            <th scope="col">{t('import.back-example')}</th>
            <th scope="col">{t('import.back-remedy')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('wizard.do')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <ReasonRow key={reason.code} reason={reason} cases={cases !== null && cases > 0} />
          ))}
        </tbody>
        {reasons.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('import.total')}</th>
              <td className="number">
                <strong>{figure(locale, result.rowsRejected)}</strong>
              </td>
              {cases !== null && cases > 0 && <td className="number">{figure(locale, Math.round(cases))}</td>}
              <td />
              <td />
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function ReasonRow({ reason, cases }: { readonly reason: Reason; readonly cases: boolean }) {
  const { t, locale } = useLanguage()
  const [why, remedy] = whyAndRemedy(say(locale, { code: reason.code }))
  const cells = (reason.examples ?? []).map((one) => one.cells.filter((cell) => cell !== '').join(' · '))
  const quoted = /[“"]([^”"]+)[”"]/.exec(reason.sample)?.[1]
  const kind = mends[reason.code]
  return (
    <tr>
      <th scope="row" data-label={t('import.back-why')}>
        {why}
      </th>
      <td className="number" data-label={t('import.back-rows')}>
        <strong>{figure(locale, reason.count)}</strong>
      </td>
      {cases && (
        <td className="number" data-label={t('unit.cases')}>
          {typeof reason.cases === 'number' ? figure(locale, Math.round(reason.cases)) : t('app.missing')}
        </td>
      )}
      <td className="example" title={cells.join('\n') || reason.sample} data-label={t('import.back-example')}>
        {quoted ?? cells[0] ?? ''}
        <span className="under">{t('import.back-row', { row: reason.row })}</span>
      </td>
      <td data-label={t('import.back-remedy')}>{remedy}</td>
      <td className="refused-do">
        {kind && (
          <Link className="button-quiet" to={paths.import} search={{ kind }}>
            {t(`wizard.mend-${kind}`)}
          </Link>
        )}
      </td>
    </tr>
  )
}
