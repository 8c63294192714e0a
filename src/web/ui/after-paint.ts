import { startTransition, useEffect, useState } from 'react'

/** Does `act` when the picture of what just happened stands; what it returns calls it off. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/**
 * `value`, one picture later: what takes long to draw follows when the answer to the key already stands there. `useDeferredValue` begins
 * with it before the picture, and a slow phone then shows both together, late.
 */
export function useAfterPaint<T>(value: T): T {
  const [late, setLate] = useState(value)
  useEffect(() => afterPaint(() => startTransition(() => setLate(value))), [value])
  return late
}
