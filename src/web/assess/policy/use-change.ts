import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { api } from '../../api.ts'
import { useUndo } from '../../ui/undo-bar.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { policyQuery } from './queries.ts'

/**
 * Makes the next version, shows it on every screen, and offers for ten seconds to take it back; the version that takes it back
 * says in its reason, and in the trace, that it does.
 */
export function useChange(doc: PolicyDocument, onDone: () => void) {
  const reading = useReading()
  const { t, today } = reading
  const client = useQueryClient()
  const offer = useUndo()
  const show = async (made: PolicyDocument) => {
    client.setQueryData(policyQuery.queryKey, made)
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'policy',
    })
  }
  return useMutation({
    mutationFn: api.changePolicy,
    onSuccess: async (made, { from }) => {
      onDone()
      await show(made)
      const version = made.newest
      const later = from !== undefined && from > today
      offer({
        words: later
          ? t('policy.applied-later', { version, day: dayWords(reading, from) })
          : t('policy.applied', { version }),
        undo: async () =>
          show(
            await api.changePolicy({
              restore: doc.version,
              undoes: version,
              note: t('policy.undo-note', { version }),
            }),
          ),
      })
    },
    onError: () => void client.invalidateQueries({ queryKey: policyQuery.queryKey }),
  })
}
