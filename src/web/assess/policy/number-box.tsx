import { useState, type InputHTMLAttributes } from 'react'

type Rest = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'>

/** A field for a number: what is typed stays as it was typed; null is what cannot be read. Arrow keys go by `step`. */
export function NumberBox({
  value,
  onValue,
  ...rest
}: Rest & { readonly value: number | null; readonly onValue: (value: number | null) => void }) {
  const [typed, setTyped] = useState<{ text: string; value: number | null }>({ text: text(value), value })
  const shown = typed.value === value ? typed.text : text(value)
  return (
    <input
      {...rest}
      type="number"
      inputMode="decimal"
      className="number-box"
      value={shown}
      onChange={(event) => {
        const raw = event.target.value
        const read = raw.trim() === '' ? Number.NaN : Number(raw)
        const next = Number.isFinite(read) ? read : null
        setTyped({ text: raw, value: next })
        onValue(next)
      }}
    />
  )
}

function text(value: number | null): string {
  return value === null ? '' : String(value)
}
