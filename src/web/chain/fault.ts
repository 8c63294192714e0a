import { ApiProblem } from '../api.ts'

/** To which field a refusal belongs, so that its sentence stands beneath it; null: to the form as a whole. */
export function fieldOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null
  const [noun] = error.code.split('/')
  if (error.code === 'account/owner-unknown') return 'owner'
  if (error.code === 'account/closes-before-opening') return 'closed'
  if (error.code.startsWith('account/parent') || error.code.endsWith('/beneath-itself')) return 'parent'
  if (error.code === 'market/closed' || error.code === 'account/moves-nowhere') return 'market'
  if (error.code === 'market/parent-kind' || error.code === 'market/same-parent') return 'parent'
  if (noun === 'name') return 'name'
  if (noun === 'code') return 'code'
  return noun === 'period' ? 'day' : null
}
