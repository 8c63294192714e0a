import type { Understood } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'
import { dataRows } from './data-rows.ts'

/** The facts of a file on one line. */
export function FileFacts({
  fileName,
  understood,
}: {
  readonly fileName: string
  readonly understood: Understood
}) {
  const { t } = useLanguage()
  const { dropped } = understood
  const rows = dataRows(understood)
  const facts: readonly (readonly [string, string | null])[] = [
    [t('import.fact-name'), fileName],
    [t('import.fact-format'), understood.format],
    [t('import.fact-encoding'), understood.encoding],
    [t('import.fact-sheet'), understood.sheet],
    [t('import.fact-header'), t('import.fact-header-row', { row: understood.headerRow })],
    [
      t('import.fact-dropped'),
      dropped.length === 0
        ? null
        : t('import.fact-dropped-rows', { n: dropped.length, sample: dropped[0]?.sample ?? '' }),
    ],
    [t('import.fact-rows'), rows === null ? null : t('import.fact-size', { rows })],
  ]
  return (
    <dl className="file-facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
