import { useState, type InputHTMLAttributes } from 'react'
import { useLanguage } from './language.tsx'
import { typedNumber, typeset } from './figures.ts'
import './field.css'

type Rest = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'>

/**
 * A number as people type it. What cannot be read stays in the field, marked, and counts as unknown. `percent` shows a share 0..1 as
 * per cent; `digits` are shown while nobody types. Empty is null. `box` is the class of a box around the field alone.
 */
export function NumberInput({
  value,
  onValue,
  digits,
  percent = false,
  box,
  ...rest
}: Rest & {
  readonly value: number | null
  readonly onValue: (value: number | null) => void
  readonly digits?: number
  readonly percent?: boolean
  readonly box?: string
}) {
  const [typed, setTyped] = useState<{ text: string; value: number | null; wrong: boolean } | null>(null)
  const { t } = useLanguage()
  const by = percent ? 100 : 1
  const own = typed !== null && typed.value === value ? typed : null
  const calm = value === null ? '' : written(value * by, digits)
  const field = (
    <input
      {...rest}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={own?.text ?? calm}
      aria-invalid={own?.wrong || undefined}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped((now) => (now?.wrong ? now : null))}
      onChange={(event) => {
        const text = event.target.value
        const read = typedNumber(text)
        const next = read == null ? null : Number((read / by).toPrecision(12))
        setTyped({ text, value: next, wrong: read === undefined })
        onValue(next)
      }}
    />
  )
  return (
    <>
      {box === undefined ? field : <div className={box}>{field}</div>}
      {own?.wrong === true && (
        <small className="number-wrong" role="alert">
          {t('desk.no-number')}
        </small>
      )}
    </>
  )
}

function written(value: number, digits: number | undefined): string {
  const clean = Number(value.toPrecision(12))
  return typeset(digits === undefined ? String(clean) : clean.toFixed(digits))
}
