import type { Call } from './call.ts'
import type { Right } from './oracle.ts'
import type { Row, Verb, Verdict } from './row.ts'
import type { Actor } from './world-people.ts'
import type { Grown } from './world.ts'

type Thing<T> = {
  /** Those of the world, after one that is not there. */
  readonly among: (world: Grown) => readonly T[]
  readonly call: (target: T, world: Grown) => Omit<Call, 'method'>
  /** What the question itself gives away of it. */
  readonly asked: (target: T) => readonly string[]
  readonly verdict: (actor: Actor, target: T, world: Grown) => Verdict
  readonly missing?: number | undefined
}

/** A route about one of the things that the world keeps: a prospect, a trade policy, a claim. */
export function ofThing<T extends { readonly key: string }>(
  route: string,
  verb: Verb,
  needs: Right,
  { among, call, asked, verdict, missing }: Thing<T>,
): Row {
  const [method = 'GET'] = route.split(' ')
  return {
    route,
    verb,
    needs,
    ...(missing === undefined ? {} : { missing }),
    ask: (actor, world) =>
      among(world).map((target) => ({
        key: target.key,
        call: { method, ...call(target, world) },
        asked: asked(target),
        verdict: verdict(actor, target, world),
      })),
  }
}
