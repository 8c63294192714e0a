import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { apiSchema } from './api-schema.ts'
import { problemsPage } from './problems-page.ts'

function kept(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

it('docs/problems.md says what the catalogue says (npm run docs:problems writes it)', () => {
  expect(kept('docs/problems.md')).toBe(problemsPage())
})

it('src/web/api-schema.ts has the types of the routes (npm run api writes it)', async () => {
  expect(kept('src/web/api-schema.ts')).toBe(await apiSchema())
})
