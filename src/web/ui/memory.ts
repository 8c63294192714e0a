/** What this browser remembers of a person's choices (unit, language, drafts). Storage may be switched off: then nothing is. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`tonnage.${name}`)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`tonnage.${name}`, value)
  } catch {
    // private mode or a full store: the choice holds until the page is left
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`tonnage.${name}`)
  } catch {
    // nothing was kept
  }
}
