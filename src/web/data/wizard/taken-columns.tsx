import type { Understood } from '../../../contract/intake.ts'
import { useLanguage } from '../../ui/language.tsx'
import { fieldName } from '../fields.ts'

/** After the import: which column each field took, with some of its cells. */
export function TakenColumns({
  understood,
}: {
  readonly understood: Understood
}) {
  const { t, locale } = useLanguage()
  return (
    <table className="plain-table taken-columns">
      <tbody>
        {understood.columns.map((column) => (
            <tr key={column.field}>
              <th scope="row">{fieldName(locale, column.field)}</th>
              <td>
                {column.header ??
                  (column.constant === null ? t('app.missing') : t('wizard.fixed', { value: column.constant }))}
                {column.unit !== null && <small> {column.unit}</small>}
              </td>
              <td className="quiet">{column.samples.slice(0, 3).join(' · ')}</td>
              <td className="quiet">{column.by === 'memory' ? t('import.remembered') : column.by === 'map' ? t('wizard.you-said') : ''}</td>
            </tr>
        ))}
      </tbody>
    </table>
  )
}
