import type { ImportResult } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'
import { Ruler } from '../ui/ruler.tsx'

/** Where each row goes: in (ink), unchanged (pale), back (outline). */
export function RowsRuler({ result }: { readonly result: ImportResult }) {
  const { t } = useLanguage()
  const parts = [
    {
      key: 'in',
      name: result.dryRun ? t('import.part-will-in') : t('import.part-in'),
      rows: result.rowsAccepted,
      fill: 'var(--value-5)',
    },
    { key: 'unchanged', name: t('import.part-unchanged'), rows: result.unchanged, fill: 'var(--value-2)' },
    { key: 'back', name: t('import.part-back'), rows: result.rowsRejected, fill: 'var(--surface)', outline: true },
  ]
  const all = parts.reduce((sum, part) => sum + part.rows, 0)
  return (
    <Ruler
      label={t('import.ruler')}
      segments={parts.map(({ rows, ...part }) => ({
        ...part,
        share: all === 0 ? 0 : rows / all,
        figures: [t('import.rows', { n: rows })],
      }))}
    />
  )
}
