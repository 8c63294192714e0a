import { sql } from 'kysely'
import { inScope } from '../../src/server/db/transaction.ts'
import type { Right } from '../../src/domain/chain/reach.ts'
import { addPerson, keyFor } from '../../src/server/people/add-person.ts'
import { addRole } from '../../src/server/people/company-roles.ts'
import type { FreshDatabase } from '../make/database.ts'
import { system } from '../make/people.ts'
import { mark } from './judge.ts'
import type { Held, Persona, Place, Role } from './oracle.ts'

export const TODAY = '2026-01-05'
export type Actor = Persona & { readonly apiKey: string; readonly email: string; readonly view?: string }

export const word = (key: string) => key.replaceAll(/[^a-z0-9]/g, '')
export const emailOf = (key: string) => `${mark('pe', 'company', word(key))}@example.com`

const roles: readonly Role[] = ['admin', 'hq', 'finance', 'regional_manager', 'rep', 'read_only']
const seats: readonly Place[] = ['hq', 'north', 'own', 'sibling']
const seated = roles.flatMap((role) =>
  seats.map((place): Persona => ({ key: `${role}@${place}`, held: [{ role, place }] })),
)
const lent = (role: Role, place: Place): Held => ({ role, place, lent: true })

/** Each role at each seat; who was, who will be, who stands in, stood in, holds two in two places, was suspended. */
const personas: readonly Persona[] = [
  ...seated,
  { key: 'regional_manager@far', held: [{ role: 'regional_manager', place: 'far' }] },
  { key: 'expired', held: [] },
  { key: 'coming', held: [] },
  { key: 'standin', held: [{ role: 'rep', place: 'sibling' }, lent('regional_manager', 'own')] },
  { key: 'standinadmin', held: [{ role: 'rep', place: 'own' }, lent('admin', 'north')] },
  { key: 'standinover', held: [{ role: 'rep', place: 'own' }] },
  {
    key: 'mixed',
    held: [
      { role: 'rep', place: 'own' },
      { role: 'regional_manager', place: 'far' },
    ],
  },
  {
    key: 'split',
    held: [
      { role: 'admin', place: 'own' },
      { role: 'regional_manager', place: 'sibling' },
    ],
  },
  { key: 'deputy@hq', held: [{ role: 'deputy', place: 'hq' }] },
  { key: 'deputy@own', held: [{ role: 'deputy', place: 'own' }] },
  { key: 'standindeputy', held: [{ role: 'rep', place: 'sibling' }, lent('deputy', 'own')] },
  { key: 'suspended', held: [], stranger: true },
]

const deputyRights: readonly Right[] = [
  ...(['ranking.read', 'account.read', 'account.override', 'account.merge', 'account.change'] as const),
  ...(['account.note', 'market.change', 'product.change', 'export.run', 'policy.read'] as const),
  ...(['policy.change', 'people.read', 'prospect.read', 'prospect.change'] as const),
  ...(['visit.read', 'visit.change'] as const),
]

export async function growPeople({ deps }: FreshDatabase): Promise<Actor[]> {
  const actors: Actor[] = []
  const made = await addRole(deps, system, { name: 'deputy', rights: deputyRights })
  if (!made.ok) throw new Error(made.problem.code)
  for (const persona of personas) {
    const email = emailOf(persona.key)
    const wish = rolesOf(persona).map(({ role, place }) => ({ role, scope: mark('pc', place, 'x') }))
    const added = await addPerson(deps, system, {
      email,
      name: mark('pe', 'company', word(persona.key)),
      roles: wish,
    })
    const key = await keyFor(deps, system, email)
    if (!added.ok || !key.ok) throw new Error(persona.key)
    actors.push({ ...persona, email, apiKey: key.value.key })
    await inScope(deps.db, '*', async ({ q }) => {
      const own = q.updateTable('person_role').where('person_id', '=', added.value.id)
      if (persona.key === 'expired') await own.set({ valid_from: '2025-01-01', valid_to: TODAY }).execute()
      else if (persona.key === 'coming') await own.set({ valid_from: '2026-01-06' }).execute()
      else await own.set({ valid_from: '2020-01-01' }).execute()
      if (persona.stranger)
        await q.updateTable('person').set({ active: false }).where('id', '=', added.value.id).execute()
    })
  }
  // Stood in for a colleague, until yesterday.
  await inScope(deps.db, '*', ({ q }) =>
    sql`INSERT INTO stand_in (id, person_id, for_person_id, valid_from, valid_to, made_by, made_at)
      SELECT ${deps.newId()}::uuid, a.id, b.id, '2025-12-01', ${TODAY}::date, 'test', ${deps.now()}
      FROM person a, person b WHERE a.email = ${emailOf('standinover')} AND b.email = ${emailOf('admin@hq')}`.execute(
      q,
    ),
  )
  return actors
}

/** What is given to them: the roles of their own, whatever became of these. */
function rolesOf(persona: Persona): readonly Held[] {
  if (persona.key === 'expired' || persona.key === 'coming')
    return [{ role: 'regional_manager', place: 'north' }]
  if (persona.stranger) return [{ role: 'hq', place: 'hq' }]
  return persona.held.filter((held) => !held.lent)
}
