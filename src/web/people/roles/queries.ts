import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { CompanyRoles } from '../../../contract/company-role.ts'
import { rolesApi } from '../../roles-api.ts'

export const rolesQuery = queryOptions<CompanyRoles>({
  queryKey: ['roles'],
  queryFn: ({ signal }) => rolesApi.all(signal),
})

/** After a write: the roles, the people who have them, and the session (it may be one's own) are read again. */
export function useReadAgain(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(
      [rolesQuery.queryKey, ['people'], ['session']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  }
}
