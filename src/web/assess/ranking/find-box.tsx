import { useEffect, useRef, useState } from 'react'
import { usePhone } from '../../ui/viewport.ts'
import { useReading } from '../../ui/reading.ts'

/** Milliseconds of quiet before the words go into the address; the table itself follows each key. */
const QUIET = 250

/** The search of the table: 汉字, pinyin, initials, code. `/` leads into it, Escape empties it. */
export function FindBox({
  query,
  onQuery,
}: {
  readonly query: string
  readonly onQuery: (query: string) => void
}) {
  const { t } = useReading()
  const phone = usePhone()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      const target = event.target
      const typing =
        target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', find)
    return () => document.removeEventListener('keydown', find)
  }, [])
  return (
    <span className="find-box">
      <input
        ref={box}
        type="search"
        value={query}
        placeholder={t(phone ? 'ranking.find-short' : 'ranking.find')}
        aria-label={t('ranking.find-label')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') onQuery('')
        }}
      />
    </span>
  )
}

/** Words as they are typed, and the address a little later; a new address (back, a link) sets the words. */
export function useQueryText(
  inAddress: string,
  write: (query: string) => void,
): readonly [query: string, set: (query: string) => void] {
  const [query, setQuery] = useState(inAddress)
  const sent = useRef(inAddress)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (inAddress !== sent.current) {
      sent.current = inAddress
      setQuery(inAddress)
    }
  }, [inAddress])
  useEffect(() => () => clearTimeout(later.current), [])
  // The rest of the view may change before the words are written, so the last way to write is taken, not the first.
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })
  const set = (next: string) => {
    setQuery(next)
    clearTimeout(later.current)
    later.current = setTimeout(() => {
      sent.current = next.trim()
      latest.current(next.trim())
    }, QUIET)
  }
  return [query, set]
}
