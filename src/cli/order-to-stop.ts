import { readFileSync } from 'node:fs'

/**
 * Aborted at the first order to stop: Ctrl-C, a request to terminate, a closed terminal, or the end of the npm that started
 * us (npm tells its shell, and the shell does not tell us). More of them change nothing: Ctrl-C reaches npm and us, and npm
 * passes it on.
 */
export function orderToStop(env: NodeJS.ProcessEnv): AbortSignal {
  const order = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => order.abort())
  if (env['npm_lifecycle_event'] !== undefined) {
    const born = ancestors()
    const watch = setInterval(() => {
      if (ancestors() === born) return
      clearInterval(watch)
      order.abort()
    }, 500)
    watch.unref()
  }
  return order.signal
}

/** Our parent (npm's shell) and, where the system tells, its parent (npm). */
function ancestors(): string {
  const parent = process.ppid
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(parent)
  }
}
