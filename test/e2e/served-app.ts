import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/db/deps.ts'
import { makeSetUpKey } from '../../src/server/people/set-up-key.ts'
import { projectFolder } from '../../src/server/project.ts'
import { freshDatabase } from '../make/database.ts'
import { printed, type Served } from './served.ts'

export type ServedApp = Served & {
  readonly deps: Deps
  /** From now on the server's clock stands at this moment. */
  setNow(at: Date): void
  /** It answers nobody any more; what it knows is still there. */
  goAway(): Promise<void>
}

/**
 * The program's app and pages on a port and a database of their own: what `serveProgram` starts, without the seconds that a new
 * cluster of PostgreSQL takes. The clock goes as the machine's does until it is set.
 */
export async function serveEmpty(): Promise<ServedApp> {
  const database = await freshDatabase()
  let standing: Date | undefined
  const deps: Deps = { ...database.deps, now: () => standing ?? new Date() }
  const setUpKey = makeSetUpKey()
  const app = createApp(deps, { web: path.join(projectFolder(), 'dist', 'web'), setUpKey })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${String(port)}`
  printed.set(address, `${address}/#key=${setUpKey.text}`)
  const goAway = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    address,
    deps,
    setNow: (at) => (standing = at),
    goAway,
    stop: async () => {
      await goAway()
      await database.close()
    },
  }
}
