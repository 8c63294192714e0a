import { useEffect, useRef } from 'react'

type Leave = { readonly take: () => void }
const open: Leave[] = []

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
  const last = open.at(-1)
  if (!last) return
  event.preventDefault()
  last.take()
}

/** Esc goes to whatever was opened last, and to nothing else: a drawer over a selection leaves the selection alone. */
export function useEscape(active: boolean, take: () => void): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    if (!active) return
    const mine: Leave = { take: () => latest.current() }
    if (open.length === 0) document.addEventListener('keydown', onKey)
    open.push(mine)
    return () => {
      open.splice(open.indexOf(mine), 1)
      if (open.length === 0) document.removeEventListener('keydown', onKey)
    }
  }, [active])
}
