import { useQueryClient } from '@tanstack/react-query'
import { visitsApi } from '../../visits-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import type { Target } from './target.ts'
import { useDoing } from '../../ui/doing.ts'

type Body = Parameters<typeof visitsApi.add>[1]

/** Says something of a visit; what was said anew can be taken back for ten seconds. A refusal stays as `error`. */
export function useSaid(onDone: () => void) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const offer = useUndo()
  const { busy, error, run: doing } = useDoing()
  const fresh = () => client.invalidateQueries({ queryKey: ['visits'] })
  const run = async (work: () => Promise<void>) => {
    await doing(async () => {
      await work()
      onDone()
      await fresh()
    })
  }
  const say = ({ account, name, plan }: Target, body: Omit<Body, 'standsFor'>) =>
    run(async () => {
      const planned = plan?.visit
      if (planned) {
        await visitsApi.change(planned.id, { ...body, version: planned.version })
        return
      }
      const fixed = plan?.fixed ?? null
      const { id, version } = await visitsApi.add(account, {
        ...body,
        ...(fixed === null ? {} : { standsFor: fixed }),
      })
      offer({
        words: t(`visit.saved-${body.state}`, { name, day: body.day ?? '' }),
        undo: async () => {
          await visitsApi.takeBack(id, version)
          await fresh()
        },
      })
    })
  const takeBack = ({ plan }: Target) =>
    run(async () => {
      if (plan?.visit) await visitsApi.takeBack(plan.visit.id, plan.visit.version)
    })
  return { say, takeBack, busy, error }
}
