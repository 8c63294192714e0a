import { z } from '@hono/zod-openapi'
import { Edited } from '../../contract/masters.ts'
import {
  MasterTree,
  NewNode,
  NodeChange,
  NodeDay,
  NodeMove,
  Versioned,
} from '../../contract/masters-markets.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { addNode, changeNode, closeNode, moveNode, removeNode, reopenNode } from './node-edit.ts'
import { masterTree } from './nodes.ts'

const params = z.object({ id: z.uuid() })
const write = { access: 'market.change', method: 'post', tag: 'masters', answer: Edited, params } as const

/** The tree of territories over HTTP: what there is, and what people change of it. */
export function marketRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/masters/markets',
      tag: 'masters',
      summary: 'The tree of territories as far as the caller reaches',
      answer: MasterTree,
    },
    ({ caller }) => masterTree(deps, caller),
  )
  endpoint(
    app,
    {
      access: 'market.change',
      method: 'post',
      path: '/api/masters/markets',
      tag: 'masters',
      summary: 'A new region, office or market',
      body: NewNode,
      answer: Edited,
      status: 201,
    },
    ({ body, caller }) => addNode(deps, caller, body),
  )
  endpoint(
    app,
    {
      ...write,
      method: 'put',
      path: '/api/masters/markets/{id}',
      summary: 'Another name or code',
      body: NodeChange,
    },
    ({ params: { id }, body, caller }) => changeNode(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/markets/{id}/move',
      summary: 'Under another node from a day on',
      body: NodeMove,
    },
    ({ params: { id }, body, caller }) => moveNode(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/markets/{id}/close',
      summary: 'Close a market from a day on; its history stays',
      body: NodeDay,
    },
    ({ params: { id }, body, caller }) => closeNode(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/markets/{id}/reopen',
      summary: 'Open a closed market again from a day on',
      body: NodeDay,
    },
    ({ params: { id }, body, caller }) => reopenNode(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/markets/{id}/withdraw',
      summary: 'Take away a node that nothing refers to',
      body: Versioned,
    },
    ({ params: { id }, body, caller }) => removeNode(deps, caller, id, body.version),
  )
}
