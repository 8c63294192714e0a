import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Search } from '../../contract/search.ts'
import { api } from '../api.ts'
import { useFoundItems } from './found-items.ts'
import { useLanguage } from './language.tsx'
import { useSettled } from './settled.ts'
import { useProblemWords } from './states.tsx'

const AGAIN_MS = 1500
const MOST_CHARACTERS = 100

/** The field keeps the focus and the keys; beneath it what was found, in groups, with one current row. */
export function FindPanel({ close }: { readonly close: () => void }) {
  const { t } = useLanguage()
  const words = useProblemWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const wanted = useSettled(text.trim())
  const { data, error, isFetching } = useQuery<Search>({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => api.search(wanted, signal),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: (query) => (query.state.data?.complete === false ? AGAIN_MS : false),
  })
  const found = text.trim() === '' ? undefined : data
  const groups = useFoundItems(text.trim(), found, close).filter(({ items }) => items.length > 0)
  const items = groups.flatMap((group) => group.items)
  const current = Math.min(at, items.length - 1)
  const waiting = text.trim() !== '' && (wanted !== text.trim() || isFetching)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    document.getElementById(`${id}-${String(current)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter takes a word of an input method, not yet a row.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setAt((current + step + items.length) % items.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      items[current]?.take()
    }
  }
  return (
    <div className="find-body">
      <div className="find-field">
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('finder.title')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={items[current] ? `${id}-${String(current)}` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={MOST_CHARACTERS}
          placeholder={t('finder.hint')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="find-close" onClick={close}>
          {t('app.close')}
        </button>
      </div>
      <div
        id={`${id}-list`}
        className="find-list"
        role="listbox"
        aria-label={t('finder.title')}
        tabIndex={-1}
      >
        {groups.map((group) => (
          <div key={group.word} role="group" aria-labelledby={`${id}-${group.word}`}>
            <p id={`${id}-${group.word}`} role="presentation">
              {t(group.word)}
            </p>
            {group.items.map((item) => {
              const mine = items.indexOf(item)
              return (
                // The field has the keys.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={item.key}
                  id={`${id}-${String(mine)}`}
                  role="option"
                  aria-selected={mine === current}
                  onPointerDown={(event) => event.preventDefault()}
                  onPointerMove={() => setAt(mine)}
                  onClick={item.take}
                >
                  <span className="find-name" title={item.name}>
                    {item.name}
                  </span>
                  <span className="find-note" title={item.note}>
                    {item.note}
                  </span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p className="find-said" role="status">
        {error
          ? words(error)
          : waiting && items.length === 0
            ? t('state.loading')
            : found?.complete === false
              ? t('finder.incomplete')
              : items.length === 0
                ? t('finder.none', { text: text.trim() })
                : ''}
      </p>
      <p className="find-keys" aria-hidden="true">
        {t('finder.keys')}
      </p>
    </div>
  )
}
