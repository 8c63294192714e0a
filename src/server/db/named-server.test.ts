import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freshDatabase } from '../../../test/make/database.ts'
import type { FreshDatabase } from '../../../test/make/database.ts'
import { migrationsFolder } from '../project.ts'
import { connect } from './client.ts'
import { migrate } from './migrate.ts'
import { openNamedServer } from './named-server.ts'
import { tooStrong } from './roles.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

const folder = () => database.deps.folder
const asRoot = () => urlWith(inject('server').root.user, inject('server').root.password)

function urlWith(user: string, password: string): string {
  const at = new URL(database.ownerUrl)
  at.username = user
  at.password = password
  return at.href
}

describe('a server of one’s own', () => {
  it('is entered with the two roles that the addresses name', async () => {
    const { user, password } = inject('server').app
    const opened = await openNamedServer(database.ownerUrl, urlWith(user, password), folder())
    expect(opened.appRole).toBe(user)
    const db = connect(opened.app)
    expect(await tooStrong(db.pool)).toEqual([])
    await db.close()
  })

  it('refuses when the owner cannot make the application role', async () => {
    await expect(openNamedServer(database.ownerUrl, undefined, folder())).rejects.toMatchObject({
      problem: { code: 'database/role-missing' },
    })
  })

  it('says that it cannot be reached', async () => {
    const nowhere = 'postgres://me:secret@127.0.0.1:1/none'
    await expect(openNamedServer(nowhere, undefined, folder())).rejects.toMatchObject({
      problem: { code: 'database/unreachable' },
    })
  })

  // A server that trusts everybody has no password to derive the other one from.
  it.runIf(inject('server').root.password !== '')(
    'makes the application role, the same one each time',
    async () => {
      const first = await openNamedServer(asRoot(), undefined, folder())
      try {
        await migrate(first.owner, {
          folder: migrationsFolder(),
          appRole: first.appRole,
          now: () => new Date(),
        })
        const second = await openNamedServer(asRoot(), undefined, folder())
        expect(second.app).toEqual(first.app)
        const db = connect(second.app)
        expect(await tooStrong(db.pool)).toEqual([])
        expect((await db.pool.query('SELECT FROM account')).rowCount).toBe(0)
        await db.close()
      } finally {
        await dropRole(first.appRole)
      }
    },
  )
})

async function dropRole(role: string): Promise<void> {
  const client = new Client({ connectionString: asRoot() })
  await client.connect()
  await client.query(`DROP OWNED BY "${role}"`)
  await client.query(`DROP ROLE "${role}"`)
  await client.end()
}
