import { read } from '@e965/xlsx'
import { gunzipSync } from 'node:zlib'
import { problems, type ProblemCode } from '../../src/domain/problem.ts'
import { statusOf } from '../../src/server/http/problem-response.ts'
import type { Judge, Operation, Schema } from './document.ts'

export type Answer = {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly bytes: Buffer
  /** It began, and broke off. */
  readonly torn: boolean
  /** A JSON body; undefined: it is none. */
  readonly json: unknown
}

/** What the words of a program's inside look like; nothing that is sent holds any of them. */
const insides: readonly RegExp[] = [
  /\n\s+at .+:\d+/,
  /node_modules|node:internal|file:\/\/|\/src\/(server|domain|contract)\//,
  /\b(kysely|postgres|pg_|hono|zod|better-?auth|argon2|exceljs|ajv|pino)\b/i,
  /\b(TypeError|RangeError|SyntaxError|ReferenceError|ZodError|DatabaseError|APIError)\b/,
  /Cannot read propert|is not a function|is not iterable|Unexpected token|JSON at position/,
  /violates|syntax error at|invalid input syntax|duplicate key value|invalid byte sequence|out of range for type/,
  /\bselect "|\binsert into "|\bupdate "|\bdelete from "|\$\d+::|ON CONFLICT/,
  /root:x:0/,
]

export async function answerOf(response: Response): Promise<Answer> {
  const sent = await response.arrayBuffer().then(
    (whole) => Buffer.from(whole),
    () => null,
  )
  const packed = response.headers.get('content-encoding') === 'gzip'
  const bytes = sent && packed ? gunzipSync(sent) : (sent ?? Buffer.alloc(0))
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? ''
  const { status, headers } = response
  return { status, type, headers, bytes, torn: sent === null, json: jsonOf(type, bytes) }
}

function jsonOf(type: string, bytes: Buffer): unknown {
  if (!type.endsWith('json')) return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

/** What stands in it to be read; of a workbook its sheets. Throws where a workbook is none. */
function words({ bytes }: Answer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  return JSON.stringify(read(bytes, { type: 'buffer' }).Sheets)
}

export type Asked = {
  /** The operation that answers to the method and path; undefined: there is none. */
  readonly operation: Operation | undefined
  readonly method: string
  readonly path: string
  /** Paths of this machine, which are nobody's business. */
  readonly folders: readonly string[]
}
export type Rules = { readonly judge: Judge; readonly problem: Schema }

/** What is wrong with an answer; null: nothing. */
export function faultOf(rules: Rules, asked: Asked, answer: Answer): string | null {
  if (answer.status >= 500) return 'a fault of the server'
  if (answer.torn) return 'breaks off in the middle'
  const text = words(answer)
  const inside = insides.find((one) => one.test(text))
  if (inside) return `tells of its inside: ${String(inside.exec(text)?.[0]).slice(0, 80)}`
  if (asked.folders.some((folder) => text.includes(folder))) return 'tells where its files are'
  if (answer.status >= 400) return asked.method === 'HEAD' ? null : faultOfProblem(rules, answer)
  if (!asked.operation) return asked.path === '/api/openapi.json' ? null : 'done by nobody'
  const declared = asked.operation.answers[String(answer.status)]
  if (!declared) return 'has a status that the document does not name'
  return asked.method === 'HEAD' ? null : faultOfBody(rules, declared, answer)
}

function faultOfBody(
  { judge }: Rules,
  declared: Readonly<Record<string, Schema>>,
  answer: Answer,
): string | null {
  const types = Object.keys(declared)
  if (types.length === 0)
    return answer.bytes.length === 0 ? null : 'has a body that the document does not name'
  const schema = declared[answer.type]
  if (!schema) return `is of another type than the document says (${types.join(', ')})`
  if (!answer.type.endsWith('json')) return null
  return answer.json === undefined ? 'is no JSON' : judge(schema, answer.json)
}

/** RFC 9457, in our words: a code of the catalogue, with the status that belongs to it. */
function faultOfProblem({ judge, problem }: Rules, { status, type, json, headers }: Answer): string | null {
  if (type !== 'application/problem+json') return 'is refused without a problem'
  const unfit = judge(problem, json)
  if (unfit !== null) return unfit
  const body = json as {
    code: string
    title: string
    type: string
    status: number
    detail: string
    facts?: Record<string, string | number>
  }
  if (!Object.hasOwn(problems, body.code)) return 'has a code that is not in the catalogue'
  const code = body.code as ProblemCode
  if (status !== statusOf(code) || body.status !== status) return 'has a status that its code does not have'
  if (body.title !== code || body.type !== `urn:tonnage:problem:${code}`) return 'does not name its code'
  const sentence = withoutFacts(body.detail, body.facts ?? {})
  if (body.detail === '' || /[{}]|undefined|NaN|\[object/.test(sentence))
    return `has a sentence with a hole: ${sentence.slice(0, 200)}`
  if (status === 429 && !/^\d+$/.test(headers.get('retry-after') ?? ''))
    return 'does not say when to ask again'
  return null
}

/** What a person typed may look like anything; it comes back as a fact. */
function withoutFacts(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  const texts = Object.values(facts).filter((fact): fact is string => typeof fact === 'string' && fact !== '')
  return texts.reduce((left, fact) => left.replaceAll(fact, '…'), sentence)
}
