import type { paths } from './api-schema.ts'
import { client, given, query, type Body } from './api.ts'

type Asked<P extends '/api/claims' | '/api/claimable'> = NonNullable<paths[P]['get']['parameters']['query']>
/** A policy as it is sent: no `undefined` in it. */
export type PolicyBody = Body<'/api/trade-policies', 'post'>

const of = (id: string) => ({ params: { path: { id } } })

/** Calls about trade policies, claims on them, and statements. */
export const tradeApi = {
  policies: (node: string | undefined) =>
    given(client.GET('/api/trade-policies', { params: { query: node === undefined ? {} : { node } } })),
  policy: (id: string) => given(client.GET('/api/trade-policies/{id}', of(id))),
  addPolicy: (body: PolicyBody) => given(client.POST('/api/trade-policies', { body })),
  changePolicy: (id: string, body: Body<'/api/trade-policies/{id}', 'put'>) =>
    given(client.PUT('/api/trade-policies/{id}', { ...of(id), body })),
  confirm: (id: string, body: Body<'/api/trade-policies/{id}/confirm', 'post'>) =>
    given(client.POST('/api/trade-policies/{id}/confirm', { ...of(id), body })),
  trace: (id: string, account: string, period: string) =>
    given(
      client.GET('/api/trade-policies/{id}/trace', {
        params: { path: { id }, query: { account, period } },
      }),
    ),
  claims: (ask: Asked<'/api/claims'>) => given(client.GET('/api/claims', { params: { query: ask } })),
  claimable: (ask: Asked<'/api/claimable'>) =>
    given(client.GET('/api/claimable', { params: { query: ask } })),
  claim: (id: string) => given(client.GET('/api/claims/{id}', of(id))),
  send: (body: Body<'/api/claims', 'post'>) => given(client.POST('/api/claims', { body })),
  decide: (id: string, body: Body<'/api/claims/{id}/decide', 'post'>) =>
    given(client.POST('/api/claims/{id}/decide', { ...of(id), body })),
  withdraw: (id: string) => given(client.POST('/api/claims/{id}/withdraw', of(id))),
  settle: (id: string, body: Body<'/api/claims/{id}/settlements', 'post'>) =>
    given(client.POST('/api/claims/{id}/settlements', { ...of(id), body })),
  statement: (id: string, month: string) =>
    given(client.GET('/api/accounts/{id}/trade-statement', { params: { path: { id }, query: { month } } })),
}

export type OnePolicy = Awaited<ReturnType<typeof tradeApi.policy>>
export type PolicyList = Awaited<ReturnType<typeof tradeApi.policies>>
export type Trace = Awaited<ReturnType<typeof tradeApi.trace>>

/** The statement of a month to be printed and signed, by a plain link. */
export function statementPdf(id: string, month: string, lang: string): string {
  return `/api/accounts/${id}/trade-statement/pdf${query({ month, lang })}`
}

/** The statement of a month to save, by a plain link. */
export function statementFile(id: string, month: string, lang: string): string {
  return `/api/accounts/${id}/trade-statement/file${query({ month, format: 'xlsx', lang })}`
}

/** What is read anew after something was written about policies or claims. */
export const tradeKeys = ['trade-policies', 'claims', 'claimable', 'trade-statement'] as const
