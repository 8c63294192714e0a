import type { Role } from '../../domain/chain/reach.ts'
import { chanceOf } from './chance.ts'
import { personName } from './names.ts'
import type { World } from './world.ts'

export type DemoPerson = {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Code of the territory node. */
  readonly node: string
}

/** For looking around only: the demo holds nothing that is worth guarding, and says its sign-ins itself. */
export const DEMO_PASSWORD = 'lanjiang-2400'

/** One of each role, whose sign-ins are shown. */
export const shownPeople: readonly DemoPerson[] = [
  { email: 'admin@lanjiang.example', name: '陈志远', role: 'admin', node: 'HQ' },
  { email: 'hq@lanjiang.example', name: '李敏', role: 'hq', node: 'HQ' },
  { email: 'finance@lanjiang.example', name: '周雪琴', role: 'finance', node: 'HQ' },
  { email: 'manager@lanjiang.example', name: '刘建国', role: 'regional_manager', node: 'R1' },
  { email: 'rep@lanjiang.example', name: '张伟', role: 'rep', node: 'O01' },
  { email: 'viewer@lanjiang.example', name: '王芳', role: 'read_only', node: 'HQ' },
]

export const demoSignIns = shownPeople.map(({ email, name, role }) => ({
  email,
  name,
  role,
  password: DEMO_PASSWORD,
}))

/** Everybody: a manager for each region, a rep for each office, and the three of HQ. */
export function peopleOf(world: World): readonly DemoPerson[] {
  const chance = chanceOf(world.shape.seed, 'people')
  const made = [...shownPeople]
  const have = new Set(shownPeople.map(({ role, node }) => `${role} ${node}`))
  for (const { kind, code } of world.territory.nodes) {
    const role = kind === 'region' ? 'regional_manager' : kind === 'office' ? 'rep' : undefined
    if (role === undefined || have.has(`${role} ${code}`)) continue
    const email = `${role === 'rep' ? 'rep' : 'manager'}.${code.toLowerCase()}@lanjiang.example`
    made.push({ email, name: personName(chance), role, node: code })
  }
  return made
}
