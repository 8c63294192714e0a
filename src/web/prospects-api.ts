import type { paths } from './api-schema.ts'
import { client, given, query as asked, type Body } from './api.ts'

type ListAsk = NonNullable<paths['/api/prospects']['get']['parameters']['query']>
type FunnelAsk = NonNullable<paths['/api/prospects/funnel']['get']['parameters']['query']>
const of = (id: string) => ({ params: { path: { id } } })

/** Calls about prospects, their people and the negotiation sheet. */
export const prospectsApi = {
  list: (query: ListAsk) => given(client.GET('/api/prospects', { params: { query } })),
  funnel: (query: FunnelAsk) => given(client.GET('/api/prospects/funnel', { params: { query } })),
  add: (body: Body<'/api/prospects', 'post'>) => given(client.POST('/api/prospects', { body })),
  doubles: (body: Body<'/api/prospects/doubles', 'post'>) =>
    given(client.POST('/api/prospects/doubles', { body })),
  one: (id: string) => given(client.GET('/api/prospects/{id}', of(id))),
  step: (id: string, body: Body<'/api/prospects/{id}/steps', 'post'>) =>
    given(client.POST('/api/prospects/{id}/steps', { ...of(id), body })),
  sign: (id: string, version: number) =>
    given(client.POST('/api/prospects/{id}/sign', { ...of(id), body: { version } })),
  owners: (id: string) => given(client.GET('/api/prospects/{id}/owners', of(id))),
  phone: (id: string) => given(client.POST('/api/prospects/{id}/phone', of(id))),
  personPhone: (id: string, person: string) =>
    given(client.POST('/api/prospects/{id}/people/{person}/phone', { params: { path: { id, person } } })),
  addPerson: (id: string, body: Body<'/api/prospects/{id}/people', 'post'>) =>
    given(client.POST('/api/prospects/{id}/people', { ...of(id), body })),
  talk: (id: string, person: string, answers: Readonly<Record<string, string>>) =>
    given(
      client.POST('/api/prospects/{id}/people/{person}/talks', {
        params: { path: { id, person } },
        body: { answers },
      }),
    ),
  tellBrand: (id: string, body: Body<'/api/prospects/{id}/brands', 'post'>) =>
    given(client.POST('/api/prospects/{id}/brands', { ...of(id), body })),
  sheet: (id: string, person: string | undefined) =>
    given(
      client.GET('/api/prospects/{id}/sheet', {
        params: { path: { id }, query: person === undefined ? {} : { person } },
      }),
    ),
}

/** The negotiation sheet to be printed or sent, by a plain link. */
export function sheetPdf(id: string, person: string | undefined, lang: string): string {
  return `/api/prospects/${id}/sheet/pdf${asked({ person, lang })}`
}
