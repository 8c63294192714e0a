import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, from the sources or from the bundle in `dist/`: where `db/migrations` is. */
export function projectFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'db', 'migrations'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('db/migrations is missing beside the program')
    folder = above
  }
  return folder
}

export function migrationsFolder(): string {
  return path.join(projectFolder(), 'db', 'migrations')
}

export function version(): string {
  const text = readFileSync(path.join(projectFolder(), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
