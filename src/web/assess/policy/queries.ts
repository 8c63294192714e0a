import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PolicyDocument, PolicyOfVersion, PolicyPreview } from '../../../contract/policy.ts'
import { api } from '../../api.ts'
import type { PolicyTrial } from './draft.ts'

/** Asked again while the screen stands: somebody else may change it meanwhile. */
export const policyQuery = queryOptions<PolicyDocument>({
  queryKey: ['policy'],
  queryFn: ({ signal }) => api.policy(signal),
  refetchInterval: 30_000,
})

export function versionQuery(version: number) {
  return queryOptions<PolicyOfVersion>({
    queryKey: ['policy', 'version', version],
    queryFn: ({ signal }) => api.policyVersion(version, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What a draft would change; the answer before stays, pale, while the next is worked out. */
export function previewQuery(trial: PolicyTrial, newest: number) {
  return queryOptions<PolicyPreview>({
    queryKey: ['policy', 'preview', newest, JSON.stringify(trial)],
    queryFn: ({ signal }) => api.previewPolicy(trial, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
}

/** A value once it has stood still for a moment: one trial a change, not one a key. */
export function useSettled<T>(value: T, ms = 300): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

/** Whole seconds since something began to run; 0 while it does not. */
export function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!running) return
    const began = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 500)
    return () => {
      clearInterval(timer)
      setSeconds(0)
    }
  }, [running])
  return running ? seconds : 0
}
