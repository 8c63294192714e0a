import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * A session for a person whom somebody else has vouched for, made by the sign-in library as it makes one after a password: same table,
 * same cookie. Called by our own code alone: the library's routes are not served, and this has none.
 */
export const vouched = {
  id: 'vouched',
  endpoints: {
    enterVouched: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        const session = user && (await ctx.context.internalAdapter.createSession(user.id))
        if (!user || !session) throw new Error('no session for who was vouched for')
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ session: session.id })
      },
    ),
  },
} as const
