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

/** How things are shown, which tells nothing of what was shown; and that somebody left, which the server has yet to hear. */
const LASTS = /^tonnage\.(locale|appearance|unit\..*|sign-out-due)$/

/** Forgets drafts, what was looked at, and every other trace of a person: they have signed out. */
export function forgetPerson(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('tonnage.') && !LASTS.test(key)) localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`tonnage.${name}`)
  } catch {
    // nothing was kept
  }
}
