import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../src/server/app.ts'
import { projectFolder } from '../../src/server/project.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import type { Served } from './served.ts'

/** The program's app and pages on a port, for a journey that sets the server's clock: nobody waits for midnight. */
export async function serveAt(now: Date): Promise<Served & { readonly database: FreshDatabase }> {
  const database = await freshDatabase()
  database.setNow(now)
  const app = createApp(database.deps, { web: path.join(projectFolder(), 'dist', 'web') })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${String(port)}`,
    database,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}
