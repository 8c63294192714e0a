import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { projectFolder } from '../../src/server/project.ts'

/** Runs kysely-codegen on a migrated database: writes the types of all tables, or (`verify`) fails where they differ. */
export function schemaFile(url: string, verify: boolean): string {
  const program = path.join(projectFolder(), 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
  const types = ['--dialect', 'postgres', '--date-parser', 'string', '--type-mapping', '{"int8":"number"}']
  const place = [
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--out-file',
    'src/server/db/schema.ts',
  ]
  const args = [program, '--url', url, ...types, ...place, ...(verify ? ['--verify'] : [])]
  return execFileSync(process.execPath, args, { cwd: projectFolder(), encoding: 'utf8', stdio: 'pipe' })
}
