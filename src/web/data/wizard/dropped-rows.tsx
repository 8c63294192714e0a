import type { Understood } from '../../../contract/intake.ts'
import { lookUp } from '../../../language/index.ts'
import { useLanguage } from '../../ui/language.tsx'

const DELIMITERS: Readonly<Record<string, string>> = { '\t': 'Tab', ',': ',', ';': ';', '|': '|' }
export const delimiterName = (sign: string): string => DELIMITERS[sign] ?? sign

/** Rows that were left out, and why; with a box each where they can be taken after all. */
export function DroppedRows({
  understood,
  taken = [],
  onTake,
}: {
  readonly understood: Understood
  readonly taken?: readonly number[]
  readonly onTake?: (rows: readonly number[]) => void
}) {
  const { t, locale } = useLanguage()
  const known = new Set(understood.dropped.map(({ row }) => row))
  const rows = [
    ...understood.dropped,
    ...taken.filter((row) => !known.has(row)).map((row) => ({ row, why: 'total' as const, sample: '' })),
  ].toSorted((a, b) => a.row - b.row)
  if (rows.length === 0) return <p className="quiet">{t('wizard.dropped-none')}</p>
  return (
    <ul className="dropped">
      {rows.map(({ row, why, sample }) => (
        <li key={row}>
          {onTake && (
            <label>
              <input
                type="checkbox"
                checked={taken.includes(row)}
                onChange={(event) =>
                  onTake(event.target.checked ? [...taken, row] : taken.filter((one) => one !== row))
                }
              />
              {t('wizard.take')}
            </label>
          )}
          <span>{t('wizard.line-n', { row })}</span>
          <span className="quiet">{lookUp(locale, `dropped.${why}`) ?? why}</span>
          <span className="dropped-sample" title={sample}>
            {sample}
          </span>
        </li>
      ))}
    </ul>
  )
}
