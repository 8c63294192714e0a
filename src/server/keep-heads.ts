import { keepHeads } from './db/audit-heads.ts'
import type { Deps } from './db/deps.ts'

const HOUR = 3_600_000

/**
 * Keeps the heads of the audit chains: now, then once on each new day (UTC), and a last time when it is ended. A fault is logged and
 * tried again; it stops nobody.
 */
export function headKeeper(deps: Deps): { end(): Promise<void> } {
  let day = ''
  const keep = async () => {
    try {
      await keepHeads(deps)
      day = deps.now().toISOString().slice(0, 10)
    } catch (error) {
      deps.log.warn({ name: error instanceof Error ? error.name : 'unknown' }, 'audit heads not kept')
    }
  }
  let running = keep()
  const timer = setInterval(() => {
    if (deps.now().toISOString().slice(0, 10) !== day) running = running.then(keep)
  }, HOUR)
  timer.unref()
  return {
    async end() {
      clearInterval(timer)
      await running
      await keep()
    },
  }
}
