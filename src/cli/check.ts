import type { Command } from 'commander'
import { replay } from '../server/chain/check-store.ts'
import { asOwner } from '../server/db/as-owner.ts'
import { verifyAudit } from '../server/db/audit.ts'
import { keptHere, verifyHeads } from '../server/db/audit-heads.ts'
import { dataRules, ruleNames } from '../server/db/data-rules.ts'
import { inScope } from '../server/db/transaction.ts'
import { checkPolicies } from '../server/develop/policy-check.ts'
import type { Opened } from '../server/opening.ts'
import type { Context } from './context.ts'

/** `found` counts what was looked at; `wrong` says what does not hold, at most the first 20. */
export type Check = {
  readonly name: 'audit' | 'data-rules' | 'rollups' | 'policies'
  readonly ok: boolean
  readonly found: number
  readonly wrong: readonly string[]
}

type Checker = (opened: Opened) => Promise<Check>

const audit: Checker = async ({ deps }) => {
  const found = await inScope(
    deps.db,
    '*',
    async (tx) => {
      const chains = await verifyAudit(tx)
      const heads = await verifyHeads(tx, await keptHere(tx, deps.folder))
      return { entries: chains.entries, broken: [...chains.broken, ...heads] }
    },
    { readOnly: true, snapshot: true },
  )
  const wrong = found.broken.slice(0, 20).map(({ market, seq, why }) => `${market} ${seq} ${why}`)
  return { name: 'audit', ok: found.broken.length === 0, found: found.entries, wrong }
}

const dataRulesHold: Checker = async ({ database }) => {
  const found = await asOwner(database.owner, (client) => dataRules(client, database.appRole))
  const wrong = found.slice(0, 20).map(({ rule, what }) => `${rule} ${what}`)
  return { name: 'data-rules', ok: found.length === 0, found: ruleNames.length, wrong }
}

const rollups: Checker = async ({ deps }) => {
  const found = await inScope(deps.db, '*', replay, { readOnly: true, snapshot: true })
  const wrong = found.outOfStep.slice(0, 20).map(({ market, what, rows }) => `${market} ${what} ${rows}`)
  return { name: 'rollups', ok: found.outOfStep.length === 0, found: found.movements, wrong }
}

const policies: Checker = async ({ deps }) => {
  const { units, wrong } = await checkPolicies(deps)
  return { name: 'policies', ok: wrong.length === 0, found: units, wrong: wrong.slice(0, 20) }
}

const checkers: readonly Checker[] = [rollups, policies, audit, dataRulesHold]

export function register(program: Command, context: Context): void {
  program
    .command('check')
    .description(context.t('cli.check.about'))
    .action(async () => {
      const { opened } = await context.open({ asItIs: true })
      const checks: Check[] = []
      for (const checker of checkers) checks.push(await checker(opened))
      const ok = checks.every((check) => check.ok)
      const lines = checks.flatMap((check) => [
        context.t(check.ok ? 'cli.check.fine' : 'cli.check.wrong', {
          name: context.t(`cli.check.${check.name}`),
          found: check.found,
        }),
        ...check.wrong.map((line) => `  ${line}`),
      ])
      context.print({ ok, checks }, lines.join('\n'))
      if (!ok) context.exit(1)
    })
}
