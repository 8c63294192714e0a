import { useId } from 'react'
import './choice.css'

/** One of a few: a row of words, the chosen one underlined. Arrow keys move, as in any group of radios. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
  size = 'small',
  disabled = false,
}: {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[]
  readonly onChange: (value: V) => void
  readonly size?: 'small' | 'full'
  readonly disabled?: boolean
}) {
  const name = useId()
  return (
    <div className={`choice ${size}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} data-chosen={option.value === value} lang={option.lang}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
