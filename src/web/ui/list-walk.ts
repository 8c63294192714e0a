import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

/** Distance of an element from the top of the document; it changes when what stands above it does. */
export function useTopOf(of: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      if (of.current) setTop(Math.round(of.current.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [of])
  return top
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 12,
  PageUp: -12,
}

/** Where a key leads from row `at` of `count`; null: it is no key of walking. */
export function stepTo(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step))
}

/** One row at a time can be reached by Tab; arrows and j/k move it, also to rows that are not in the document yet. */
export function useWalk(count: number, reveal: (at: number) => void, body: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(0)
  const wanted = useRef<number | null>(null)
  const settle = () => {
    if (wanted.current === null) return
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${String(wanted.current)}"]`)
    if (!row) return
    row.focus({ preventScroll: true })
    wanted.current = null
  }
  // A row that was out of sight is there only after it was drawn.
  useEffect(settle)
  const go = (to: number): void => {
    wanted.current = to
    setCurrent(to)
    reveal(to)
    settle()
  }
  /** Moves by the key; gives the row it went to. */
  const onKeyDown = (event: KeyboardEvent): number | null => {
    if (event.ctrlKey || event.metaKey || event.altKey) return null
    const to = stepTo(event.key, current, count)
    if (to === null) return null
    event.preventDefault()
    go(to)
    return to
  }
  return { count, current: Math.min(current, Math.max(0, count - 1)), setCurrent, go, onKeyDown }
}

/** From anywhere on the page where nobody types, j and k lead into the table: for the one table that is the page. */
export function useLeadIn(walk: ReturnType<typeof useWalk>): void {
  const latest = useRef(walk)
  useEffect(() => {
    latest.current = walk
  })
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k') return
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { target } = event
      if (!(target instanceof HTMLElement)) return
      // Inside the table the row itself answers; in a field these are letters, in a panel they are nothing.
      if (target.closest('input, textarea, select, [contenteditable], [role=dialog], tbody tr')) return
      const { go, current, count } = latest.current
      if (count === 0) return
      event.preventDefault()
      go(current)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
