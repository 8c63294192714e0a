import { ProblemBody } from '../../src/contract/people.ts'
import type { App } from '../../src/server/http/frame.ts'

/** A browser as far as a server's test needs one: it keeps cookies and gives them back. */
export type Jar = {
  send(method: string, path: string, body?: unknown): Promise<Response>
  /** 200, or the code of what was refused. */
  ask(method: string, path: string, body?: unknown): Promise<string>
  readonly cookies: Map<string, string>
}

export function jarOn(app: App): Jar {
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await app.request(path, {
      method,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return {
    send,
    cookies,
    ask: async (method, path, body) => {
      const answer = await send(method, path, body)
      return answer.status < 300 ? String(answer.status) : ProblemBody.parse(await answer.json()).code
    },
  }
}
