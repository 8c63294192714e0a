import type { Preview } from '../../../contract/import-preview.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ChoiceRadios } from './choice-radios.tsx'
import { LineCell, Notes, type Patch } from './columns-table.tsx'
import { FateCell } from './fate.tsx'
import type { FieldRow } from './field-rows.ts'
import type { FileReading } from './reading.ts'
import { Theirs } from './theirs.tsx'

/** The same on a phone: a field is a block, with three lines of the file under it. */
export function ColumnsCards({
  rows,
  lines,
  preview,
  reading,
  onPatch,
}: {
  readonly rows: readonly FieldRow[]
  /** Which of the preview's lines are shown. */
  readonly lines: readonly number[]
  readonly preview: Preview
  readonly reading: FileReading
  readonly onPatch: Patch
}) {
  const { t } = useLanguage()
  const shown = lines.flatMap((at) => preview.rows[at] ?? [])
  return (
    <ul className="lines-cards">
      {rows.map((row) => (
        <li key={row.field.field} data-amber={row.amber}>
          <div className="card-head">
            <strong className="lines-name">
              {row.name}
              {row.unit !== '' && <small>{row.unit}</small>}
            </strong>
            <div className="lines-their">
              <Theirs field={row.field} name={row.name} headers={preview.headers} onPatch={onPatch} notes={null} />
            </div>
          </div>
          <Notes row={row} />
          {row.choices.map((choice) => (
            <ChoiceRadios key={choice.id} choice={choice} reading={reading} onPatch={onPatch} />
          ))}
          <div className="card-cells">
            {lines.map((at) => {
              const cell = row.cells[at]
              return (
                cell && (
                  <div key={at}>
                    <LineCell {...cell} />
                  </div>
                )
              )
            })}
          </div>
        </li>
      ))}
      <li className="card-fate">
        <strong className="lines-name">{t('wizard.this-line')}</strong>
        <div className="card-cells">
          {shown.map((row) => (
            <div key={row.row}>
              <small>{t('wizard.line-n', { row: row.row })}</small>
              <FateCell row={row} />
            </div>
          ))}
        </div>
        {shown.flatMap((row) =>
          row.problem ? (
            <p key={row.row} className="lines-note">
              {t('wizard.line-why', { row: row.row, why: row.problem.detail })}
            </p>
          ) : (
            []
          ),
        )}
      </li>
    </ul>
  )
}
