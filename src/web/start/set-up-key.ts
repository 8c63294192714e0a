const place = 'tonnage.set-up-key'

/** The key in a printed link, or in what somebody pasted: the link whole, or the key alone. */
export function keyIn(text: string): string {
  return (/key=([\w-]+)/.exec(text)?.[1] ?? text).trim()
}

/** Takes the key out of the address before anything else reads it, and keeps it while the window is open. */
export function takeSetUpKey(): void {
  if (!location.hash.startsWith('#key=')) return
  sessionStorage.setItem(place, keyIn(location.hash))
  history.replaceState(null, '', location.pathname + location.search)
}

/** '': none is known. */
export function setUpKey(): string {
  return sessionStorage.getItem(place) ?? ''
}

export function keepSetUpKey(key: string): void {
  sessionStorage.setItem(place, key)
}
