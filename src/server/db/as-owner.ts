import { Client } from 'pg'
import type pg from 'pg'

/** A connection of the owner for work that the application role may not do; closed whatever happens. */
export async function asOwner<T>(
  owner: pg.ClientConfig,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = new Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
