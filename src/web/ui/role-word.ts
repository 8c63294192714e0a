import type { RoleAt } from '../../contract/people.ts'
import { isRole } from '../../domain/chain/reach.ts'
import type { Translate } from '../../language/index.ts'

/** What a role is called: one of the six in the reader's language, one of the company's own as it was named. */
export function roleWord(t: Translate, { role, roleName }: Pick<RoleAt, 'role' | 'roleName'>): string {
  return isRole(role) ? t(`role.${role}`) : (roleName ?? role)
}
