import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import './finder.css'

export type Found = {
  readonly key: string
  readonly name: string
  readonly note?: string
  readonly depth?: number
}

/**
 * A field that finds one of many: type, move with the arrow keys, take with Enter. The list stands under the field while it is open;
 * `find` decides what matches and in which order.
 */
export function Finder({
  label,
  hint,
  find,
  onPick,
  none,
  aside,
  always = false,
  input,
}: {
  readonly label: string
  readonly hint: string
  readonly find: (text: string) => readonly Found[]
  readonly onPick: (key: string) => void
  readonly none: (text: string) => string
  readonly aside?: ReactNode
  /** The list is part of the panel, not a drop-down. */
  readonly always?: boolean
  readonly input?: RefObject<HTMLInputElement | null>
}) {
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const field = input ?? own
  useEffect(() => {
    // In a panel that somebody has opened, the next key is for the field.
    if (always) field.current?.focus()
  }, [always, field])
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const shown = always || (open && text.trim() !== '')
  const found = shown ? find(text.trim()) : []
  const current = Math.min(at, found.length - 1)

  const pick = (item: Found | undefined) => {
    if (!item) return
    setText('')
    setOpen(false)
    onPick(item.key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(Math.max(0, Math.min(found.length - 1, current + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pick(found[current])
    } else if (event.key === 'Escape' && !always) {
      setText('')
      setOpen(false)
    }
  }
  return (
    <div className="finder" data-always={always}>
      <div className="finder-field">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found[current] ? `${id}-${String(current)}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={hint}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {aside}
      </div>
      {/* A combobox with its list, as the ARIA practices draw it: the field keeps the focus and the keys. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events */}
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown} className="finder-list">
        {found.map((item, i) => (
          <li
            key={item.key}
            id={`${id}-${String(i)}`}
            role="option"
            aria-selected={i === current}
            style={{ paddingInlineStart: 10 + (item.depth ?? 0) * 14 }}
            // The field would lose the focus, and the list would close before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(item)}
          >
            <span>{item.name}</span>
            {item.note !== undefined && <span className="quiet">{item.note}</span>}
          </li>
        ))}
      </ul>
      {/* oxlint-enable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events */}
      {shown && found.length === 0 && (
        <p className="finder-none" role="status">
          {none(text.trim())}
        </p>
      )}
    </div>
  )
}
