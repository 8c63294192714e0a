import { AsyncLocalStorage } from 'node:async_hooks'

const place = new AsyncLocalStorage<string>()

/** Runs `work`, and all that it starts, as asked from an address: every audit entry written meanwhile keeps it. '' is none. */
export function whileAskedFrom<T>(address: string, work: () => T): T {
  return place.run(address, work)
}

/** The address of who asked for what runs now; undefined: a command line, a job of the program itself. */
export function askedFrom(): string | undefined {
  return place.getStore() || undefined
}
