import { startTransition, useEffect, useState } from 'react'

const due = new Set<() => void>()

function act(): void {
  const acts = [...due]
  due.clear()
  for (const one of acts) one()
}

// A page that is left draws no more pictures.
window.addEventListener('pagehide', act)

/** Does `one` when the picture of what just happened stands. What it returns calls it off, and tells whether it was still to be done. */
export function afterPaint(one: () => void): () => boolean {
  if (due.size === 0) requestAnimationFrame(() => setTimeout(act))
  due.add(one)
  return () => due.delete(one)
}

/**
 * `value`, one picture later: what takes long to draw follows when the answer to the key already stands there. `useDeferredValue` begins
 * with it before the picture, and a slow phone then shows both together, late.
 */
export function useAfterPaint<T>(value: T): T {
  const [late, setLate] = useState(value)
  useEffect(() => {
    const callOff = afterPaint(() => startTransition(() => setLate(value)))
    return () => void callOff()
  }, [value])
  return late
}
