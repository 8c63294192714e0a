import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountFact, AccountRecord } from '../../../../contract/account.ts'
import { MOST_FILE_BYTES } from '../../../../domain/chain/account-file.ts'
import { api, ApiProblem } from '../../../api.ts'
import { privacyApi } from '../../../privacy-api.ts'
import { sendAccountFile } from '../../../upload.ts'
import { useUndo } from '../../../ui/undo-bar.tsx'
import { useReading } from '../../../ui/reading.ts'
import type { Change } from './record-draft.ts'

/** What is written down about an account up to a day. */
export function useRecords(id: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['account-records', id, asOf ?? ''],
    queryFn: ({ signal }) => api.accountRecords(id, { asOf }, signal),
  })
}

const shown = ['account-records', 'account-timeline']
const judged = ['account', 'ranking', 'market', 'markets', 'compare']

/** Writes to an account; each has the screens that show it read again, and offers for ten seconds to be undone. */
export function useWrites(id: string) {
  const client = useQueryClient()
  const offer = useUndo()
  const { t } = useReading()
  const again = async (names: readonly string[]) => {
    await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
  }
  /** The lists first: whoever wrote waits for them. What is computed anew from facts follows by itself. */
  const after = async (facts: boolean) => {
    await again(shown)
    if (facts) void again(judged)
  }
  const undoing = (work: () => Promise<unknown>, facts: boolean) => async () => {
    await work()
    await after(facts)
  }
  return {
    save: async (name: string, change: Change, old: AccountRecord | null) => {
      const done = await (old ? api.changeRecord(id, old.id, change) : api.addRecord(id, change))
      const { before } = done
      offer({
        words: t('records.saved', { name }),
        undo: undoing(
          () => (before === null ? api.removeRecord(id, done.id) : api.restoreRecord(id, before)),
          false,
        ),
      })
      await after(false)
    },
    /** Keeps one file; a file that is too large is not sent at all. Answers its record. */
    keepFile: async (file: File, onProgress: (sent: number) => void): Promise<string> => {
      if (file.size > MOST_FILE_BYTES)
        throw new ApiProblem(413, {
          code: 'account/file-too-large',
          facts: { limitMb: MOST_FILE_BYTES / 1024 ** 2 },
        })
      return (await sendAccountFile(id, file, onProgress)).id
    },
    /** After files were kept: shows them, and offers to take all of them back. */
    filesKept: async (records: readonly string[]) => {
      offer({
        words: t('records.file-kept', { n: records.length }),
        undo: undoing(() => Promise.all(records.map((record) => api.removeRecord(id, record))), false),
      })
      await after(false)
    },
    erase: async (old: AccountRecord) => {
      await privacyApi.eraseRecord(id, old.id)
      await after(false)
    },
    remove: async (name: string, old: AccountRecord) => {
      await api.removeRecord(id, old.id)
      offer({
        words: t('records.removed', { name }),
        undo: undoing(() => api.restoreRecord(id, old.id), false),
      })
      await after(false)
    },
    tell: async (name: string, fact: AccountFact) => {
      const { before } = await api.tellFact(id, fact)
      offer({
        words: t('records.saved', { name }),
        undo: undoing(
          () => (before === null ? api.takeFactBack(id, fact.fact, fact.day) : api.tellFact(id, before)),
          true,
        ),
      })
      await after(true)
    },
    takeBack: async (name: string, { fact, day }: AccountFact) => {
      const { before } = await api.takeFactBack(id, fact, day)
      offer({
        words: t('records.removed', { name }),
        undo: undoing(async () => {
          if (before !== null) await api.tellFact(id, before)
        }, true),
      })
      await after(true)
    },
  }
}

export type Writes = ReturnType<typeof useWrites>
