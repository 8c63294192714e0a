import type { Kind } from './judge.ts'
import {
  holds,
  holdsAll,
  holdsThroughout,
  reaches,
  seesPerson,
  seesPlace,
  type Place,
  type Right,
} from './oracle.ts'
import type { Actor } from './world-people.ts'
import type { Call } from './call.ts'
import type { Batch, Grown, Target } from './world.ts'

export type Verb = 'list' | 'get' | 'create' | 'update' | 'delete' | 'aggregate' | 'export' | 'file'
/**
 * `yes`: done. `no`: refused as a missing right. `unseen`: answered byte by byte as what does not exist. `past`: what was there
 * before a move is still told there, as far as the route tells it. `any`: only its secrets are looked at.
 */
export type Verdict = 'yes' | 'no' | 'unseen' | 'past' | 'any'

/** One thing that is asked for, and what the question itself gives away of it. */
export type Asking = {
  readonly key: string
  readonly call: Call
  readonly asked: readonly string[]
  readonly verdict: Verdict
  readonly node?: Place
}
/** One route and a way to ask it; the first of the askings is for what does not exist, where the route asks for something. */
export type Row = {
  readonly route: string
  readonly verb: Verb
  readonly needs: Right | 'signed-in'
  readonly ask: (actor: Actor, world: Grown) => readonly Asking[]
  /** What it must show of every market where the right holds. */
  readonly shows?: readonly Kind[]
  /** Other statuses of a route that did what it should: a rule of the trade said no, after the rights said yes. */
  readonly ok?: readonly number[]
  /** The status for what does not exist. */
  readonly missing?: number
  /** Who is who is its matter: people are judged as well. */
  readonly people?: true
}

export const NOWHERE = '00000000-0000-7000-8000-0000000000aa'
const UNKNOWN: Target = {
  key: 'unknown',
  place: 'hq',
  wholesaler: true,
  id: NOWHERE,
  code: 'nothing',
  version: 'x',
  note: NOWHERE,
  gone: NOWHERE,
  contact: NOWHERE,
  file: NOWHERE,
  twin: NOWHERE.replace('aa', 'ab'),
  merged: NOWHERE,
}

type Make<T> = (
  target: T,
  actor: Actor,
  world: Grown,
) => Omit<Call, 'method' | 'path'> & { readonly path: string }
type More = Partial<Pick<Row, 'shows' | 'ok' | 'missing' | 'people'>>

const methodOf = (route: string) => route.split(' ')[0] ?? 'GET'

/** A route that asks for nothing in particular. `whole`: only for who holds its right everywhere. */
export function plain(
  route: string,
  verb: Verb,
  needs: Row['needs'],
  call: Make<undefined>,
  more: More & { whole?: true } = {},
): Row {
  return {
    route,
    verb,
    needs,
    ...more,
    ask: (actor, world) => [
      {
        key: 'all',
        asked: [],
        call: { method: methodOf(route), ...call(undefined, actor, world) },
        verdict: more.whole && needs !== 'signed-in' && !holdsAll(actor, needs) ? 'no' : 'yes',
      },
    ],
  }
}

type OfAccount = More & {
  /** Wholesalers only: the route knows no other tier. */
  readonly wholesaler?: true
  /** Whether the rules of the trade let this actor do it here. */
  readonly fits?: (target: Target, actor: Actor) => boolean
  /** What is written down in the former market is still read and told there. */
  readonly past?: true
  readonly always?: Verdict
  /** Only for who holds its right everywhere. */
  readonly whole?: true
}

export function ofAccount(
  route: string,
  verb: Verb,
  needs: Right,
  call: Make<Target>,
  more: OfAccount = {},
): Row {
  const verdictFor = (actor: Actor, target: Target): Verdict => {
    if (more.whole && !holdsAll(actor, needs)) return 'no'
    if (target === UNKNOWN) return 'unseen'
    if (holds(actor, needs, target.place))
      return (more.wholesaler && !target.wholesaler) || more.fits?.(target, actor) === false
        ? 'any'
        : (more.always ?? 'yes')
    return target.formerly && more.past && holds(actor, needs, target.formerly) ? 'past' : 'unseen'
  }
  return {
    route,
    verb,
    needs,
    ...more,
    ask: (actor, world) =>
      [UNKNOWN, ...world.accounts].map((target) => ({
        key: target.key,
        call: { method: methodOf(route), ...call(target, actor, world) },
        asked: [
          target.id,
          target.code,
          target.note,
          target.gone,
          target.contact,
          target.file,
          target.twin,
          target.merged,
          world.accounts[0]?.id ?? '',
          world.accounts[0]?.twin ?? '',
        ],
        verdict: verdictFor(actor, target),
      })),
  }
}

