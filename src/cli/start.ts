import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { serve, Stopped } from '../server/main.ts'
import type { Context } from './context.ts'
import { loadedDemo, signInsText } from './demo.ts'
import { orderToStop } from './order-to-stop.ts'

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('0..65535')
  return value
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
      const stop = orderToStop(process.env)
      try {
        const serving = await serve(context.settings, {
          port: options.port,
          host: options.host,
          stop,
          onStep: (step, what) => context.progress(context.t(`cli.step.${step}`, { what })),
          ...(options.demo === true
            ? {
                beforeFirst: async (opened) => {
                  await loadedDemo(context, opened, 'cli:start')
                },
              }
            : {}),
        })
        if (options.demo === true) context.say(signInsText(context))
        const { address, setUpLink } = serving
        context.print(
          { address, ...(setUpLink === null ? {} : { setUp: setUpLink }) },
          setUpLink === null
            ? context.t('cli.start.ready', { address })
            : context.t('cli.start.ready-empty', { address, link: setUpLink }),
        )
        await ordered(stop)
        context.say(context.t('cli.start.stopping'))
        await serving.close()
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
      }
    })
}
