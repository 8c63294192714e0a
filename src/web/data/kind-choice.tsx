import { useId } from 'react'
import type { ImportKind } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'
import { kinds } from './fields.ts'

/** What is in the file: a row of words, each with what it is for. Arrow keys move, as in any group of radios. */
export function KindChoice({
  kind,
  onChange,
}: {
  readonly kind: ImportKind
  readonly onChange: (kind: ImportKind) => void
}) {
  const { t } = useLanguage()
  const name = useId()
  return (
    <div className="kind-choice" role="radiogroup" aria-label={t('import.kind')}>
      <span className="kind-label">{t('import.kind')}</span>
      <div className="kind-words">
        {kinds.map((value) => (
          <label key={value} data-chosen={value === kind}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === kind}
              onChange={() => onChange(value)}
            />
            <span>{t(`kind.${value}`)}</span>
          </label>
        ))}
      </div>
      <p className="quiet">{t(`wizard.kind-note.${kind}`)}</p>
    </div>
  )
}
