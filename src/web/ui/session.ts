import { queryOptions } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { Right, Session, StartState } from '../../contract/people.ts'
import { api } from '../api.ts'
import { askSession } from './kept-session.ts'

export const sessionQuery = queryOptions<Session>({
  queryKey: ['session'],
  queryFn: askSession,
  staleTime: 5 * 60_000,
  retry: false,
})

export const startQuery = queryOptions<StartState>({
  queryKey: ['start'],
  queryFn: api.start,
  staleTime: 0,
  retry: false,
})

/** The shell asks, once for all that stand in it. */
export const SessionContext = createContext<Session | null>(null)

/** Who is signed in. Inside the shell there is always somebody: its route asks before it draws. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside of the shell')
  return session
}

/** Whether a right may hold everywhere, as far as the roles tell: one of them is at the company itself. The server decides. */
export function useInChargeOfAll(right: Right): boolean {
  const { rights, roles, nodes } = useSession()
  const hq = nodes.find(({ kind }) => kind === 'hq')?.code
  return rights.includes(right) && roles.some(({ node }) => node === hq)
}

export function useRight(right: Right): boolean {
  return useSession().rights.includes(right)
}
