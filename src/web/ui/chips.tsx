import { useId } from 'react'
import './chips.css'

type Props<V extends string | number> = {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
}

/** Any of a few: words that are ticked with a thumb. */
export function Chips<V extends string | number>({
  label,
  value,
  options,
  onChange,
}: Props<V> & { readonly value: readonly V[]; readonly onChange: (value: readonly V[]) => void }) {
  const ticked = (one: V, on: boolean) =>
    options.map((option) => option.value).filter((it) => (it === one ? on : value.includes(it)))
  return (
    <div className="chips" role="group" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={(event) => onChange(ticked(option.value, event.target.checked))}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

/** One of a few, where a row of them would be too wide for a phone. */
export function ChipChoice<V extends string>({
  label,
  value,
  options,
  onChange,
}: Props<V> & { readonly value: V; readonly onChange: (value: V) => void }) {
  const name = useId()
  return (
    <div className="chips" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
