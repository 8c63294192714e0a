import type { Chance } from './chance.ts'

const MOST = 60
const LONGEST = 400

/** Where else a name is looked for: a field that means something of another part of the API. `part field` each. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  into: ['accounts id'],
  owner: ['owners id'],
  market: ['markets id'],
  parent: ['markets id', 'accounts id'],
  node: ['markets code', 'tree code'],
  scope: ['markets code'],
  by: ['people email'],
  person: ['people email'],
  account: ['accounts code', 'accounts account'],
  ids: ['accounts id', 'products id'],
  before: ['imports id'],
  base: ['policy newest'],
  against: ['policy version', 'policy newest'],
  restore: ['policy version'],
  undoes: ['policy newest'],
  token: ['links token'],
  prefix: ['keys prefix'],
  shape: ['import-mappings shape', 'imports shape'],
  role: ['roles code', 'people role'],
  q: ['accounts name', 'accounts code', 'markets name'],
  fact: ['facts fact'],
  began: ['sizes from', 'spans from'],
  code: ['markets code', 'roles code'],
  old: ['passwords password'],
  day: ['facts day', 'sizes validFrom'],
}
/** Parts of the API that tell of the things of another. */
const of: Readonly<Record<string, string>> = {
  nodes: 'markets',
  tree: 'markets',
  node: 'markets',
  market: 'markets',
  account: 'accounts',
  standIns: 'stand-ins',
  likely: 'accounts',
  merged: 'accounts',
  ranking: 'accounts',
  views: 'views',
}

/** What answers have told, by part of the API and field, so that a later request can ask for what an earlier one made. */
export class Memory {
  readonly #known = new Map<string, unknown[]>()
  readonly #spared = new Set<unknown>()
  readonly #versions = new Map<unknown, unknown>()

  keep(part: string, field: string, value: unknown): void {
    if (this.#spared.has(value)) return
    const key = `${of[part] ?? part} ${field}`
    const known = this.#known.get(key) ?? []
    if (known.length === 0) this.#known.set(key, known)
    const at = known.indexOf(value)
    if (at >= 0) known.splice(at, 1)
    known.push(value)
    if (known.length > MOST) known.shift()
  }

  /** Never to be asked for: who is needed for the rest. */
  spare(value: unknown): void {
    this.#spared.add(value)
  }

  /** Texts and numbers of an answer under their own names and parts. `place`: the very address that told them. */
  learn(place: string, part: string, answer: unknown): void {
    if (Array.isArray(answer)) {
      // The last ones too: what was just made often stands at the end.
      for (const one of [...answer.slice(0, 12), ...answer.slice(12).slice(-6)]) this.learn(place, part, one)
      return
    }
    if (typeof answer !== 'object' || answer === null) return
    const { id, code, version } = answer as Readonly<Record<string, unknown>>
    if (version !== undefined) this.#versions.set(id ?? code, version)
    for (const [field, value] of Object.entries(answer)) {
      if (Array.isArray(value)) this.learn(place, part, value)
      // What hangs on it is of another part of the API, which is named as the field is.
      if (typeof value === 'object') this.learn('', field, value)
      else if (typeof value !== 'string' || value.length <= LONGEST) {
        this.keep(part, field, value)
        if (field === 'id' && place !== '') this.keep(place, field, value)
        const token = field === 'link' ? /\/link\/([\w-]+)/.exec(String(value)) : null
        if (token) this.keep('links', 'token', token[1])
      }
    }
  }

  /** A value as a whole, such as a policy's body, to be sent back changed. */
  whole(field: string, value?: unknown): unknown {
    if (value !== undefined) this.keep('whole', field, value)
    return this.#known.get(`whole ${field}`)?.at(-1)
  }

  versionOf(id: unknown): unknown {
    return this.#versions.get(id)
  }

  at(chance: Chance, place: string): unknown {
    return this.#drawn(chance, `${place} id`)
  }

  /** Something of that name: of the same part, of one that the name means, or of any. Undefined: nothing is known. */
  recall(chance: Chance, part: string, field: string): unknown {
    const near = this.#drawn(chance, `${of[part] ?? part} ${field}`)
    const meant = (meanings[field] ?? []).filter((key) => this.#known.has(key))
    if (near !== undefined && chance.yes(0.93)) return near
    if (meant.length > 0 && chance.yes(0.95)) return this.#drawn(chance, chance.one(meant))
    const anywhere = [...this.#known.keys()].filter(
      (key) => key.endsWith(` ${field}`) && !key.startsWith('/'),
    )
    return anywhere.length === 0 ? undefined : this.#drawn(chance, chance.one(anywhere))
  }

  /** What came last, half of the time. */
  #drawn(chance: Chance, key: string): unknown {
    const known = this.#known.get(key)
    if (!known || known.length === 0) return undefined
    return chance.yes(0.3) ? known.at(-1) : chance.one(known)
  }
}

/** `/api/masters/accounts/{id}/move` is of `accounts`: the word before the first hole, or the last one. */
export function partOf(path: string): string {
  const words = path.split('/').slice(2)
  const hole = words.findIndex((word) => word.startsWith('{'))
  return (hole > 0 ? words[hole - 1] : words.at(-1)) ?? ''
}

/** What an answer there tells of: the last word that is no hole. */
export function toldBy(path: string): string {
  return path.split('/').findLast((word) => !word.startsWith('{')) ?? ''
}
