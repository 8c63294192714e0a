import path from 'node:path'
import type { Command } from 'commander'
import { Refused } from '../domain/problem.ts'
import { backup } from '../server/db/backup/backup.ts'
import type { Context } from './context.ts'

export function register(program: Command, context: Context): void {
  program
    .command('backup')
    .argument('<file>', context.t('cli.backup.file'))
    .description(context.t('cli.backup.about'))
    .action(async (file: string) => {
      const { deps, caller, opened } = await context.open({ right: 'company.change', asItIs: true })
      // A backup holds every market.
      if (caller.scope !== '*') throw new Refused('person/no-right', { right: 'company.change' })
      const stamp = { version: deps.version, at: deps.now() }
      const done = await backup(opened.database, path.resolve(file), stamp, (name) =>
        context.progress(context.t('cli.backup.table', { name })),
      )
      context.print(done, context.t('cli.backup.done', { file: done.file, rows: done.rows }))
    })
}
