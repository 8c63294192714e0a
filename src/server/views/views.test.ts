import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { ProblemBody } from '../../contract/people.ts'
import { SavedViews, type SavedView, type ViewBody } from '../../contract/views.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  key['ann'] = await web.persona('regional_manager', 'First')
  key['bob'] = await web.persona('regional_manager', 'First')
  key['admin'] = await web.persona('admin', 'HQ')
})
afterAll(() => database.close())

async function ask(method: string, path: string, as: string, body?: unknown): Promise<readonly SavedView[]> {
  const answer = await web.call(method, path, { as: key[as] ?? '', body })
  expect(answer.status).toBe(method === 'POST' ? 201 : 200)
  return SavedViews.parse(await answer.json()).views
}

async function refusal(method: string, path: string, as: string, body?: unknown): Promise<string> {
  const answer = await web.call(method, path, { as: key[as] ?? '', body })
  return `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
}

const save = (as: string, name: string, body: ViewBody = {}, shared = false) =>
  ask('POST', '/api/views', as, { name, shared, body })
const idOf = (views: readonly SavedView[], name: string) => views.find((view) => view.name === name)?.id ?? ''
const names = async (as: string) => (await ask('GET', '/api/views', as)).map((view) => view.name)

describe('saved views', () => {
  it('keeps a view as it stands in the address, without what is empty', async () => {
    const views = await save('ann', '  Large  and\n disloyal ', {
      sort: '-volume',
      standing: 'big_disloyal',
      q: '',
    })
    expect(views).toMatchObject([{ name: 'Large and disloyal', shared: false, mine: true, opens: false }])
    expect(views[0]?.body).toEqual({ sort: '-volume', standing: 'big_disloyal' })
  })

  it('shows a person’s own to nobody else, and the company’s to everybody', async () => {
    await save('ann', 'Of the company', { sort: 'silence' }, true)
    expect(await names('ann')).toEqual(['Large and disloyal', 'Of the company'])
    const [seen, ...rest] = await ask('GET', '/api/views', 'bob')
    expect(rest).toEqual([])
    expect(seen).toMatchObject({ name: 'Of the company', shared: true, mine: false })
  })

  it('lets only its maker and an administrator change a shared one, and nobody else’s own be touched', async () => {
    const views = await ask('GET', '/api/views', 'ann')
    const shared = `/api/views/${idOf(views, 'Of the company')}`
    const own = `/api/views/${idOf(views, 'Large and disloyal')}`
    expect(await refusal('PUT', shared, 'bob', { name: 'Mine now' })).toBe('403 view/not-yours')
    expect(await refusal('PUT', own, 'bob', { name: 'Mine now' })).toBe('404 view/missing')
    expect(await refusal('PUT', own, 'admin', { deleted: true })).toBe('404 view/missing')
    await ask('PUT', shared, 'admin', { name: 'Everybody’s' })
    expect(await names('bob')).toEqual(['Everybody’s'])
  })

  it('opens the ranking of one person with it, not of others', async () => {
    const views = await ask('GET', '/api/views', 'bob')
    const path = `/api/views/${idOf(views, 'Everybody’s')}`
    expect(await ask('PUT', path, 'bob', { opens: true })).toMatchObject([{ opens: true }])
    expect((await ask('GET', '/api/views', 'ann')).filter((view) => view.opens)).toEqual([])
    expect(await ask('PUT', path, 'bob', { opens: false })).toMatchObject([{ opens: false }])
  })

  it('deletes and takes that back, unless the name was given away in between', async () => {
    const id = idOf(await save('bob', 'Gone'), 'Gone')
    await ask('PUT', `/api/views/${id}`, 'bob', { opens: true })
    expect(idOf(await ask('PUT', `/api/views/${id}`, 'bob', { deleted: true }), 'Gone')).toBe('')
    expect(await refusal('PUT', `/api/views/${id}`, 'bob', { name: 'Ghost' })).toBe('404 view/missing')
    const back = await ask('PUT', `/api/views/${id}`, 'bob', { deleted: false })
    expect(back.find((view) => view.id === id)).toMatchObject({ name: 'Gone', opens: true })
    await ask('PUT', `/api/views/${id}`, 'bob', { deleted: true })
    await save('bob', 'GONE')
    expect(await refusal('PUT', `/api/views/${id}`, 'bob', { deleted: false })).toBe('409 view/name-taken')
  })

  it('refuses names that are empty, too long or taken (case does not tell names apart)', async () => {
    const wish = (name: string) => ({ name, shared: false, body: {} })
    expect(await refusal('POST', '/api/views', 'ann', wish(' \t '))).toBe('422 view/name-empty')
    expect(await refusal('POST', '/api/views', 'ann', wish('名'.repeat(200)))).toBe('422 view/name-long')
    expect(await refusal('POST', '/api/views', 'ann', wish('LARGE and disloyal'))).toBe('409 view/name-taken')
    expect(await save('bob', 'large and disloyal')).toHaveLength(3)
  })

  it('lets of two who take a name at once only one have it', async () => {
    const wish = { name: 'At once', shared: true, body: {} }
    const answers = await Promise.all(
      ['ann', 'bob', 'ann', 'bob'].map((as) =>
        web.call('POST', '/api/views', { as: key[as] ?? '', body: wish }),
      ),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409])
  })

  it('notes every change, and refuses strangers', async () => {
    expect((await web.call('GET', '/api/views')).status).toBe(401)
    const noted = await inScope(database.deps.db, '*', (tx) =>
      tx.q.selectFrom('audit_entry').select('action').where('action', 'like', 'view.%').execute(),
    )
    const count = (action: string) => noted.filter((entry) => entry.action === action).length
    expect(count('view.save')).toBe(6)
    expect(count('view.delete')).toBe(2)
  })
})
