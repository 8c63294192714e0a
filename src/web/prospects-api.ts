import type { paths } from './api-schema.ts'
import { client, given, query as asked, type Body } from './api.ts'

type ListAsk = NonNullable<paths['/api/prospects']['get']['parameters']['query']>
type FunnelAsk = NonNullable<paths['/api/prospects/funnel']['get']['parameters']['query']>
export type CardChange = Partial<Omit<Body<'/api/prospects/{id}', 'put'>, 'version'>>
const of = (id: string) => ({ params: { path: { id } } })

/** Calls about prospects, their people and the negotiation sheet. */
export const prospectsApi = {
  list: (query: ListAsk) => given(client.GET('/api/prospects', { params: { query } })),
  funnel: (query: FunnelAsk) => given(client.GET('/api/prospects/funnel', { params: { query } })),
  add: (body: Body<'/api/prospects', 'post'>) => given(client.POST('/api/prospects', { body })),
  doubles: (body: Body<'/api/prospects/doubles', 'post'>) =>
    given(client.POST('/api/prospects/doubles', { body })),
  one: (id: string) => given(client.GET('/api/prospects/{id}', of(id))),
  change: (id: string, body: Body<'/api/prospects/{id}', 'put'>) =>
    given(client.PUT('/api/prospects/{id}', { ...of(id), body })),
  erase: (id: string) => given(client.POST('/api/prospects/{id}/erase', of(id))),
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
  removePerson: (id: string, person: string) =>
    given(client.DELETE('/api/prospects/{id}/people/{person}', { params: { path: { id, person } } })),
  talk: (id: string, person: string, answers: Readonly<Record<string, string>>) =>
    given(
      client.POST('/api/prospects/{id}/people/{person}/talks', {
        params: { path: { id, person } },
        body: { answers },
      }),
    ),
  tellBrand: (id: string, body: Body<'/api/prospects/{id}/brands', 'post'>) =>
    given(client.POST('/api/prospects/{id}/brands', { ...of(id), body })),
  removeBrand: (id: string, brand: string) =>
    given(client.DELETE('/api/prospects/{id}/brands/{brand}', { params: { path: { id, brand } } })),
  serve: (id: string, account: string) =>
    given(client.PUT('/api/prospects/{id}/serves/{account}', { params: { path: { id, account } } })),
  serveNot: (id: string, account: string) =>
    given(client.DELETE('/api/prospects/{id}/serves/{account}', { params: { path: { id, account } } })),
  campaigns: (node: string | undefined) =>
    given(client.GET('/api/campaigns', { params: { query: node === undefined ? {} : { node } } })),
  addCampaign: (body: Body<'/api/campaigns', 'post'>) => given(client.POST('/api/campaigns', { body })),
  changeCampaign: (id: string, body: Body<'/api/campaigns/{id}', 'put'>) =>
    given(client.PUT('/api/campaigns/{id}', { ...of(id), body })),
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
