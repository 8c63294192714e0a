/** A word with a small arrow that opens a list: the list is the browser's own, so it works by keyboard and on a phone. */
export function Swap({
  label,
  face,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly face: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: string) => void
}) {
  return (
    <span className="swap">
      <span aria-hidden="true">{face}</span>
      <i className="caret" aria-hidden="true" />
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled === true}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
