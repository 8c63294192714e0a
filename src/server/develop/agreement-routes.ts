import { z } from '@hono/zod-openapi'
import {
  AgreementAmend,
  AgreementChange,
  AgreementDecision,
  AgreementEnd,
  AgreementPrint,
  Agreements,
  AgreementSaved,
  AgreementSign,
  AgreementStep,
  AgreementView,
  AgreementWaive,
  DealLimit,
  DealLimits,
  NewAgreement,
} from '../../contract/agreement.ts'
import type { Caller, Right } from '../../domain/chain/reach.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { attachment } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { decideAgreement, sendAgreement, signAgreement, terminateAgreement } from './agreement-acts.ts'
import { activateAgreement, waiveOverlap } from './agreement-activate.ts'
import { amendAgreement, changeAgreement, draftAgreement } from './agreement-draft.ts'
import { listLimits, setLimit } from './agreement-limit.ts'
import { keptSignature, printAgreement } from './agreement-print.ts'
import { listAgreements, oneAgreement } from './agreement-view.ts'
import type { Helpers } from './with-prospect.ts'

const params = z.object({ id: z.uuid() })
const tag = 'develop'

type Act<B> = (
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  id: string,
  body: B,
) => Promise<Result<AgreementSaved>>

/** Agreements over HTTP: drafted, approved, signed, activated, amended, renewed, terminated; and the limits of roles. */
export function agreementRoutes(app: App, deps: Deps, helpers: Helpers): void {
  endpoint(
    app,
    {
      access: 'agreement.read',
      method: 'get',
      path: '/api/agreements',
      tag,
      summary: 'Agreements in the markets in reach, those that end soon first',
      answer: Agreements,
    },
    ({ caller }) => listAgreements(deps, caller),
  )
  endpoint(
    app,
    {
      access: 'agreement.change',
      method: 'post',
      path: '/api/agreements',
      tag,
      summary: 'Draft an agreement with a prospect or a wholesaler',
      body: NewAgreement,
      answer: AgreementSaved,
      status: 201,
    },
    ({ body, caller }) => draftAgreement(deps, caller, helpers, body),
  )
  endpoint(
    app,
    {
      access: 'agreement.read',
      method: 'get',
      path: '/api/agreements/{id}',
      tag,
      summary: 'One agreement with its versions, what happened to it, and why not for each act',
      params,
      answer: AgreementView,
    },
    ({ params: { id }, caller }) => oneAgreement(deps, caller, helpers, id),
  )
  fileEndpoint(
    app,
    {
      access: 'agreement.read',
      method: 'get',
      path: '/api/agreements/{id}/pdf',
      tag,
      summary: 'A version as PDF, in Chinese or in both languages',
      params,
      query: AgreementPrint,
      gives: ['application/pdf'],
    },
    async ({ params: { id }, query: { version, words }, caller }) => {
      const ask = { version: version === undefined ? undefined : Number(version), words }
      const printed = await printAgreement(deps, caller, helpers, id, ask)
      if (!printed.ok) return printed
      const { name, bytes } = printed.value
      return ok(attachment(name, new Blob([new Uint8Array(bytes)]).stream(), 'application/pdf'))
    },
  )
  fileEndpoint(
    app,
    {
      access: 'agreement.read',
      method: 'get',
      path: '/api/agreements/{id}/signature',
      tag,
      summary: 'The signature of a version, or the scan of what was signed',
      params,
      query: AgreementPrint.pick({ version: true }),
      gives: ['application/pdf', 'image/png', 'image/jpeg'],
    },
    async ({ params: { id }, query: { version }, caller }) => {
      const ask = { version: version === undefined ? undefined : Number(version) }
      const kept = await keptSignature(deps, caller, id, ask)
      if (!kept.ok) return kept
      const { name, bytes, media } = kept.value
      return ok(attachment(name, new Blob([new Uint8Array(bytes)]).stream(), media))
    },
  )
  const act = <B>(path: string, access: Right, summary: string, body: z.ZodType<B>, run: Act<B>) => {
    const of = { access, path: `/api/agreements/{id}${path}`, tag, summary, params, body } as const
    endpoint(
      app,
      { ...of, method: path === '' ? 'put' : 'post', answer: AgreementSaved },
      ({ params: { id }, body: given, caller }) => run(deps, caller, helpers, id, given),
    )
  }
  act('', 'agreement.change', 'Write a draft anew', AgreementChange, changeAgreement)
  act('/send', 'agreement.change', 'Send it for approval', AgreementStep, sendAgreement)
  act(
    '/decide',
    'agreement.approve',
    'Approve it, or return it with words',
    AgreementDecision,
    decideAgreement,
  )
  act('/sign', 'agreement.change', 'Keep the signature of the other party', AgreementSign, signAgreement)
  act('/waive', 'agreement.approve', 'Let it stand on the ground of others', AgreementWaive, waiveOverlap)
  act(
    '/activate',
    'agreement.change',
    'Let it begin to hold; the account exists from here on',
    AgreementStep,
    activateAgreement,
  )
  act(
    '/amend',
    'agreement.change',
    'Draft its next version: an amendment or a renewal',
    AgreementAmend,
    amendAgreement,
  )
  act('/terminate', 'agreement.change', 'End it on a day', AgreementEnd, terminateAgreement)
  endpoint(
    app,
    {
      access: 'agreement.read',
      method: 'get',
      path: '/api/deal-limits',
      tag,
      summary: 'What each role may give by itself',
      answer: DealLimits,
    },
    ({ caller }) => listLimits(deps, caller),
  )
  endpoint(
    app,
    {
      access: 'company.change',
      method: 'put',
      path: '/api/deal-limits',
      tag,
      summary: 'Set what a role may give by itself',
      body: DealLimit,
      answer: DealLimit,
    },
    ({ body, caller }) => setLimit(deps, caller, body),
  )
}
