import type { paths } from './api-schema.ts'
import { client, given, type Body } from './api.ts'

type Query<P extends '/api/masters/accounts' | '/api/masters/accounts/above'> = NonNullable<
  paths[P]['get']['parameters']['query']
>
/** Calls about the master data: markets, accounts, products. */
export const mastersApi = {
  masterTree: () => given(client.GET('/api/masters/markets')),
  addNode: (body: Body<'/api/masters/markets', 'post'>) =>
    given(client.POST('/api/masters/markets', { body })),
  changeNode: (id: string, body: Body<'/api/masters/markets/{id}', 'put'>) =>
    given(client.PUT('/api/masters/markets/{id}', { params: { path: { id } }, body })),
  moveNode: (id: string, body: Body<'/api/masters/markets/{id}/move', 'post'>) =>
    given(client.POST('/api/masters/markets/{id}/move', { params: { path: { id } }, body })),
  closeNode: (id: string, body: Body<'/api/masters/markets/{id}/close', 'post'>) =>
    given(client.POST('/api/masters/markets/{id}/close', { params: { path: { id } }, body })),
  reopenNode: (id: string, body: Body<'/api/masters/markets/{id}/reopen', 'post'>) =>
    given(client.POST('/api/masters/markets/{id}/reopen', { params: { path: { id } }, body })),
  removeNode: (id: string, body: Body<'/api/masters/markets/{id}/withdraw', 'post'>) =>
    given(client.POST('/api/masters/markets/{id}/withdraw', { params: { path: { id } }, body })),
  undoMaster: (id: string) => given(client.POST('/api/masters/undo/{id}', { params: { path: { id } } })),
  masterAccounts: (ask: Query<'/api/masters/accounts'>) =>
    given(client.GET('/api/masters/accounts', { params: { query: ask } })),
  masterAccount: (id: string) =>
    given(client.GET('/api/masters/accounts/{id}', { params: { path: { id } } })),
  accountsAbove: (ask: Query<'/api/masters/accounts/above'>) =>
    given(client.GET('/api/masters/accounts/above', { params: { query: ask } })),
  accountOwners: () => given(client.GET('/api/masters/accounts/owners')),
  addAccount: (body: Body<'/api/masters/accounts', 'post'>) =>
    given(client.POST('/api/masters/accounts', { body })),
  changeAccount: (id: string, body: Body<'/api/masters/accounts/{id}', 'put'>) =>
    given(client.PUT('/api/masters/accounts/{id}', { params: { path: { id } }, body })),
  moveAccount: (id: string, body: Body<'/api/masters/accounts/{id}/move', 'post'>) =>
    given(client.POST('/api/masters/accounts/{id}/move', { params: { path: { id } }, body })),
  moveAccounts: (body: Body<'/api/masters/accounts/move-many', 'post'>) =>
    given(client.POST('/api/masters/accounts/move-many', { body })),
  changeAccounts: (body: Body<'/api/masters/accounts/change-many', 'post'>) =>
    given(client.POST('/api/masters/accounts/change-many', { body })),
  masterProducts: () => given(client.GET('/api/masters/products')),
  masterProduct: (id: string) =>
    given(client.GET('/api/masters/products/{id}', { params: { path: { id } } })),
  addProduct: (body: Body<'/api/masters/products', 'post'>) =>
    given(client.POST('/api/masters/products', { body })),
  groupProducts: (body: Body<'/api/masters/products/change-many', 'post'>) =>
    given(client.POST('/api/masters/products/change-many', { body })),
  changeProduct: (id: string, body: Body<'/api/masters/products/{id}', 'put'>) =>
    given(client.PUT('/api/masters/products/{id}', { params: { path: { id } }, body })),
  changePeriod: (id: string, body: Body<'/api/masters/products/{id}/periods', 'post'>) =>
    given(client.POST('/api/masters/products/{id}/periods', { params: { path: { id } }, body })),
  removeProduct: (id: string, body: Body<'/api/masters/products/{id}/withdraw', 'post'>) =>
    given(client.POST('/api/masters/products/{id}/withdraw', { params: { path: { id } }, body })),
}
