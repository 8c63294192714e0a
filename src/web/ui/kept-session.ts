import type { Session } from '../../contract/people.ts'
import { api, ApiProblem, NO_ANSWER } from '../api.ts'
import { forget, recall, remember } from './memory.ts'

const NAME = 'session'
const WEEK_MS = 7 * 24 * 3_600_000

/**
 * Who is signed in, as the server says. Where it does not answer, who was the last here in the past week: the deal desk opens without a
 * signal. It shows nothing of the company's that way; every figure is asked of the server, which decides anew. Forgotten at sign-out and
 * when the server says that nobody is there.
 */
export async function askSession(): Promise<Session> {
  try {
    const session = await api.session()
    // Seeing as somebody else ends by itself: that it has ended is the server's to say.
    if (session.seenBy === null) remember(NAME, JSON.stringify({ session, at: Date.now() }))
    return session
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if (error.status === 401) forget(NAME)
    const kept = error.code === NO_ANSWER ? readKept(recall(NAME), Date.now()) : null
    if (kept === null) throw error
    return kept
  }
}

export function readKept(text: string | null, now: number): Session | null {
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as { readonly session?: Session; readonly at?: unknown } | null
    const fresh = typeof kept?.at === 'number' && now - kept.at < WEEK_MS
    return fresh && kept.session ? kept.session : null
  } catch {
    return null
  }
}
