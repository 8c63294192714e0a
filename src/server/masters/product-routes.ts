import { z } from '@hono/zod-openapi'
import { Edited } from '../../contract/masters.ts'
import { Versioned } from '../../contract/masters-markets.ts'
import {
  NewProduct,
  PeriodStep,
  ProductBulk,
  ProductChange,
  ProductForm,
  Products,
} from '../../contract/masters-products.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { addProduct, changePeriod, changeProduct, groupProducts, removeProduct } from './product-edit.ts'
import { listProducts, productForm } from './products.ts'

const params = z.object({ id: z.uuid() })
const read = { access: 'account.read', method: 'get', tag: 'masters' } as const
const write = { access: 'product.change', method: 'post', tag: 'masters', answer: Edited } as const

/** Products over HTTP: packs, costs and prices by period, and what people change of them. */
export function productRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    { ...read, path: '/api/masters/products', summary: 'Every product as it holds today', answer: Products },
    ({ caller }) => listProducts(deps, caller),
  )
  endpoint(
    app,
    { ...write, path: '/api/masters/products', summary: 'A new product', body: NewProduct, status: 201 },
    ({ body, caller }) => addProduct(deps, caller, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/products/change-many',
      summary: 'Another brand or category for many',
      body: ProductBulk,
    },
    ({ body, caller }) => groupProducts(deps, caller, body),
  )
  endpoint(
    app,
    {
      ...read,
      path: '/api/masters/products/{id}',
      summary: 'One product with all its periods',
      params,
      answer: ProductForm,
    },
    ({ params: { id }, caller }) => productForm(deps, caller, id),
  )
  endpoint(
    app,
    {
      ...write,
      method: 'put',
      path: '/api/masters/products/{id}',
      summary: 'Another name, code, brand or category',
      params,
      body: ProductChange,
    },
    ({ params: { id }, body, caller }) => changeProduct(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/products/{id}/periods',
      summary: 'Add, correct or take out a period of pack and cost, or of a list price',
      params,
      body: PeriodStep,
    },
    ({ params: { id }, body, caller }) => changePeriod(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      ...write,
      path: '/api/masters/products/{id}/withdraw',
      summary: 'Take away a product that was never sold',
      params,
      body: Versioned,
    },
    ({ params: { id }, body, caller }) => removeProduct(deps, caller, id, body.version),
  )
}
