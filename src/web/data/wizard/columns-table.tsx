import type { Preview } from '../../../contract/import-preview.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ChoiceRadios } from './choice-radios.tsx'
import { FateCell, fateNote } from './fate.tsx'
import type { Cell, FieldRow } from './field-rows.ts'
import type { FileReading } from './reading.ts'
import { Theirs } from './theirs.tsx'

export type Patch = (patch: Readonly<Record<string, unknown>>) => void

/**
 * Our fields as rows, ten live lines as columns, the file's columns at the right: ours over theirs in one cell. The last row says
 * what becomes of each line.
 */
export function ColumnsTable({
  rows,
  preview,
  reading,
  onPatch,
}: {
  readonly rows: readonly FieldRow[]
  readonly preview: Preview
  readonly reading: FileReading
  readonly onPatch: Patch
}) {
  const { t } = useLanguage()
  return (
    <table className="lines-table" aria-label={t('import.step-columns')}>
      <colgroup>
        <col className="lines-ours" />
        {preview.rows.map(({ row }) => (
          <col key={row} />
        ))}
        <col className="lines-theirs" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('import.col-ours')}</th>
          {preview.rows.map(({ row }) => (
            <th key={row} scope="col" className="number">
              {row}
            </th>
          ))}
          <th scope="col">{t('import.col-theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field.field} data-amber={row.amber} data-choices={row.choices.length > 0}>
            <th scope="row">
              <span className="lines-name">
                {row.name}
                {row.unit !== '' && <small>{row.unit}</small>}
              </span>
              {row.choices.map((choice) => (
                <ChoiceRadios key={choice.id} choice={choice} reading={reading} onPatch={onPatch} />
              ))}
            </th>
            {row.cells.map((cell, i) => (
              <td key={preview.rows[i]?.row ?? i}>
                <LineCell {...cell} />
              </td>
            ))}
            <td className="lines-their">
              <Theirs
                field={row.field}
                name={row.name}
                headers={preview.headers}
                onPatch={onPatch}
                notes={<Notes row={row} />}
              />
            </td>
          </tr>
        ))}
        <tr className="lines-fate">
          <th scope="row">{t('wizard.this-line')}</th>
          {preview.rows.map((row) => (
            <td key={row.row}>
              <FateCell row={row} />
            </td>
          ))}
          <td className="lines-their" title={fateNote(reading, preview.rows)}>
            <span className="lines-note">{fateNote(reading, preview.rows)}</span>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** Ours over theirs; one text where they are the same, or where a refused line was not read. */
export function LineCell({ ours, theirs, blame }: Cell) {
  const { t } = useLanguage()
  const above = blame ?? ours
  if (above === null || theirs === '' || above === theirs) {
    const one = above ?? theirs
    return (
      <span className="line-one" data-none={above === null} data-blame={blame !== null} title={one}>
        {one === '' ? t('app.missing') : one}
      </span>
    )
  }
  return (
    <>
      <span className="line-ours" data-blame={blame !== null} title={above}>
        {above}
      </span>
      <span className="line-theirs" title={theirs}>
        {theirs}
      </span>
    </>
  )
}

export function Notes({ row }: { readonly row: FieldRow }) {
  return row.notes.map((note) => (
    <p key={note} className="lines-note" data-amber={row.amber}>
      {note}
    </p>
  ))
}
