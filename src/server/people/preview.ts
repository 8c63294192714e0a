import { mayPreview, previewMinutes } from '../../domain/chain/reach-preview.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Identity } from '../http/frame.ts'
import { giverIn, mayChange } from './giver.ts'
import { identityOf } from './identify.ts'
import { companyRow, territoryTree } from './person-store.ts'
import { dropPreview, keepPreview } from './preview-store.ts'
import { personInSight } from './sight.ts'
import { dayIn } from '../db/company-day.ts'

/**
 * From the next request on this session sees the app as that person does, for an hour, and changes nothing. For who could give that
 * person all their roles, and holds all that they hold: who may also make their sign-in link, so nothing is seen that could not be had.
 * Refused: who is out of sight, as who does not exist; who holds more; who is suspended; oneself; an API key.
 */
export async function beginPreview(
  deps: Deps,
  identity: Identity,
  email: string,
): Promise<Result<{ readonly until: string }>> {
  const giver = giverIn(identity)
  return inScope(deps.db, '*', async (tx) => {
    const beganAt = deps.now()
    const today = dayIn((await companyRow(tx))?.timeZone ?? 'UTC', beganAt)
    const nodes = await territoryTree(tx)
    const seen = await personInSight(tx, giver, nodes, email, today)
    if (!seen.ok) return seen
    const { person, rows } = seen.value
    const may = mayChange(giver, nodes, rows, today)
    if (!may.ok) return may
    if (person.id === identity.personId) return refuse('preview/oneself')
    if (!person.active) return refuse('person/suspended', { name: person.name })
    const holds = mayPreview(giver.grants, (await identityOf(tx, beganAt, person)).grants)
    if (!holds.ok) return holds
    if (identity.session === null) return refuse('person/key-not-enough')
    const endsAt = new Date(beganAt.getTime() + previewMinutes * 60_000)
    const { session, personId } = identity
    await keepPreview(tx, { session, personId, asPersonId: person.id, beganAt, endsAt })
    const until = endsAt.toISOString()
    await audit(
      tx,
      deps.newId,
      { actor: giver.actor, at: beganAt },
      {
        market: nodes.find(({ kind }) => kind === 'hq')?.id ?? '',
        action: 'person.preview',
        subject: person.id,
        detail: { until },
      },
    )
    return ok({ until })
  })
}

/** One's own view again. Where nothing is looked at, nothing happens. */
export async function endPreview(deps: Deps, identity: Identity | null): Promise<void> {
  const { session, seesAs, actor } = identity ?? {}
  if (!session || !seesAs || !actor) return
  await inScope(deps.db, '*', async (tx) => {
    const hq = (await territoryTree(tx)).find(({ kind }) => kind === 'hq')
    if (!(await dropPreview(tx, session)) || !hq) return
    await audit(
      tx,
      deps.newId,
      { actor, at: deps.now() },
      {
        market: hq.id,
        action: 'person.preview-end',
        subject: seesAs.personId,
        detail: {},
      },
    )
  })
}
