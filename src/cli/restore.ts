import path from 'node:path'
import type { Command } from 'commander'
import { Refused } from '../domain/problem.ts'
import { noteRestored } from '../server/db/audit-heads.ts'
import { restore } from '../server/db/backup/restore.ts'
import { filesFolder } from '../server/db/embedded/data-folder.ts'
import { servedAt } from '../server/main.ts'
import { now, openDatabase } from '../server/opening.ts'
import { migrationsFolder } from '../server/project.ts'
import type { Context } from './context.ts'

export function register(program: Command, context: Context): void {
  program
    .command('restore')
    .argument('<file>', context.t('cli.backup.file'))
    .description(context.t('cli.restore.about'))
    .action(async (file: string) => {
      const folder = context.settings.dataFolder
      if (servedAt(folder) !== undefined) throw new Refused('data-folder/in-use', { folder })
      const database = await openDatabase(context.settings)
      try {
        const done = await restore(database, path.resolve(file), {
          migrations: migrationsFolder(),
          now,
          onTable: (name) => context.progress(context.t('cli.backup.table', { name })),
        })
        await noteRestored(filesFolder(database.folder), now())
        context.print(done, context.t('cli.restore.done', { rows: done.rows, madeAt: done.madeAt }))
      } finally {
        await database.release()
      }
    })
}
