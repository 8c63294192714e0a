import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useLanguage } from '../ui/language.tsx'

/** A password with "show" in words, and a warning while Caps Lock is on. */
export function PasswordField({
  label,
  value,
  onChange,
  autoComplete,
  invalid,
  note,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly invalid: boolean
  readonly note?: ReactNode
}) {
  const { t } = useLanguage()
  const id = useId()
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        <span role="status">{caps ? t('sign-in.caps') : note}</span>
      </div>
      <Input
        id={id}
        size="large"
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        required
        value={value}
        {...(invalid ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => onChange(event.target.value)}
        onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
        onBlur={() => setCaps(false)}
        suffix={
          <button type="button" className="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? t('sign-in.hide') : t('sign-in.show')}
          </button>
        }
      />
    </div>
  )
}
