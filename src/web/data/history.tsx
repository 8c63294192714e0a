import { Link } from '@tanstack/react-router'
import type { ImportBatch } from '../../contract/intake.ts'
import { figure } from '../../language/message.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { useActor } from './actor.ts'
import { moment } from './moment.ts'

/** Every import, the latest first; each opens its own page. */
export function History({ batches }: { readonly batches: readonly ImportBatch[] }) {
  const { t, locale } = useLanguage()
  const who = useActor()
  const count = (value: number | undefined) => (value === undefined ? t('app.missing') : figure(locale, value))
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('import.col-file')}</th>
            <th>{t('import.col-state')}</th>
            <th className="number">{t('import.col-in')}</th>
            <th className="number">{t('import.col-unchanged')}</th>
            <th className="number">{t('import.col-back')}</th>
            <th>{t('import.col-who')}</th>
            <th>{t('import.col-when')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => {
            const result = batch.result?.dryRun ? null : batch.result
            return (
              <tr key={batch.id} data-state={batch.state}>
                <th scope="row">
                  <Link to={paths.importBatch} params={{ batch: batch.id }} search={true}>
                    {batch.fileName}
                  </Link>
                  <span className="under">{t(`kind.${batch.kind}`)}</span>
                </th>
                <td className="batch-state">{t(`import.state.${batch.state}`)}</td>
                <td className="number">{count(result?.rowsAccepted)}</td>
                <td className="number">{count(result?.unchanged)}</td>
                <td className="number">{count(result?.rowsRejected)}</td>
                <td>{who(batch.actor)}</td>
                <td>{moment(locale, batch.startedAt)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
