import type { Command } from 'commander'
import { makeDemo } from '../server/demo-company.ts'
import { demoSignIns } from '../server/demo/people.ts'
import type { Opened } from '../server/opening.ts'
import type { Context } from './context.ts'

/** Makes the demo company where there is none, with its progress. Refused beside a company of one's own. */
export async function loadedDemo(context: Context, opened: Pick<Opened, 'deps' | 'database'>, actor: string) {
  return makeDemo(opened, actor, ({ step, done }) => context.progress(context.t(`cli.demo.${step}`), done))
}

/** Who may sign in, a line each: role, address, password. */
export function signInsText(context: Context): string {
  const lines = demoSignIns.map(
    ({ email, name, role, password }) => `  ${email}  ${password}  ${name} ${context.t(`role.${role}`)}`,
  )
  return `${context.t('cli.demo.people')}\n${lines.join('\n')}`
}

export function register(program: Command, context: Context): void {
  program
    .command('demo')
    .description(context.t('cli.demo.about'))
    .action(async () => {
      const { opened, caller } = await context.open({ right: 'company.change', asItIs: true })
      const { made, movements } = await loadedDemo(context, opened, caller.actor)
      const done = made ? context.t('cli.demo.done', { movements }) : context.t('cli.demo.there')
      context.print({ made, movements, people: demoSignIns }, `${done}\n${signInsText(context)}`)
    })
}
