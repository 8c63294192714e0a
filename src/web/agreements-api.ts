import { client, given, query, type Body } from './api.ts'

export type AgreementBody = Body<'/api/agreements', 'post'>['draft']
const of = (id: string) => ({ params: { path: { id } } })

/** Calls about agreements and what each role may give by itself. */
export const agreementsApi = {
  list: () => given(client.GET('/api/agreements')),
  one: (id: string) => given(client.GET('/api/agreements/{id}', of(id))),
  add: (body: Body<'/api/agreements', 'post'>) => given(client.POST('/api/agreements', { body })),
  change: (id: string, body: Body<'/api/agreements/{id}', 'put'>) =>
    given(client.PUT('/api/agreements/{id}', { ...of(id), body })),
  amend: (id: string, body: Body<'/api/agreements/{id}/amend', 'post'>) =>
    given(client.POST('/api/agreements/{id}/amend', { ...of(id), body })),
  send: (id: string, seq: number) =>
    given(client.POST('/api/agreements/{id}/send', { ...of(id), body: { seq } })),
  decide: (id: string, body: Body<'/api/agreements/{id}/decide', 'post'>) =>
    given(client.POST('/api/agreements/{id}/decide', { ...of(id), body })),
  sign: (id: string, body: Body<'/api/agreements/{id}/sign', 'post'>) =>
    given(client.POST('/api/agreements/{id}/sign', { ...of(id), body })),
  waive: (id: string, body: Body<'/api/agreements/{id}/waive', 'post'>) =>
    given(client.POST('/api/agreements/{id}/waive', { ...of(id), body })),
  activate: (id: string, seq: number) =>
    given(client.POST('/api/agreements/{id}/activate', { ...of(id), body: { seq } })),
  terminate: (id: string, body: Body<'/api/agreements/{id}/terminate', 'post'>) =>
    given(client.POST('/api/agreements/{id}/terminate', { ...of(id), body })),
  limits: () => given(client.GET('/api/deal-limits')),
  setLimit: (body: Body<'/api/deal-limits', 'put'>) => given(client.PUT('/api/deal-limits', { body })),
}

export type OneAgreement = Awaited<ReturnType<typeof agreementsApi.one>>
export type AgreementList = Awaited<ReturnType<typeof agreementsApi.list>>

/** The signature of a version or its scan, by a plain link. */
export function agreementSignature(id: string, version: number): string {
  return `/api/agreements/${id}/signature${query({ version: String(version) })}`
}

/** A version as PDF, by a plain link. */
export function agreementPdf(id: string, version: number, words: 'zh' | 'both'): string {
  return `/api/agreements/${id}/pdf${query({ version: String(version), words })}`
}
