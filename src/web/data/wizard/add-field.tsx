import { useState } from 'react'
import type { Preview } from '../../../contract/import-preview.ts'
import type { ImportKind } from '../../../contract/intake.ts'
import { useLanguage } from '../../ui/language.tsx'
import { fieldsOfKind } from '../fields.ts'
import type { Patch } from './columns-table.tsx'
import { letterOf } from './letters.ts'
import { Swap } from './swap.tsx'

/** Columns that nothing takes, and the way to use one of them after all. */
export function AddField({
  kind,
  preview,
  onPatch,
}: {
  readonly kind: ImportKind
  readonly preview: Preview
  readonly onPatch: Patch
}) {
  const { t } = useLanguage()
  const [header, setHeader] = useState('')
  const used = new Set(preview.fields.map(({ field }) => field))
  // No field of its own, but a column that says what another one counts.
  const fields = kind === 'movements' ? [...fieldsOfKind[kind], 'quantity', 'quantity_unit'] as const : fieldsOfKind[kind]
  const free = fields.filter((field) => !used.has(field))
  const { unused } = preview.understood
  const letters = (name: string) => `${letterOf(preview.headers.indexOf(name))} ${name}`
  if (free.length === 0) return null
  return (
    <div className="add-field">
      {unused.length > 0 && (
        <span className="quiet">{t('wizard.unused', { columns: unused.map(letters).join(t('wizard.and')) })}</span>
      )}
      <span className="add-field-do">
        <Swap
          label={t('wizard.which-column')}
          face={header === '' ? t('import.add-column') : header}
          value={header}
          options={[
            { value: '', label: t('wizard.which-column') },
            ...[...unused, ...preview.headers.filter((name) => !unused.includes(name))].map((name) => ({
              value: name,
              label: letters(name),
            })),
          ]}
          onChange={setHeader}
        />
        {header !== '' && (
          <Swap
            label={t('import.add-field')}
            face={t('import.add-field')}
            value=""
            options={[
              { value: '', label: t('import.add-field') },
              ...free.map((field) => ({ value: field, label: t(`field.${field}`) })),
            ]}
            onChange={(field) => {
              onPatch({ columns: { [field]: header } })
              setHeader('')
            }}
          />
        )}
      </span>
    </div>
  )
}
