import type { ImportResult } from '../../contract/intake.ts'
import { say } from '../../language/index.ts'
import { figure } from '../../language/message.ts'
import { downloads } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'

/** A refusal's sentence says first what is wrong, then what to do. */
function whyAndRemedy(words: string): readonly [string, string] {
  const end = /[。]|\.\s/.exec(words)
  return end ? [words.slice(0, end.index + 1).trim(), words.slice(end.index + 1).trim()] : [words, '']
}

/** The refused rows by reason, most first, each with an example and its remedy. */
export function RejectedTable({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const reasons = result.rejectedBy.toSorted((a, b) => b.count - a.count)
  return (
    <div className="rejected">
      <div className="rejected-head">
        <h3>{t('import.back-title', { n: result.rowsRejected })}</h3>
        {!result.dryRun && (
          <>
            <span className="quiet">{t('import.back-note')}</span>
            <a className="link" href={downloads.rejected(result.batch)} download>
              {t('import.download')}
            </a>
          </>
        )}
      </div>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('import.back-why')}</th>
              <th className="number">{t('import.back-rows')}</th>
              <th>{t('import.back-example')}</th>
              <th>{t('import.back-remedy')}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason) => {
              const [why, remedy] = whyAndRemedy(say(locale, { code: reason.code }))
              const [example] = whyAndRemedy(reason.sample)
              return (
                <tr key={reason.code}>
                  <th scope="row">{why}</th>
                  <td className="number">
                    <strong>{figure(locale, reason.count)}</strong>
                  </td>
                  <td className="example" title={reason.sample}>
                    {example}
                    <span className="under">{t('import.back-row', { row: reason.row })}</span>
                  </td>
                  <td>{remedy}</td>
                </tr>
              )
            })}
          </tbody>
          {reasons.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{t('import.total')}</th>
                <td className="number">
                  <strong>{figure(locale, result.rowsRejected)}</strong>
                </td>
                <td />
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </div>
  )
}
