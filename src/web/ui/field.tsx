import { cloneElement, isValidElement, useId, type ReactElement, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import './field.css'

type Named = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true; status?: never }

/**
 * One field of a form: its name above, the control, and beneath it what is wrong (a sentence with the way out) or a hint. `was` is the
 * value before it was changed: its presence draws the ink border. A single control (plain or of the kit) gets its id and the
 * descriptions by itself; a control that is already named by its own label stays as it is.
 */
export function Field({
  label,
  hint,
  error,
  was,
  children,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly was?: string | undefined
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  const own = useId()
  const wrong = error !== undefined && error !== null && error !== false && error !== ''
  const said = wrong || (hint !== undefined && hint !== null)
  const control = isValidElement<Named>(children) ? children : null
  const id = control?.props.id ?? own
  return (
    <div className="field" data-changed={was !== undefined || undefined} data-wrong={wrong || undefined}>
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {was !== undefined && (
          <span className="field-was" title={was}>
            {t('form.was', { was: was === '' ? t('form.nothing') : was })}
          </span>
        )}
      </div>
      <div className="field-control">
        {control ? named(control, id, said ? `${own}-said` : undefined, wrong) : children}
      </div>
      {said && (
        <div
          id={`${own}-said`}
          className={wrong ? 'field-error' : 'field-hint'}
          role={wrong ? 'alert' : undefined}
        >
          {wrong ? error : hint}
        </div>
      )}
    </div>
  )
}

function named(control: ReactElement<Named>, id: string, said: string | undefined, wrong: boolean) {
  return cloneElement(control, {
    id,
    ...(said === undefined ? {} : { 'aria-describedby': said }),
    ...(wrong ? { 'aria-invalid': true } : {}),
  })
}