export type AtPlace = {
  readonly place: Place | null
  readonly id: string
  readonly code: string
  readonly version: string
}

type OfPlace = More & {
  readonly among: readonly Place[]
  readonly verdict?: (actor: Actor, place: Place) => Verdict
  readonly narrows?: true
}

/** A route about places. Unless said otherwise it answers for markets where its right holds. */
export function ofPlace(route: string, verb: Verb, needs: Right, call: Make<AtPlace>, more: OfPlace): Row {
  const verdictFor =
    more.verdict ?? ((actor: Actor, place: Place) => (holds(actor, needs, place) ? 'yes' : 'unseen'))
  return {
    route,
    verb,
    needs,
    ...more,
    ask: (actor, world) =>
      [null, ...more.among].map((place) => {
        const node = place === null ? undefined : world.node.get(place)
        const at = {
          place,
          id: node?.id ?? NOWHERE,
          code: node?.code ?? 'nothing',
          version: node?.version ?? 'x',
        }
        return {
          key: place ?? 'unknown',
          call: { method: methodOf(route), ...call(at, actor, world) },
          asked: [at.id, at.code],
          verdict: place === null ? ('unseen' as const) : verdictFor(actor, place),
          ...(more.narrows && place !== null ? { node: place } : {}),
        }
      }),
  }
}

export const beneath =
  (needs: Right) =>
  (actor: Actor, place: Place): Verdict =>
    reaches(actor, needs, place) ? 'yes' : 'unseen'
export const wholeOnly =
  (needs: Right) =>
  (actor: Actor): Verdict =>
    holdsAll(actor, needs) ? 'yes' : 'no'

/** A route about a person. Whoever sees them must also be able to give them all that they hold. */
export function ofPerson(
  route: string,
  verb: Verb,
  call: Make<string>,
  more: More & { readonly whole?: true } = {},
): Row {
  const among = ['rep@own', 'rep@sibling', 'regional_manager@north', 'hq@hq', 'expired']
  return {
    route,
    verb,
    needs: 'people.change',
    people: true,
    ...more,
    ask: (actor, world) =>
      [null, ...among].map((key) => {
        const email =
          key === null ? 'nobody@example.com' : (world.actors.find((one) => one.key === key)?.email ?? '')
        return {
          key: key ?? 'unknown',
          call: { method: methodOf(route), ...call(email, actor, world) },
          asked: [email],
          verdict:
            more.whole && !holdsAll(actor, 'people.change')
              ? ('no' as const)
              : key === null
                ? ('unseen' as const)
                : overPerson(actor, world, key),
        }
      }),
  }
}

export function overPerson(actor: Actor, world: Grown, key: string): Verdict {
  const other = world.actors.find((one) => one.key === key)
  if (!other || !seesPerson(actor, other)) return 'unseen'
  const own = other.held.filter(({ lent }) => !lent)
  return own.every(({ place }) => holdsThroughout(actor, 'people.change', place)) ? 'yes' : 'no'
}

export function roleAt(actor: Actor, place: Place): Verdict {
  if (!seesPlace(actor, place)) return 'unseen'
  return holdsThroughout(actor, 'people.change', place) ? 'yes' : 'no'
}

/** A route about a file that was brought: whoever brought it, or has the right in all its markets. `fits`: for its state. */
export function ofBatch(
  route: string,
  verb: Verb,
  needs: Right,
  call: Make<Batch>,
  fits: (batch: Batch) => boolean,
  more: More = {},
): Row {
  return {
    route,
    verb,
    needs,
    ...more,
    ask: (actor, world) =>
      [{ key: 'unknown', id: NOWHERE, markets: [], actor: '' }, ...world.batches].map((batch) => ({
        key: batch.key,
        call: { method: methodOf(route), ...call(batch, actor, world) },
        asked: [batch.id],
        verdict: !seesBatch(actor, needs, batch) ? 'unseen' : fits(batch) ? 'yes' : 'any',
      })),
  }
}

function seesBatch(actor: Actor, needs: Right, batch: Batch): boolean {
  if (batch.key === 'unknown') return false
  if (holdsAll(actor, needs) || actor.key === batch.actor) return true
  return batch.markets.length > 0 && batch.markets.every((place) => holds(actor, needs, place))
}
