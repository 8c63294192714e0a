import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { People, PersonView } from '../../../contract/people.ts'
import { api } from '../../api.ts'

export const peopleQuery = queryOptions<People>({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.people(signal),
})

export type Change = Parameters<typeof api.changePeople>[0][number]

/** Writes to the server; the list, and the session (it may be one's own rights), are read again. */
export function usePeopleWrites() {
  const client = useQueryClient()
  const again = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ])
  }
  return {
    change: async (changes: readonly Change[]) => {
      const answer = await api.changePeople([...changes])
      client.setQueryData(peopleQuery.queryKey, answer)
      await again()
    },
    again,
  }
}

/** What brings people back to where they are now. */
export function backTo(people: readonly PersonView[]): readonly Change[] {
  return people.map(({ email, name, active, roles }) => ({
    email,
    name,
    active,
    ...(roles.length === 0 ? {} : { roles: roles.map(({ role, node }) => ({ role, scope: node })) }),
  }))
}

export type State = 'in' | 'invited' | 'out'

export function stateOf({ active, invited }: Pick<PersonView, 'active' | 'invited'>): State {
  return active ? (invited ? 'invited' : 'in') : 'out'
}
