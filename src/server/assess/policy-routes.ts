import { z } from '@hono/zod-openapi'
import {
  PolicyChange,
  PolicyDocument,
  PolicyOfVersion,
  PolicyPreview,
  PolicyTrial,
} from '../../contract/policy.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { changePolicy, policyOf, policyVersion } from './policy.ts'
import { previewPolicy } from './policy-preview.ts'

/** The policy of assessment: what holds, what a draft would change, the next version, the ones before. */
export function policyRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'policy.read',
      method: 'get',
      path: '/api/policy',
      tag: 'assess',
      summary: 'The policy of assessment in force, and its versions',
      answer: PolicyDocument,
    },
    ({ caller }) => policyOf(deps, caller),
  )

  endpoint(
    app,
    {
      access: 'policy.read',
      method: 'get',
      path: '/api/policy/versions/{version}',
      tag: 'assess',
      summary: 'One version of the policy as it was made',
      params: z.object({ version: z.coerce.number().int().min(1).max(1_000_000) }),
      answer: PolicyOfVersion,
    },
    ({ params, caller }) => policyVersion(deps, caller, params.version),
  )

  endpoint(
    app,
    {
      access: 'policy.read',
      method: 'post',
      path: '/api/policy/preview',
      tag: 'assess',
      summary: 'What a draft of the policy would change; nothing is stored',
      body: PolicyTrial,
      answer: PolicyPreview,
    },
    ({ body, caller }) => previewPolicy(deps, caller, body),
  )

  endpoint(
    app,
    {
      access: 'policy.change',
      method: 'put',
      path: '/api/policy',
      tag: 'assess',
      summary: 'Make the next version of the policy, from a day on',
      body: PolicyChange,
      answer: PolicyDocument,
    },
    ({ body, caller }) => changePolicy(deps, caller, body),
  )
}
