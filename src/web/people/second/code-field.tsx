import { Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useLanguage } from '../../ui/language.tsx'

/** A code of the authenticator app, which the telephone may offer to fill in; or a recovery code, typed from paper. */
export function CodeField({
  value,
  onChange,
  recovery,
  onTurn,
  invalid,
  focus = false,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly recovery: boolean
  /** Absent: only codes of the app are taken. */
  readonly onTurn?: (() => void) | undefined
  readonly invalid: boolean
  /** Whether it takes the focus when it appears. */
  readonly focus?: boolean
}) {
  const { t } = useLanguage()
  const id = useId()
  const field = useRef<HTMLDivElement>(null)
  // Turning to the other kind of code makes another field: the focus goes there once it stands.
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (focus || turns > 0) field.current?.querySelector('input')?.focus()
  }, [focus, turns])
  const turn = () => {
    onTurn?.()
    setTurns(turns + 1)
  }
  return (
    <div className="field" ref={field}>
      <div className="field-head">
        <label htmlFor={id}>{t(recovery ? 'second.recovery-code' : 'second.code')}</label>
        {onTurn && (
          <button type="button" className="link" onClick={turn}>
            {t(recovery ? 'second.use-code' : 'second.use-recovery')}
          </button>
        )}
      </div>
      <Input
        id={id}
        size="large"
        key={recovery ? 'recovery' : 'code'}
        autoComplete={recovery ? 'off' : 'one-time-code'}
        inputMode={recovery ? 'text' : 'numeric'}
        maxLength={recovery ? 60 : 12}
        autoCapitalize="characters"
        spellCheck={false}
        required
        value={value}
        {...(invalid ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
