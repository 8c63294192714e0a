import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnAccount } from '../../../contract/own-account.ts'
import { api } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { momentIn } from '../audit/reading.ts'

export const ownQuery = queryOptions<OwnAccount>({ queryKey: ['own'], queryFn: api.own })

/** One act on one's account at a time: what it says when it is done, or why it was refused; the account is read anew. */
export function useAct() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const act = async (work: () => Promise<unknown>, words: string | null): Promise<boolean> => {
    setBusy(true)
    setSaid(null)
    setError(null)
    try {
      await work()
      setSaid(words)
      return true
    } catch (problem) {
      setError(problem)
      return false
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: ownQuery.queryKey })
    }
  }
  return { busy, said, error, act }
}

/** A moment in the company's time. */
export function useMoment(): (at: string) => string {
  const { locale } = useLanguage()
  return momentIn(locale, useSession().company.timeZone)
}
