import type pg from 'pg'

/** A database to work on, embedded or a server's, and how to enter it in each of the two roles. */
export type Database = {
  /** The data folder: files of the program, and the embedded cluster. */
  readonly folder: string
  readonly owner: pg.ClientConfig
  readonly app: pg.PoolConfig
  readonly appRole: string
  /** Stops an embedded server when nobody else uses it. */
  release(): Promise<void>
}
