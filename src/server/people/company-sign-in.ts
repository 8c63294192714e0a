import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import type { Said } from './company-sign-in-provider.ts'
import { knownToLibrary, linkIdentity, personOfIdentity } from './company-sign-in-store.ts'
import {
  companyRow,
  personByEmail,
  personById,
  rememberSignIn,
  roleRows,
  territoryTree,
  type Person,
} from './person-store.ts'
import { rolesOn } from '../../domain/chain/reach.ts'
import { dayIn } from '../db/company-day.ts'

type Refusal = 'sign-in/company-unknown' | 'sign-in/email-unverified'

/**
 * Who of our people the provider's word is about, by issuer and subject; the first time by an address that it has verified, and the
 * account is then theirs for good. Nobody is made by it. Who is not here, who is suspended, and whose place another account holds are
 * answered alike. `withEmail` is asked only where nobody is linked yet.
 */
export async function personSaid(
  deps: Deps,
  said: Said,
  withEmail: () => Promise<Said>,
): Promise<Result<Person, Refusal>> {
  const { issuer, subject } = said
  const linked = await inScope(deps.db, [], (tx) => personOfIdentity(tx, issuer, subject), { readOnly: true })
  if (linked !== undefined) return inScope(deps.db, [], (tx) => letIn(tx, linked, deps.now()))
  const { email, emailVerified } = await withEmail()
  if (email === null || !emailVerified) return refuse('sign-in/email-unverified')
  return inScope(deps.db, '*', async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person?.active) return refuse('sign-in/company-unknown')
    const at = deps.now()
    if (await linkIdentity(tx, { issuer, subject }, person.id, at)) {
      const hq = (await territoryTree(tx)).find(({ kind }) => kind === 'hq')
      const entry = { action: 'person.company-link', subject: person.id, detail: { issuer } }
      if (hq) await audit(tx, deps.newId, { actor: `person:${person.id}`, at }, { market: hq.id, ...entry })
      // Two tabs at the same moment: the second finds what the first linked.
    } else if ((await personOfIdentity(tx, issuer, subject)) !== person.id)
      return refuse('sign-in/company-unknown')
    return letIn(tx, person.id, at)
  })
}

async function letIn(tx: Tx, personId: string, at: Date): Promise<Result<Person, Refusal>> {
  const person = await personById(tx, personId)
  if (!person?.active) return refuse('sign-in/company-unknown')
  await knownToLibrary(tx, person, at)
  await rememberSignIn(tx, person.id, at)
  return ok(person)
}

/**
 * Whether passwords are off for a person where the company's account is the only way in: for all but the administrators of the whole
 * company, who must come in when the provider does not answer. A stand-in's borrowed role does not count.
 */
export async function passwordIsOff(tx: Tx, only: boolean, personId: string, now: Date): Promise<boolean> {
  if (!only) return false
  const hq = (await territoryTree(tx)).find(({ kind }) => kind === 'hq')
  const today = dayIn((await companyRow(tx))?.timeZone ?? 'UTC', now)
  const held = rolesOn(await roleRows(tx, [personId]), today)
  return !held.some(({ role, nodeId }) => role === 'admin' && nodeId === hq?.id)
}
