import { useId, type ReactNode } from 'react'
import type { ImportBatch, Understood } from '../../../contract/intake.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { kinds } from '../fields.ts'
import { useBring } from '../incoming.tsx'
import { fileOf } from '../queue.ts'
import type { Draft } from './draft.ts'
import { delimiterName, DroppedRows } from './dropped-rows.tsx'

type Option = { readonly value: string; readonly label: string }

/** Everything about a file that could have been taken wrongly. What is chosen here holds at once: the ten lines below follow. */
export function FileCorrections({
  batch,
  understood,
  draft,
}: {
  readonly batch: ImportBatch
  readonly understood: Understood
  readonly draft: Draft
}) {
  const { t } = useLanguage()
  const { again } = useBring()
  const file = fileOf(batch.id)
  const { company } = useSession()
  const map = draft.map ?? {}
  const say = (name: string, value: unknown) => draft.patch({ [name]: value === '' ? null : value })
  const text = understood.encoding !== null
  const rate = map.constants?.['vat_rate'] ?? company.vatRate
  return (
    <div className="file-corrections">
      {file && (
        <Pick
          label={t('import.kind')}
          found={t(`kind.${batch.kind}`)}
          value=""
          options={kinds
            .filter((kind) => kind !== batch.kind)
            .map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => {
            const kind = kinds.find((one) => one === value)
            if (kind) again(file, kind)
          }}
        />
      )}
      {text && (
        <Pick
          label={t('import.fact-encoding')}
          found={understood.encoding ?? ''}
          value={map.encoding ?? ''}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(value) => say('encoding', value)}
        />
      )}
      {text && understood.delimiter !== null && (
        <Pick
          label={t('wizard.fact-delimiter')}
          found={delimiterName(understood.delimiter)}
          value={map.delimiter ?? ''}
          options={[',', ';', '\t', '|'].map((value) => ({ value, label: delimiterName(value) }))}
          onChange={(value) => say('delimiter', value)}
        />
      )}
      {understood.sheets.length > 1 && (
        <Pick
          label={t('import.fact-sheet')}
          found={understood.sheet ?? ''}
          value={map.sheet ?? ''}
          options={understood.sheets.map((value) => ({ value, label: value }))}
          onChange={(value) => say('sheet', value)}
        />
      )}
      <Count
        label={t('wizard.header-row')}
        value={map.headerRow ?? understood.headerRow}
        most={1000}
        onChange={(value) => say('headerRow', value)}
      />
      <Count
        label={t('wizard.header-height')}
        value={map.headerRows ?? understood.headerRows}
        most={5}
        onChange={(value) => say('headerRows', value)}
      />
      <Pick
        label={t('choice.date-order')}
        found={understood.dateFormat ?? ''}
        value={map.dateOrder ?? ''}
        options={(['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`option.${value}`) }))}
        onChange={(value) => say('dateOrder', value)}
      />
      <Pick
        label={t('choice.decimal')}
        found=""
        value={map.decimal ?? ''}
        options={(['.', ','] as const).map((value) => ({ value, label: t(`option.${value}`) }))}
        onChange={(value) => say('decimal', value)}
      />
      <Pick
        label={t('choice.quantity-unit')}
        found=""
        value={map.quantityUnit ?? ''}
        options={(['cases', 'units', 'litres', 'kilolitres'] as const).map((value) => ({
          value,
          label: t(`option.${value}`),
        }))}
        onChange={(value) => say('quantityUnit', value)}
      />
      <Pick
        label={t('choice.vat')}
        found=""
        value={map.vat ?? ''}
        options={(['without', 'with'] as const).map((value) => ({ value, label: t(`option.${value}`) }))}
        onChange={(value) =>
          draft.patch({
            vat: value === '' ? null : value,
            ...(value === 'with' && rate === null ? { constants: { vat_rate: 0.13 } } : {}),
          })
        }
      />
      {map.vat === 'with' && (
        <Count
          label={t('wizard.vat-rate')}
          value={Math.round(Number(rate ?? 0.13) * 1000) / 10}
          most={50}
          onChange={(value) => draft.patch({ constants: { vat_rate: value / 100 } })}
        />
      )}
      <div className="file-dropped">
        <h3>{t('wizard.dropped-title')}</h3>
        <DroppedRows
          understood={understood}
          taken={map.takeRows ?? []}
          onTake={(rows) => say('takeRows', rows.length === 0 ? null : rows)}
        />
      </div>
    </div>
  )
}

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

function Named({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="correction">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** One of a few; the first is what we found ourselves. */
function Pick({
  label,
  found,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly found: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}) {
  const { t } = useLanguage()
  return (
    <Named label={label}>
      {(id) => (
        <select id={id} value={value} data-said={value !== ''} onChange={(event) => onChange(event.target.value)}>
          <option value="">{found === '' ? t('wizard.as-found') : t('wizard.as-found-is', { found })}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Named>
  )
}

/** A whole number, taken with Enter or when the field is left. */
function Count({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}) {
  const take = (text: string) => {
    const next = Number(text)
    if (Number.isFinite(next) && next >= 1 && next <= most && next !== value) onChange(next)
  }
  return (
    <Named label={label}>
      {(id) => (
        <input
          key={value}
          id={id}
          type="number"
          min={1}
          max={most}
          step="any"
          defaultValue={value}
          onBlur={(event) => take(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(event.currentTarget.value)
          }}
        />
      )}
    </Named>
  )
}
