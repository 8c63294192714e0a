import type { Db } from '../../src/server/db/client.ts'

export type Forgetful = {
  readonly db: Db
  /** From now on what a transaction wrote is rolled back where it would be committed; false: it is kept. */
  forget(on: boolean): void
  /** When nothing is at work any more, work in the background included. */
  settled(): Promise<void>
}

/**
 * The same database for an app whose every call is made for real and changes nothing: each transaction reads, locks, writes and is
 * refused as ever, and is then forgotten. So ten thousand calls can be made in any order of one world.
 */
export function forgetful(real: Db): Forgetful {
  let forgetting = false
  let open = 0
  const pool = Object.create(real.pool) as Db['pool']
  const connect = async () => {
    const client = await real.pool.connect()
    open += 1
    const forgets = forgetting
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    const release = client.release.bind(client)
    client.query = ((first: unknown, ...rest: unknown[]) =>
      query(forgets && first === 'COMMIT' ? 'ROLLBACK' : first, ...rest)) as typeof client.query
    client.release = (broken) => {
      // The pool's client gets its own methods back: the next to take it may be one who remembers.
      delete (client as { query?: unknown }).query
      open -= 1
      release(broken)
    }
    return client
  }
  pool.connect = connect as typeof pool.connect
  return {
    db: { pool, close: () => real.close() },
    forget: (on) => (forgetting = on),
    async settled() {
      for (let quiet = 0; quiet < 3;) {
        quiet = open === 0 ? quiet + 1 : 0
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
  }
}
