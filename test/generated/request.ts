import type { Chance } from './chance.ts'
import type { Operation, Resolve } from './document.ts'
import { sentOf, type Draft, type Sent } from './draft.ts'
import { brokenFile, soundFile } from './files.ts'
import { bodies, headers, methods, strangePaths, tails, texts, values } from './hostile.ts'
import { partOf, type Memory } from './memory.ts'
import { spoilOnce } from './nearly.ts'
import { valid, type Made } from './valid.ts'

export const kinds = ['valid', 'nearly', 'hostile'] as const
export type Kind = (typeof kinds)[number]

export type Source = { readonly memory: Memory; readonly resolve: Resolve }

/** One request of a kind to an operation. */
export function requestFor(chance: Chance, source: Source, operation: Operation, kind: Kind): Sent {
  const draft = validDraft(chance, source, operation)
  if (kind === 'nearly') spoilOnce(chance, source.resolve, draft)
  if (kind === 'hostile') for (let left = 1 + chance.below(3); left > 0; left--) attack(chance, draft)
  if (kind !== 'valid' && draft.raw !== undefined && chance.yes(0.5)) draft.raw = brokenFile(chance)
  return sentOf(draft)
}

function validDraft(chance: Chance, { memory, resolve }: Source, operation: Operation): Draft {
  const part = partOf(operation.path)
  const made = (known: Made['known']): Made => ({
    chance,
    resolve,
    known,
    whole: (field) => memory.whole(field),
  })
  const path: Record<string, unknown> = {}
  for (const { name, schema } of operation.parameters.filter((one) => one.in === 'path')) {
    const before = operation.path.slice(0, operation.path.indexOf(`/{${name}}`))
    const place = before.replaceAll(/\{(\w+)\}/g, (_, hole: string) => String(path[hole]))
    const there = chance.yes(0.85) ? memory.at(chance, place) : undefined
    path[name] = valid(
      { ...made((field) => there ?? memory.recall(chance, part, field)), there: true },
      schema,
      name,
    )
  }
  const remembered = made((field) => memory.recall(chance, part, field))
  const query = operation.parameters
    .filter((one) => one.in === 'query' && (one.required || chance.yes(0.35)))
    .map(({ name, schema }): [string, unknown] => [name, valid(remembered, schema, name)])
  const { body } = operation
  const json = body?.type === 'application/json' ? valid(remembered, body.schema) : undefined
  putVersion(chance, memory, Object.values(path)[0], json)
  return {
    operation,
    method: operation.method,
    path,
    query,
    headers: body ? [['content-type', body.type]] : [],
    json,
    raw: body && json === undefined ? soundFile(chance, operation.path, query) : undefined,
    text: (text) => text,
    tail: '',
    elsewhere: undefined,
  }
}

/** Of the very thing that is to be changed, as it was last read. */
function putVersion(chance: Chance, memory: Memory, id: unknown, json: unknown): void {
  const version = memory.versionOf(id)
  if (
    typeof json === 'object' &&
    json !== null &&
    'version' in json &&
    version !== undefined &&
    chance.yes(0.9)
  )
    json.version = version
}

/** A value of its own each time: what is put into one request must not turn up in another. */
const evil = (chance: Chance): unknown =>
  chance.yes(0.6) ? chance.one(texts) : structuredClone(chance.one(values))

/** As JSON reads it: `__proto__` is a field like any other. */
function setField(into: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true })
}

function attack(chance: Chance, draft: Draft): void {
  const { operation } = draft
  const paths = Object.keys(draft.path)
  const inside = objectsIn(draft.json)
  const roads: (() => void)[] = [
    () => draft.headers.push(...chance.one(headers).map(([name, value]): [string, string] => [name, value])),
    () => (draft.tail = chance.one(tails)),
    () => draft.query.push([String(chance.one(texts)).slice(0, 300), chance.one(texts)]),
    () => draft.query.push(...draft.query),
    () => draft.query.push(['long', 'q'.repeat(20_000)]),
  ]
  if (chance.yes(0.15)) roads.push(() => (draft.method = chance.one(methods)))
  if (chance.yes(0.1)) roads.push(() => (draft.elsewhere = chance.one(strangePaths)))
  for (const name of paths) roads.push(() => (draft.path[name] = evil(chance)))
  for (const { name, in: where } of operation.parameters)
    if (where === 'query')
      roads.push(() => (draft.query = [...draft.query.filter(([one]) => one !== name), [name, evil(chance)]]))
  for (const into of inside)
    for (const name of [...Object.keys(into), ...Object.keys(into), '__proto__x', chance.one(texts)])
      roads.push(() => setField(into, name, evil(chance)))
  if (operation.body && chance.yes(0.3)) roads.push(() => (draft.raw = chance.one(bodies)))
  // A body where none belongs.
  if (!operation.body && chance.yes(0.2)) roads.push(() => (draft.raw = chance.one(bodies)))
  chance.one(roads)()
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
}
