import { useEffect, useState } from 'react'

/** Long enough for a syllable, short enough not to be felt. */
const PAUSE_MS = 120

/** A value once it has stood still for a moment; nothing typed is known at once. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
