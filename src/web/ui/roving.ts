import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

const REACHED = 'button:not(:disabled), a[href]'
/** What stands in a panel that a button of the row has opened is no part of the row. */
const APART = '.pop-panel'

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * A row of buttons as one stop of the Tab key: ← → Home End walk through it, and Tab comes back to where one was. Put what it
 * gives on the row; its buttons need nothing. Fields in the row keep their own stop.
 */
export function useRoving<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
} {
  const ref = useRef<E>(null)
  const last = useRef<HTMLElement | null>(null)
  const stops = () =>
    [...(ref.current?.querySelectorAll<HTMLElement>(REACHED) ?? [])].filter((one) => !one.closest(APART))
  const settle = () => {
    const those = stops()
    const one = those.find((stop) => stop === last.current) ?? those[0]
    for (const stop of those) stop.tabIndex = stop === one ? 0 : -1
  }
  // Whatever was drawn anew: a button may have come, gone or been switched off.
  useEffect(settle)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement))
      return
    const those = stops()
    const at = those.indexOf(event.target)
    const next = at < 0 ? undefined : those[step(at, those.length)]
    if (!next) return
    event.preventDefault()
    last.current = next
    settle()
    next.focus()
  }
  return { ref, onKeyDown }
}
