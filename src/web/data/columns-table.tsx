import { Select } from 'antd'
import { useState } from 'react'
import type { ColumnMap, ImportKind, Understood } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'
import { usePhone } from '../ui/viewport.ts'
import { fieldKey, fieldsOfKind } from './fields.ts'

/** Below this a column counts as a guess that a person must look at. */
export const GUESS_BELOW = 0.8
const MOST_SAMPLES = 6

type Column = Understood['columns'][number]

/** Our fields as rows, the uncertain ones first; at the right the column of the file, which can be changed. */
export function ColumnsTable({
  kind,
  understood,
  map,
  onChange,
}: {
  readonly kind: ImportKind
  readonly understood: Understood
  readonly map: ColumnMap
  readonly onChange: (field: string, header: string) => void
}) {
  const { t } = useLanguage()
  const phone = usePhone()
  const [adding, setAdding] = useState<string | null>(null)
  const known = new Set(understood.columns.map((column) => column.field))
  const added: Column[] = Object.entries(map.columns ?? {})
    .filter(([field]) => !known.has(field))
    .map(([field, header]) => ({ field, header, constant: null, unit: null, sure: 1, by: 'map', samples: [] }))
  const columns = [...understood.columns, ...added].toSorted(
    (a, b) => Number(b.sure < GUESS_BELOW) - Number(a.sure < GUESS_BELOW),
  )
  const headers = [
    ...new Set([
      ...understood.columns.flatMap(({ header }) => (header === null ? [] : [header])),
      ...understood.unused,
    ]),
  ]
  const name = (field: string) => {
    const key = fieldKey(kind, field)
    return key === null ? field : t(key)
  }
  const samples = phone ? 0 : Math.min(MOST_SAMPLES, Math.max(1, ...columns.map((c) => c.samples.length)))
  const options = headers.map((header) => ({ value: header, label: header }))
  const free = fieldsOfKind[kind].filter((field) => !columns.some((column) => column.field === field))

  return (
    <div className="table-scroll">
      <table className="plain-table columns-table">
        <thead>
          <tr>
            <th>{t('import.col-ours')}</th>
            {samples > 0 && <th colSpan={samples}>{t('import.col-samples')}</th>}
            <th>{t('import.col-theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const chosen = map.columns?.[column.field]
            const guess = column.sure < GUESS_BELOW && chosen === undefined
            return (
              <tr key={column.field} data-guess={guess}>
                <th scope="row">
                  {name(column.field)}
                  <Origin column={column} guess={guess} />
                  {phone && <span className="under">{column.samples.slice(0, 2).join(' · ')}</span>}
                </th>
                {Array.from({ length: samples }, (_, i) => (
                  <td key={i} className="sample" title={column.samples[i]}>
                    {chosen === undefined || chosen === column.header ? (column.samples[i] ?? '') : ''}
                  </td>
                ))}
                <td className="theirs">
                  {column.constant !== null && chosen === undefined ? (
                    t('import.constant', { value: column.constant })
                  ) : (
                    <Select
                      aria-label={t('import.column-of', { field: name(column.field) })}
                      showSearch={{ optionFilterProp: 'label' }}
                      value={chosen ?? column.header}
                      options={options}
                      onChange={(header) => {
                        if (header !== null) onChange(column.field, header)
                      }}
                    />
                  )}
                </td>
              </tr>
            )
          })}
          {understood.unused.length > 0 && (
            <tr className="unused">
              <th scope="row">
                {t('import.not-used')}
                <span className="under">{t('import.not-used-note')}</span>
              </th>
              {samples > 0 && <td colSpan={samples}>{understood.unused.join(' · ')}</td>}
              <td className="theirs">
                <Select
                  aria-label={t('import.add-field')}
                  placeholder={t('import.add-column')}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={adding}
                  options={free.map((field) => ({ value: field, label: t(`field.${field}`) }))}
                  onChange={setAdding}
                />
                {adding !== null && (
                  <Select
                    aria-label={t('import.column-of', { field: name(adding) })}
                    placeholder={t('import.col-theirs')}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={null}
                    options={options}
                    onChange={(header) => {
                      if (header !== null) onChange(adding, header)
                      setAdding(null)
                    }}
                  />
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Origin({ column, guess }: { readonly column: Column; readonly guess: boolean }) {
  const { t } = useLanguage()
  if (guess) return <span className="under unsure">{t('import.guessed')}</span>
  if (column.by === 'memory') return <span className="under">{t('import.remembered')}</span>
  return null
}
