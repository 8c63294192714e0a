import type { Command } from 'commander'
import { roles } from '../domain/chain/reach.ts'
import { servedAt } from '../server/main.ts'
import { addPerson, keyFor, linkFor, takeSecondFactor, unlinkFor } from '../server/people/add-person.ts'
import { giverOf } from '../server/people/identify.ts'
import type { Context } from './context.ts'

/** The address of a one-time link: of the server that runs on this folder, else of where it runs by default. */
export function linkAt(context: Context, token: string): string {
  const base = process.env['TONNAGE_URL'] ?? servedAt(context.settings.dataFolder) ?? 'http://127.0.0.1:3000'
  return `${base.replace(/\/$/, '')}/link/${token}`
}

async function opened(context: Context) {
  const { deps, caller } = await context.open({ right: 'people.change' })
  return { deps, giver: await giverOf(deps, caller) }
}

type Adding = {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly scope: readonly string[]
}

export function register(program: Command, context: Context): void {
  const user = program.command('user').description(context.t('cli.user.about'))

  user
    .command('add')
    .description(context.t('cli.user.add'))
    .requiredOption('--email <email>', context.t('cli.user.email'))
    .requiredOption('--name <name>', context.t('cli.user.name'))
    .requiredOption('--role <role>', context.t('cli.user.role', { roles: roles.join(', ') }))
    .requiredOption('--scope <codes...>', context.t('cli.user.scope'))
    .action(async ({ email, name, role, scope }: Adding) => {
      const { deps, giver } = await opened(context)
      const wishes = scope.map((code) => ({ role, scope: code }))
      const wish = { email, name, roles: wishes, locale: context.locale }
      const { token } = context.value(await addPerson(deps, giver, wish))
      const link = linkAt(context, token)
      context.say(context.t('cli.user.link-made', { email }))
      context.print({ email, name, role, scope, link }, link)
    })

  user
    .command('link')
    .description(context.t('cli.user.link'))
    .requiredOption('--email <email>', context.t('cli.user.email'))
    .action(async ({ email }: { email: string }) => {
      const { deps, giver } = await opened(context)
      const link = linkAt(context, context.value(await linkFor(deps, giver, email)).token)
      context.say(context.t('cli.user.link-made', { email }))
      context.print({ email, link }, link)
    })

  user
    .command('key')
    .description(context.t('cli.user.key'))
    .requiredOption('--email <email>', context.t('cli.user.email'))
    .action(async ({ email }: { email: string }) => {
      const { deps, giver } = await opened(context)
      const { key, prefix } = context.value(await keyFor(deps, giver, email))
      context.say(context.t('cli.user.key-made', { email }))
      context.print({ email, key, prefix }, key)
    })

  user
    .command('unlink')
    .description(context.t('cli.user.unlink'))
    .requiredOption('--email <email>', context.t('cli.user.email'))
    .action(async ({ email }: { email: string }) => {
      const { deps, giver } = await opened(context)
      const { count } = context.value(await unlinkFor(deps, giver, email))
      context.print({ email, count }, context.t('cli.user.unlinked', { email, count }))
    })

  user
    .command('second-off')
    .description(context.t('cli.user.second-off'))
    .requiredOption('--email <email>', context.t('cli.user.email'))
    .action(async ({ email }: { email: string }) => {
      const { deps, giver } = await opened(context)
      context.value(await takeSecondFactor(deps, giver, email))
      context.print({ email }, context.t('cli.user.second-off-done', { email }))
    })
}
