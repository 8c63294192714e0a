import { z } from '@hono/zod-openapi'
import { Edited } from '../../contract/masters.ts'
import {
  Above,
  AboveQuery,
  AccountBulk,
  AccountChange,
  AccountMove,
  AccountQuery,
  AccountsMove,
  MasterAccount,
  MasterAccounts,
  NewAccount,
  Owner,
} from '../../contract/masters-accounts.ts'
import { tiers } from '../../domain/chain/line.ts'
import { ok, refuse } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { changeAccounts } from './account-bulk.ts'
import { changeAccount, createAccount } from './account-change.ts'
import { accountsAbove } from './account-form-store.ts'
import { accountForm } from './account-form.ts'
import { listAccounts } from './account-list.ts'
import { moveAccount, moveAccounts } from './account-move.ts'
import { marketOf, ownersFor } from './account-place.ts'
import { onGround } from './ground.ts'

const params = z.object({ id: z.uuid() })
const tag = 'masters'

/** Accounts as master data over HTTP: the list, one form, and what people change. */
export function accountRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/masters/accounts',
      tag,
      summary: 'Accounts of every tier that the caller reaches: found, filtered, sorted, a page at a time',
      query: AccountQuery,
      answer: MasterAccounts,
    },
    ({ query, caller }) => listAccounts(deps, caller, query),
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'post',
      path: '/api/masters/accounts',
      tag,
      summary: 'A new account',
      body: NewAccount,
      answer: Edited,
      status: 201,
    },
    ({ body, caller }) => createAccount(deps, caller, body),
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'get',
      path: '/api/masters/accounts/above',
      tag,
      summary: 'Accounts of a market that one of a tier may hang under',
      query: AboveQuery,
      answer: z.array(Above),
    },
    ({ query: { market, tier, q }, caller }) => {
      const nearer = tiers.slice(0, Math.max(1, tiers.indexOf(tier)))
      const ask = { market, tiers: nearer, words: q }
      return onGround(deps, caller.scope, async (tx, ground) =>
        marketOf(ground, caller, market) ? ok([...(await accountsAbove(tx, ask))]) : refuse('market/missing'),
      )
    },
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'get',
      path: '/api/masters/accounts/owners',
      tag,
      summary: 'People who can look after accounts',
      answer: z.array(Owner),
    },
    ({ caller }) =>
      onGround(deps, caller.scope, async (tx, ground) => ok([...(await ownersFor(tx, ground, caller))])),
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'post',
      path: '/api/masters/accounts/change-many',
      tag,
      summary: 'Another owner or tier for many accounts, all or none',
      body: AccountBulk,
      answer: Edited,
    },
    ({ body, caller }) => changeAccounts(deps, caller, body),
  )
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/masters/accounts/{id}',
      tag,
      summary: 'One account as its form shows it; its phone masked',
      params,
      answer: MasterAccount,
    },
    ({ params: { id }, caller }) => accountForm(deps, caller, id),
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'put',
      path: '/api/masters/accounts/{id}',
      tag,
      summary: 'Change fields of an account, close it or open it again',
      params,
      body: AccountChange,
      answer: Edited,
    },
    ({ params: { id }, body, caller }) => changeAccount(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'post',
      path: '/api/masters/accounts/move-many',
      tag,
      summary: 'Many accounts to another market from a day on, all or none',
      body: AccountsMove,
      answer: Edited,
    },
    ({ body, caller }) => moveAccounts(deps, caller, body),
  )
  endpoint(
    app,
    {
      access: 'account.change',
      method: 'post',
      path: '/api/masters/accounts/{id}/move',
      tag,
      summary: 'To another market from a day on; its history comes along',
      params,
      body: AccountMove,
      answer: Edited,
    },
    ({ params: { id }, body, caller }) => moveAccount(deps, caller, id, body),
  )
}
