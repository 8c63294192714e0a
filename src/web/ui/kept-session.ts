import type { Session } from '../../contract/people.ts'
import { api, ApiProblem, NO_ANSWER } from '../api.ts'
import { forget, forgetPerson, recall, remember } from './memory.ts'

const NAME = 'session'
/** Somebody left where no server heard it: it is told before anybody is let in here. */
const DUE = 'sign-out-due'
const WEEK_MS = 7 * 24 * 3_600_000
const PATIENCE_MS = 8_000

/**
 * Who is signed in, as the server says. Where it does not answer, who was the last here in the past week: the deal desk opens without a
 * signal. It shows nothing of the company's that way; every figure is asked of the server, which decides anew. Forgotten at sign-out and
 * when the server says that nobody is there.
 */
export async function askSession(): Promise<Session> {
  const kept = readKept(recall(NAME), Date.now())
  try {
    if (recall(DUE) !== null) await tellSignOut()
    const session = await (kept === null ? api.session() : Promise.race([api.session(), silence()]))
    // Seeing as somebody else ends by itself: that it has ended is the server's to say.
    if (session.seenBy === null) remember(NAME, JSON.stringify({ session, at: Date.now() }))
    return session
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) forgetSession()
    if (kept === null || !isAway(error)) throw error
    return kept
  }
}

/** Nobody is here any more, as far as the server says. */
export function forgetSession(): void {
  forget(NAME)
}

/** Leaves, also where no server hears it: nothing of the person stays here, and it is told when one answers. */
export async function leave(): Promise<void> {
  forgetPerson()
  await tellSignOut().catch(() => remember(DUE, ''))
}

/** Somebody has come in by a password, a link or the company's account: what was due was of who was here before. */
export function comeIn(): void {
  forget(DUE)
}

async function tellSignOut(): Promise<void> {
  try {
    await api.signOut()
  } catch (error) {
    // Out already.
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
  }
  forget(DUE)
}

/** No server, or a proxy that has none behind it. */
function isAway(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (error.code === NO_ANSWER || (error.status >= 502 && error.status <= 504))
  )
}

function silence(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new ApiProblem(0, { code: NO_ANSWER })), PATIENCE_MS)
  })
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
