/** Writes src/server/db/schema.ts from the migrations: `npx tsx scripts/schema.ts`. */
import { startTestServer } from '../test/make/cluster.ts'
import { schemaFile } from '../test/make/schema-file.ts'

const { server, stop } = await startTestServer()
try {
  const { root, owner, template } = server
  const url = `postgres://${owner.user}:${owner.password}@localhost:${root.port}/${template}?host=${encodeURIComponent(root.host)}`
  process.stdout.write(schemaFile(url, false))
} finally {
  await stop()
}
