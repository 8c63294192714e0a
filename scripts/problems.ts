/** Writes docs/problems.md from the catalogue and its words: `npm run docs:problems`. */
import { writeFileSync } from 'node:fs'
import { problemsPage } from '../test/docs/problems-page.ts'

writeFileSync(new URL('../docs/problems.md', import.meta.url), problemsPage())
