import type pg from 'pg'
import { asOwner } from './as-owner.ts'
import { foreignSchemas, tableNames } from './tables.ts'

/**
 * Empties every table of the product and of the sign-in library, as the owner: the application may not. What was migrated
 * stays migrated. Only for clearing a demo company away.
 */
export async function wipe(owner: pg.ClientConfig): Promise<void> {
  await asOwner(owner, async (client) => {
    const foreign = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = ANY ($1)`,
      [foreignSchemas],
    )
    const own = tableNames.filter((name) => name !== 'migration').map((name) => `public.${name}`)
    await client.query(`TRUNCATE ${[...own, ...foreign.rows.map((row) => row.name)].join(', ')}`)
  })
}
