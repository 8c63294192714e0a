import type { NewCompanyRole } from '../contract/company-role.ts'
import { client, given } from './api.ts'

/** Calls about roles of the company's own, and the app as somebody else sees it. */
export const rolesApi = {
  all: (signal?: AbortSignal) => given(client.GET('/api/roles', signal ? { signal } : {})),
  add: (body: NewCompanyRole) => given(client.POST('/api/roles', { body })),
  change: (code: string, body: NewCompanyRole & { version: number }) =>
    given(client.PUT('/api/roles/{code}', { params: { path: { code } }, body })),
  seeAs: (email: string) =>
    given(client.POST('/api/people/{email}/preview', { params: { path: { email } } })),
  seeAsOneself: () => given(client.DELETE('/api/preview')),
  remove: (code: string) => given(client.DELETE('/api/roles/{code}', { params: { path: { code } } })),
}
