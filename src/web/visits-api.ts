import type { paths } from './api-schema.ts'
import { client, given, type Body } from './api.ts'

type Ask = NonNullable<paths['/api/visits']['get']['parameters']['query']>
const of = (id: string) => ({ params: { path: { id } } })

/** Calls about visits and their fixed dates. */
export const visitsApi = {
  list: (query: Ask) => given(client.GET('/api/visits', { params: { query } })),
  account: (id: string) => given(client.GET('/api/accounts/{id}/visits', of(id))),
  setCadence: (id: string, body: Body<'/api/accounts/{id}/cadence', 'put'>) =>
    given(client.PUT('/api/accounts/{id}/cadence', { ...of(id), body })),
  add: (id: string, body: Body<'/api/accounts/{id}/visits', 'post'>) =>
    given(client.POST('/api/accounts/{id}/visits', { ...of(id), body })),
  change: (id: string, body: Body<'/api/visits/{id}', 'put'>) =>
    given(client.PUT('/api/visits/{id}', { ...of(id), body })),
  firstOrder: (id: string) => given(client.GET('/api/accounts/{id}/first-order', of(id))),
  planFirstOrder: (id: string, body: Body<'/api/accounts/{id}/first-order', 'put'>) =>
    given(client.PUT('/api/accounts/{id}/first-order', { ...of(id), body })),
  takeBack: (id: string, version: number) =>
    given(client.POST('/api/visits/{id}/withdraw', { ...of(id), body: { version } })),
}
