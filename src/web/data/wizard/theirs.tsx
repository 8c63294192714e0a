import { useState, type ReactNode } from 'react'
import type { Preview } from '../../../contract/import-preview.ts'
import { useLanguage } from '../../ui/language.tsx'
import { letterOf } from './letters.ts'
import { Swap } from './swap.tsx'

const NONE = ''
const CONSTANT = '\u0000constant'

/** The column of the file that a field takes; another one, a fixed value, or none. */
export function Theirs({
  field,
  name,
  headers,
  onPatch,
  notes,
}: {
  readonly field: Preview['fields'][number]
  readonly name: string
  readonly headers: readonly string[]
  readonly onPatch: (patch: Readonly<Record<string, unknown>>) => void
  /** What is known of this column; amber where it is a doubt. */
  readonly notes: ReactNode
}) {
  const { t } = useLanguage()
  const [typing, setTyping] = useState(false)
  const options = [
    ...headers.map((header, i) => ({ value: header, label: `${letterOf(i)}  ${header}` })),
    { value: CONSTANT, label: t('wizard.fix-value') },
    { value: NONE, label: t('wizard.no-column') },
  ]
  const choose = (value: string) => {
    if (value === CONSTANT) setTyping(true)
    else onPatch({ columns: { [field.field]: value }, constants: { [field.field]: null } })
  }
  const fix = (value: string) => {
    setTyping(false)
    if (value.trim() !== '')
      onPatch({ constants: { [field.field]: value.trim() }, columns: { [field.field]: null } })
  }
  return (
    <>
      <div className="theirs-line">
        {field.column !== null && <kbd className="letter">{letterOf(field.column)}</kbd>}
        {typing ? (
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the list that had the focus
            autoFocus
            className="theirs-fixed"
            aria-label={t('wizard.fixed-for', { field: name })}
            defaultValue={field.constant ?? ''}
            onBlur={(event) => fix(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') fix(event.currentTarget.value)
              if (event.key === 'Escape') setTyping(false)
            }}
          />
        ) : (
          <strong title={field.header ?? ''}>
            {field.header ?? (field.constant === null ? t('app.missing') : t('wizard.fixed', { value: field.constant }))}
          </strong>
        )}
        {!typing && (
          <Swap
            label={t('import.column-of', { field: name })}
            face={t('wizard.swap')}
            value={field.header ?? (field.constant === null ? NONE : CONSTANT)}
            options={options}
            onChange={choose}
          />
        )}
      </div>
      {notes}
    </>
  )
}
