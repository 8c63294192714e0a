import type { Browser } from 'playwright-core'
import { addPerson } from '../../src/server/people/add-person.ts'
import { system } from '../make/people.ts'
import type { ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

type Who = { readonly role: string; readonly email: string; readonly scope: string }

/** A new person of the company, come in by the link they were sent, with the menu before them. */
export async function enter(
  browser: Browser,
  served: ServedApp,
  { role, email, scope }: Who,
  how: Parameters<typeof visitor>[2],
): Promise<Visitor> {
  const who = { name: '赵磊', email, locale: how.locale, roles: [{ role, scope }] }
  const added = await addPerson(served.deps, system, who)
  if (!added.ok) throw new Error(added.problem.code)
  const one = await visitor(browser, served.address, how)
  await one.page.goto(`/link/${added.value.token}`)
  await one.page.getByLabel(one.t('link.password'), { exact: true }).fill('hu-wan-2026-lei')
  await one.page.getByRole('button', { name: one.t('link.go') }).click()
  await one.page.getByRole('navigation', { name: one.t('menu.label') }).waitFor()
  return one
}
