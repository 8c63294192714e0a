import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** What the document uses of JSON Schema 2020-12. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}
type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}
/** Schemas by content type. */
type Content = Readonly<Record<string, Schema>>

export type Operation = {
  readonly name: string
  readonly method: string
  /** As the document writes it: `/api/accounts/{id}`. */
  readonly path: string
  readonly access: string
  readonly parameters: readonly Parameter[]
  readonly body: { readonly type: string; readonly schema: Schema } | null
  /** By status, or `default`. */
  readonly answers: Readonly<Record<string, Content>>
}

type WrittenContent = Readonly<Record<string, { readonly schema: Schema }>>
type Written = {
  readonly 'x-access': string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: WrittenContent }
  readonly responses: Readonly<Record<string, { readonly content?: WrittenContent }>>
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Written>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const contentOf = (written: WrittenContent = {}): Content =>
  Object.fromEntries(Object.entries(written).map(([type, { schema }]) => [type, schema]))

export function operationsOf(document: unknown): readonly Operation[] {
  return Object.entries((document as Document).paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, written]): Operation => {
      const [body] = Object.entries(contentOf(written.requestBody?.content))
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        access: written['x-access'],
        parameters: written.parameters ?? [],
        body: body ? { type: body[0], schema: body[1] } : null,
        answers: Object.fromEntries(
          Object.entries(written.responses).map(([status, { content }]) => [status, contentOf(content)]),
        ),
      }
    }),
  )
}

export type Resolve = (ref: string) => Schema

export function resolverOf(document: unknown): Resolve {
  const { schemas } = (document as Document).components
  return (ref) => {
    const found = schemas[ref.split('/').at(-1) ?? '']
    if (!found) throw new RangeError(`no schema ${ref}`)
    return found
  }
}

/** What is wrong with a body under a schema of the document; null: nothing. */
export type Judge = (schema: Schema, body: unknown) => string | null

/**
 * Stricter than the document: an object that names its fields may hold no other. A field that nobody declared is how a column
 * that nobody was meant to see gets out.
 */
export function judgeOf(document: unknown): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  formats(ajv)
  ajv.addFormat('binary', true)
  const resolve = resolverOf(document)
  ajv.addSchema(closed(document, resolve) as object, 'document')
  const known = new Map<Schema, ReturnType<typeof ajv.compile>>()
  return (schema, body) => {
    const check = known.get(schema) ?? ajv.compile(rooted(closed(schema, resolve)) as object)
    known.set(schema, check)
    if (check(body)) return null
    const [first] = check.errors ?? []
    return `${first?.instancePath ?? ''} ${first?.message ?? ''} ${JSON.stringify(first?.params ?? {})}`
  }
}

/** What is put together from objects (`allOf`) becomes one object first: each part knows its own fields only. */
function closed(schema: unknown, resolve: Resolve): unknown {
  if (Array.isArray(schema)) return schema.map((one) => closed(one, resolve))
  if (typeof schema !== 'object' || schema === null) return schema
  const one = joined(schema, resolve)
  const inner = Object.fromEntries(Object.entries(one).map(([name, value]) => [name, closed(value, resolve)]))
  return one.properties && !('additionalProperties' in one)
    ? { ...inner, additionalProperties: false }
    : inner
}

export function joined(schema: Schema, resolve: Resolve): Schema {
  const parts = schema.allOf?.map((part) => (part.$ref === undefined ? part : resolve(part.$ref)))
  if (!parts?.every(({ type, properties }) => type === 'object' && properties)) return schema
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Schema>,
    required: parts.flatMap(({ required = [] }) => required),
  }
}

/** References are to the document, wherever the schema stands. */
function rooted(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')) as unknown
}
