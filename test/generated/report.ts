import type { Operation } from './document.ts'
import { kinds, type Kind } from './request.ts'

/** What was asked and answered, by kind and by operation. */
export class Report {
  readonly #table: Record<Kind, Record<string, number>> = { valid: {}, nearly: {}, hostile: {} }
  readonly #told: ReadonlyMap<string, Map<string, number>>
  readonly #slow: [number, string][] = []
  #milliseconds = 0
  unsayable = 0

  constructor(operations: readonly Operation[]) {
    this.#told = new Map(operations.map(({ name }) => [name, new Map<string, number>()]))
  }

  count(kind: Kind, { name }: Operation, status: number, milliseconds: number): void {
    const row = this.#table[kind]
    const group = `${String(Math.floor(status / 100))}xx`
    row[group] = (row[group] ?? 0) + 1
    const seen = this.#told.get(name)
    seen?.set(String(status), (seen.get(String(status)) ?? 0) + 1)
    this.#milliseconds += milliseconds
    if (milliseconds > (this.#slow.at(-1)?.[0] ?? 0) || this.#slow.length < 12) {
      this.#slow.push([milliseconds, name])
      this.#slow.sort(([a], [b]) => b - a)
      this.#slow.splice(12)
    }
  }

  /** Operations that were not called at all. */
  get uncalled(): string[] {
    return [...this.#told].flatMap(([name, statuses]) => (statuses.size === 0 ? [name] : []))
  }

  /** Operations that were never done, with what they answered instead and how often. */
  get undone(): string[] {
    return [...this.#told].flatMap(([name, statuses]) =>
      [...statuses.keys()].some((one) => /^[23]/.test(one))
        ? []
        : [`${name} ${JSON.stringify(Object.fromEntries(statuses))}`],
    )
  }

  toString(): string {
    const undone = this.undone
    return [
      ...kinds.map((kind) => `${kind}: ${JSON.stringify(this.#table[kind])}`),
      `not even to be said: ${String(this.unsayable)}; ${String(Math.round(this.#milliseconds / 1000))} s in answers`,
      `${String(this.#told.size - undone.length)} of ${String(this.#told.size)} operations were done; not:`,
      ...undone.map((one) => `  ${one}`),
      `slowest: ${this.#slow.map(([ms, name]) => `${String(Math.round(ms))} ms ${name}`).join(', ')}`,
    ].join('\n')
  }
}
