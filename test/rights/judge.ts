import { read } from '@e965/xlsx'
import {
  holds,
  holdsAll,
  holdsSomewhere,
  holdsThroughout,
  markets,
  seesPerson,
  seesPlace,
  type Persona,
  type Place,
  type Right,
} from './oracle.ts'

/**
 * Whatever is planted says of itself what it is and whose: `qz`, two letters for the kind, the place (or two, for what moved), a word.
 * So any byte of any answer can be judged without knowing what the route is for.
 */
export const kinds = {
  pc: 'code of a place',
  pn: 'name of a place',
  an: 'name of an account',
  ac: 'code of an account',
  no: 'words of a note',
  co: 'name of a contact',
  fi: 'name of a file',
  fb: 'bytes of a file',
  so: 'source of a fact',
  re: 'reason of an override',
  sz: 'source of an estimate',
  ba: 'name of a brought file',
  vi: 'name of a view of one’s own',
  pe: 'a person',
  pr: 'a prospect, or what is written of it',
  cp: 'name of a campaign',
  ag: 'words of an agreement',
  tp: 'name of a trade policy, or words of a claim',
  vw: 'words of a visit',
} as const
export type Kind = keyof typeof kinds

export function mark(kind: Kind, place: string, word: string): string {
  return `qz${kind}-${place}-${word}`
}

const MARK = /qz([a-z]{2})-([a-z+]+)-([a-z0-9]+)/g

/** A figure that nothing else in the world has, and of whose trade it is. */
export type Figure = {
  readonly kind: 'volume' | 'amount' | 'cost' | 'margin' | 'product cost'
  readonly place: Place
  readonly value: number
}

/** The digits of a number however it is written: separators and the zeros at its end say nothing. */
function digits(text: string): string {
  return text.replaceAll(/[.,]/g, '').replace(/0+$/, '')
}

export function figuresByDigits(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [digits(figure.value.toFixed(2)), figure]))
}

export type World = {
  readonly figures: ReadonlyMap<string, Figure>
  /** By the word of their marks. */
  readonly people: ReadonlyMap<string, Persona>
  /** Of each market those that accounts came from: their names are part of an account's history. */
  readonly cameFrom: ReadonlyMap<Place, readonly Place[]>
}

type Asked = { readonly persona: Persona; readonly right: Right | 'signed-in'; readonly people: boolean }

/** All that an answer holds and its reader must not know. */
export function secretsIn(world: World, text: string, { persona, right, people }: Asked): string[] {
  const found = new Set<string>()
  const may = (place: Place) =>
    right === 'signed-in' ? seesPlace(persona, place) : holds(persona, right, place)
  for (const [whole, kind = '', where = '', word = ''] of text.toLowerCase().matchAll(MARK)) {
    const at = where.split('+') as Place[]
    if (kind === 'pe') {
      const other = world.people.get(word)
      if (people && other && other.key !== persona.key && !seesPerson(persona, other)) found.add(whole)
    } else if (kind === 'vi') {
      // The audit of the whole company names what anybody saved, and so does all that is kept of a person.
      const told = (right === 'audit.read' || right === 'people.change') && holdsAll(persona, right)
      if (!told && word !== persona.key.replaceAll(/[^a-z0-9]/g, '')) found.add(whole)
    } else if (kind === 'pn' || kind === 'pc') {
      const known = (place: Place) =>
        seesPlace(persona, place) ||
        (kind === 'pn' && markets.some((m) => may(m) && world.cameFrom.get(m)?.includes(place)))
      if (!at.some(known)) found.add(whole)
    } else if (!at.some(may)) found.add(whole)
  }
  for (const [token] of text.matchAll(/\d[\d,]*(?:\.\d+)?/g))
    for (const one of new Set([token, ...token.split(',')])) {
      const figure = one.length < 7 ? undefined : world.figures.get(digits(one))
      if (!figure) continue
      const { kind, place } = figure
      const blind = kind === 'cost' || kind === 'margin'
      const open =
        kind === 'product cost'
          ? holdsSomewhere(persona, 'contribution.read')
          : right !== 'signed-in' &&
            holdsThroughout(persona, right, place) &&
            (!blind || holdsThroughout(persona, 'contribution.read', place))
      if (!open) found.add(`${kind} of ${place}: ${one}`)
    }
  return [...found]
}

/** Everything in an answer that can be read: its status, its headers, its body; of a workbook what lies in it, unpacked. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const head = [...response.headers]
    .filter(([name]) => name !== 'etag' && name !== 'content-length')
    .map(([name, value]) => `${name}: ${decoded(value)}`)
  return `${String(response.status)}\n${head.join('\n')}\n\n${bytes.subarray(0, 2).toString() === 'PK' ? unpacked(bytes) : bytes.toString()}`
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

function unpacked(bytes: Buffer): string {
  const { Sheets } = read(bytes, { type: 'buffer' })
  return JSON.stringify(Sheets)
}
