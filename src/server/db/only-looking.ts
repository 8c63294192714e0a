import { AsyncLocalStorage } from 'node:async_hooks'

const looking = new AsyncLocalStorage<true>()

/**
 * Runs `work`, and all that it starts, so that the database itself refuses every write: each transaction begun meanwhile is READ ONLY,
 * whatever it asked for.
 */
export function whileOnlyLooking<T>(work: () => T): T {
  return looking.run(true, work)
}

/** Runs the program's own upkeep (what it derives from the data), whoever's request it came by. */
export function whileUpkeep<T>(work: () => T): T {
  return looking.exit(work)
}

/** Whether what runs now may only look. */
export function onlyLooks(): boolean {
  return looking.getStore() === true
}
