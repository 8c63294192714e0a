import type { Ctx } from '../http/frame.ts'

/** A cookie for minutes, of one browser, that is no session: the way to the company's provider, the second step. */
export type DoorCookie = {
  /** '' where there is none. */
  read(c: Ctx): string
  set(c: Ctx, value: string, minutes: number): void
  drop(c: Ctx): void
}

/** Behind https it is `__Host-` and `Secure`, as the session's is. */
export function doorCookie(name: string, https: boolean): DoorCookie {
  const full = `${https ? '__Host-' : ''}tonnage.${name}`
  const put = (c: Ctx, value: string, seconds: number) =>
    c.header(
      'Set-Cookie',
      `${full}=${value}; Max-Age=${String(seconds)}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`,
      { append: true },
    )
  return {
    read(c) {
      const pairs = (c.req.header('cookie') ?? '').split(';').map((one) => one.trim())
      return pairs.find((one) => one.startsWith(`${full}=`))?.slice(full.length + 1) ?? ''
    },
    set: (c, value, minutes) => put(c, value, minutes * 60),
    drop: (c) => put(c, '', 0),
  }
}
