import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { serve, Stopped } from '../server/main.ts'
import type { Context } from './context.ts'

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('0..65535')
  return value
}

/** Aborted at the first order to stop; more of them (Ctrl-C reaches npm and us, and npm passes it on) change nothing. */
function orderToStop(): AbortSignal {
  const order = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => order.abort())
  return order.signal
}

function ordered(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve()
    return stop.addEventListener('abort', () => resolve(), { once: true })
  })
}

export function register(program: Command, context: Context): void {
  program
    .command('start')
    .description(context.t('cli.start.about'))
    .option('--port <port>', context.t('cli.start.port'), port, 3000)
    .option('--host <host>', context.t('cli.start.host'), '127.0.0.1')
    .option('--demo', context.t('cli.start.demo'))
    .action(async (options: { port: number; host: string; demo?: boolean }) => {
      const stop = orderToStop()
      try {
        const serving = await serve(context.settings, {
          port: options.port,
          host: options.host,
          stop,
          onStep: (step, what) => context.progress(context.t(`cli.step.${step}`, { what })),
        })
        context.print(
          { address: serving.address },
          context.t('cli.start.ready', { address: serving.address }),
        )
        await ordered(stop)
        context.say(context.t('cli.start.stopping'))
        await serving.close()
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
      }
    })
}
