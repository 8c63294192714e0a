import { figure } from '../../../language/message.ts'
import { Ruler } from '../../ui/ruler.tsx'
import { useFileReading, type Measured } from './reading.ts'

export type Counts = {
  readonly in: number
  readonly unchanged: number
  readonly back: number
  readonly volume: Measured | null
}

/** Where each row goes: in (ink), unchanged (pale), back (outline). */
export function RowsRuler({
  counts,
  done,
  pale = false,
}: {
  readonly counts: Counts | null
  readonly done: boolean
  readonly pale?: boolean
}) {
  const { t, locale, volume, unitName } = useFileReading()
  const all = counts === null ? 0 : counts.in + counts.unchanged + counts.back
  const part = (rows: number) => (all === 0 ? 0 : rows / all)
  const share = (rows: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      part(rows),
    )
  if (counts === null || all === 0) return <div className="rows-ruler" />
  const liquid = counts.volume !== null && counts.volume.millilitres !== 0
  return (
    <div className="rows-ruler" data-pale={pale}>
      <Ruler
        label={t('import.ruler')}
        segments={[
          {
            key: 'in',
            name: done ? t('import.part-in') : t('wizard.part-in'),
            fill: 'var(--value-5)',
            share: part(counts.in),
            figures: [
              t('import.rows', { n: counts.in }),
              share(counts.in),
              ...(liquid && counts.volume ? [`${volume(counts.volume)} ${unitName}`] : []),
            ],
          },
          {
            key: 'unchanged',
            name: t('import.part-unchanged'),
            fill: 'var(--value-2)',
            share: part(counts.unchanged),
            figures: [t('import.rows', { n: counts.unchanged })],
          },
          {
            key: 'back',
            name: t('import.part-back'),
            fill: 'var(--surface)',
            outline: true,
            share: part(counts.back),
            figures: [t('import.rows', { n: counts.back })],
          },
        ]}
      />
      <p className="rows-ruler-words">
        {[
          `${done ? t('import.part-in') : t('wizard.part-in')} ${figure(locale, counts.in)}`,
          `${t('import.part-unchanged')} ${figure(locale, counts.unchanged)}`,
          `${t('import.part-back')} ${figure(locale, counts.back)}`,
        ].join(' · ')}
      </p>
    </div>
  )
}
