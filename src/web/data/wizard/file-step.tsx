import { columnsTaken } from './column-facts.ts'
import type { ImportBatch, Understood } from '../../../contract/intake.ts'
import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FoldedStep } from './step.tsx'
import type { Draft } from './draft.ts'
import { delimiterName, DroppedRows } from './dropped-rows.tsx'
import { FileCorrections } from './file-corrections.tsx'

/** Step 1: what kind of file it is, on one line; 改 opens what can be corrected. */
export function FileStep({
  batch,
  understood,
  lines,
  draft,
}: {
  readonly batch: ImportBatch
  readonly understood: Understood
  /** Lines that are data, where they are counted. */
  readonly lines: number | null
  readonly draft?: Draft
}) {
  const { t } = useLanguage()
  return (
    <FoldedStep
      n={1}
      title={t('import.step-file')}
      words={<FileFacts fileName={batch.fileName} understood={understood} lines={lines} />}
      open={draft ? t('wizard.change') : t('wizard.look')}
    >
      {draft ? (
        <FileCorrections batch={batch} understood={understood} draft={draft} />
      ) : (
        <DroppedRows understood={understood} />
      )}
    </FoldedStep>
  )
}

function FileFacts({
  fileName,
  understood,
  lines,
}: {
  readonly fileName: string
  readonly understood: Understood
  readonly lines: number | null
}) {
  const { t, locale } = useLanguage()
  const { headerRow, headerRows, delimiter } = understood
  const facts: readonly (readonly [string, string | null])[] = [
    [t('import.fact-encoding'), understood.encoding?.toUpperCase() ?? null],
    [t('wizard.fact-delimiter'), delimiter === null || delimiter === ',' ? null : delimiterName(delimiter)],
    [t('import.fact-sheet'), understood.sheet],
    [
      t('import.fact-header'),
      headerRows > 1
        ? t('wizard.header-rows', { first: headerRow, last: headerRow + headerRows - 1 })
        : t('import.fact-header-row', { row: headerRow }),
    ],
    [t('import.fact-dropped'), droppedWords(t, understood)],
    [
      t('import.fact-rows'),
      lines === null
        ? null
        : t('wizard.size', { rows: figure(locale, lines), columns: columnsTaken(understood) + understood.unused.length }),
    ],
  ]
  return (
    <span className="file-facts">
      <strong className="file-name">{fileName}</strong>
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <span key={name}>
            <small>{name}</small>
            {value}
          </span>
        ),
      )}
    </span>
  )
}

function droppedWords(t: ReturnType<typeof useLanguage>['t'], { dropped }: Understood): string | null {
  const [first, ...others] = dropped
  if (!first) return null
  const sample = first.sample.length > 24 ? `${first.sample.slice(0, 24)}…` : first.sample
  return others.length === 0
    ? t('wizard.dropped-one', { row: first.row, why: t(`dropped.${first.why}`), sample })
    : t('wizard.dropped-some', { n: dropped.length, why: t(`dropped.${first.why}`), sample })
}
