import { Callers, type Caller } from './callers.ts'
import { chance } from './chance.ts'
import type { Company } from './company.ts'
import { judgeOf, operationsOf, resolverOf, type Operation, type Resolve } from './document.ts'
import type { Sent } from './draft.ts'
import { toldBy } from './memory.ts'
import { Report } from './report.ts'
import { requestFor, type Kind } from './request.ts'
import { answerOf, faultOf, type Answer, type Asked, type Rules } from './verdict.ts'
import { brokenIn } from './whole.ts'

export type Run = {
  readonly seed: number
  /** The first request's number: a fault names its own. */
  readonly first: number
  readonly requests: number
  /** So many to one company: what they did to it stays, and in time they would have taken it apart. */
  readonly toOneCompany: number
  readonly mostFaults: number
}
type At = { readonly company: Company; readonly callers: Callers }
type Words = { readonly operations: readonly Operation[]; readonly rules: Rules; readonly resolve: Resolve }

export function wordsOf(document: unknown): Words {
  const resolve = resolverOf(document)
  return {
    operations: operationsOf(document),
    rules: { judge: judgeOf(document), problem: resolve('Problem') },
    resolve,
  }
}

/** Makes requests and judges every answer; every operation in turn, in another order each round. `faults` are said so that each can be made again. */
export async function run(
  words: Words,
  { seed, first, requests, toOneCompany, mostFaults }: Run,
  found: () => Promise<Company>,
): Promise<{ readonly faults: readonly string[]; readonly report: Report }> {
  const faults: string[] = []
  const report = new Report(words.operations)
  const begin = async (): Promise<At> => {
    const company = await found()
    return { company, callers: new Callers(company) }
  }
  const end = async ({ company }: At): Promise<void> => {
    faults.push(...(await brokenIn(company)).map((what) => `the check after the requests: ${what}`))
    await company.close()
  }
  let at = await begin()
  for (let n = first; n < first + requests && faults.length < mostFaults; n += 1) {
    if (n > first && n % toOneCompany === 0) {
      await end(at)
      at = await begin()
    }
    const operation = operationOf(words.operations, seed, n)
    const drawn = chance(seed * 1_000_003 + n)
    const kind = kindOf(drawn.share())
    const caller = at.callers.draw(drawn, operation, kind)
    const sent = requestFor(drawn, { memory: at.company.memory, resolve: words.resolve }, operation, kind)
    const begun = performance.now()
    const answer = await ask(at.company, caller, sent)
    if (!answer) report.unsayable += 1
    else {
      report.count(kind, operation, answer.status, performance.now() - begun)
      const fault = faultOf(words.rules, askedOf(at.company, words.operations, sent), answer)
      if (fault === null) learn(at, caller, operation, sent, answer)
      else
        faults.push(replayable(`seed ${String(seed)} number ${String(n)}`, kind, caller, sent, answer, fault))
      // The one who may do everything was suspended by a request: not much can be done here any more.
      if (caller.boss && kind === 'valid' && isSignedOut(answer)) {
        await end(at)
        at = await begin()
      }
    }
  }
  await end(at)
  return { faults, report }
}

const isSignedOut = ({ json }: Answer): boolean =>
  (json as { code?: string } | undefined)?.code === 'person/signed-out'

/** Whose passwords are hashed, slow on purpose: in every third round only. */
const slow = new Set(['POST /api/sign-in', 'POST /api/link/{token}', 'PUT /api/me/password'])

/** Every operation in turn, in another order each round. */
function operationOf(operations: readonly Operation[], seed: number, n: number): Operation {
  const round = seed + Math.floor(n / operations.length)
  const order = chance(round * 31 + 7)
  const operation = order.shuffled(operations)[n % operations.length]
  if (!operation) throw new RangeError('no operations')
  const quick = operations.filter(({ name }) => !slow.has(name))
  return round % 3 > 0 && slow.has(operation.name) ? order.one(quick) : operation
}

function kindOf(share: number): Kind {
  if (share < 0.4) return 'valid'
  return share < 0.7 ? 'nearly' : 'hostile'
}

/** Undefined: no program can say this through fetch; what only a socket can say is said in `over-a-socket.test.ts`. */
async function ask(company: Company, caller: Caller, sent: Sent): Promise<Answer | undefined> {
  company.tick()
  let request: Request
  try {
    const headers = new Headers([['accept-language', 'en']])
    for (const [name, value] of [...caller.headers, ...sent.headers]) headers.append(name, value)
    request = new Request(`http://localhost${sent.url}`, {
      method: sent.method,
      headers,
      ...(sent.body === undefined ? {} : { body: sent.body }),
    })
  } catch {
    return undefined
  }
  return answerOf(await company.app.request(request))
}

/** The operation that the method and path lead to: not always the one that the request was made for. */
function askedOf(company: Company, operations: readonly Operation[], { method, url }: Sent): Asked {
  const { pathname } = new URL(`http://localhost${url}`)
  const wanted = method === 'HEAD' ? 'GET' : method.toUpperCase()
  const led = operations.filter(
    (one) =>
      one.method === wanted && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  )
  // `/accounts/owners` stands before `/accounts/{id}`.
  const operation = led.toSorted((a, b) => holes(a) - holes(b))[0]
  return { operation, method, path: pathname, folders: [company.database.deps.folder, process.cwd()] }
}

const holes = ({ path }: Operation): number => path.split('{').length

function learn(
  { company, callers }: At,
  caller: Caller,
  operation: Operation,
  sent: Sent,
  answer: Answer,
): void {
  callers.learn(caller, operation, answer.status, answer.headers)
  if (answer.status >= 300) return
  company.memory.learn(sent.url.split('?')[0] ?? '', toldBy(operation.path), answer.json)
  if (operation.name === 'GET /api/policy' && typeof answer.json === 'object')
    company.memory.whole('body', (answer.json as { body?: object }).body)
}

function replayable(
  where: string,
  kind: Kind,
  caller: Caller,
  sent: Sent,
  answer: Answer,
  fault: string,
): string {
  const body =
    sent.body instanceof Uint8Array ? `base64 ${Buffer.from(sent.body).toString('base64')}` : sent.body
  return [
    fault,
    `  ${where}, ${kind}, as ${caller.key}`,
    `  ${sent.method} ${shortened(sent.url)}`,
    `  ${shortened(JSON.stringify(sent.headers))}`,
    `  ${shortened(body ?? '')}`,
    `  → ${String(answer.status)} ${answer.type} ${shortened(answer.bytes.toString())}`,
  ].join('\n')
}

function shortened(text: string): string {
  return text.length <= 1200 ? text : `${text.slice(0, 1100)}… (${String(text.length)} characters)`
}
