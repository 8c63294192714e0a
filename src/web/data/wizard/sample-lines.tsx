import type { TrialSamples } from '../../../contract/intake.ts'
import { LITRES_PER_TONNE } from '../../../domain/volume.ts'
import { useFileReading } from './reading.ts'

type Line = TrialSamples['in'][number] & Partial<Pick<TrialSamples['corrected'][number], 'was'>>

/** Lines as the ledger would hold them; of a corrected one also what stands there now. Cases are not known of a line: kilolitres then. */
export function SampleLines({ lines }: { readonly lines: readonly Line[] }) {
  const { t, unit, moneyName, money, locale } = useFileReading()
  const tonnes = unit === 't'
  const volume = (millilitres: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
      .format(millilitres / 1e6 / (tonnes ? LITRES_PER_TONNE / 1000 : 1))
      .replace('-', '−')
  const sum = (minor: number | null) => (minor === null ? t('app.missing') : money(minor))
  return (
    <table className="plain-table sample-lines">
      <thead>
        <tr>
          <th scope="col">{t('field.date')}</th>
          <th scope="col">{t('wizard.subject-account')}</th>
          <th scope="col">{t('wizard.subject-sku')}</th>
          <th scope="col" className="number">
            {t(tonnes ? 'unit.tonnes' : 'unit.kilolitres')}
          </th>
          <th scope="col" className="number">
            {moneyName}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own
          <tr key={i}>
            <td>{line.day}</td>
            <td className="sample-name" title={line.account}>
              {line.account}
            </td>
            <td className="sample-name" title={line.sku}>
              {line.sku}
            </td>
            <td className="number">
              {volume(line.millilitres)}
              {line.was && line.was.millilitres !== line.millilitres && (
                <span className="under">{t('wizard.was', { was: volume(line.was.millilitres) })}</span>
              )}
            </td>
            <td className="number">
              {sum(line.amountMinor)}
              {line.was && line.was.amountMinor !== line.amountMinor && (
                <span className="under">{t('wizard.was', { was: sum(line.was.amountMinor) })}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
