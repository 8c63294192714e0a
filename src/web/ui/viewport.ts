import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(width < 768px)')

function subscribe(onChange: () => void): () => void {
  phone.addEventListener('change', onChange)
  return () => phone.removeEventListener('change', onChange)
}

/** Whether the screen is narrow: cards instead of a table, tabs instead of the side menu. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches)
}
