import type { Logger } from 'pino'
import type { Db } from './client.ts'

/** What the composition root makes and everyone gets: the only clock, the only source of ids. */
export type Deps = {
  readonly db: Db
  readonly now: () => Date
  /** UUIDv7: sorts by time of creation. */
  readonly newId: () => string
  /** Where uploads and refused files are kept. */
  readonly folder: string
  readonly version: string
  /** Never given personal data. */
  readonly log: Logger
}
