/** Writes src/server/db/schema.ts from the migrations: `npx tsx scripts/schema.ts`. */
import { execFileSync } from 'node:child_process'
import { startTestServer } from '../test/make/cluster.ts'

const { server, stop } = await startTestServer()
try {
  const { root, owner, template } = server
  const url = `postgres://${owner.user}:${owner.password}@localhost:${root.port}/${template}?host=${encodeURIComponent(root.host)}`
  const options = ['--dialect', 'postgres', '--date-parser', 'string', '--type-mapping', '{"int8":"number"}']
  const place = [
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--out-file',
    'src/server/db/schema.ts',
  ]
  execFileSync('npx', ['kysely-codegen', '--url', url, ...options, ...place], { stdio: 'inherit' })
} finally {
  await stop()
}
