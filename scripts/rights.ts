/** Writes docs/security/rights.md from the definitions of the roles. */
import { writeFileSync } from 'node:fs'
import { rightsDocument } from '../test/security/documents.ts'

writeFileSync(new URL('../docs/security/rights.md', import.meta.url), rightsDocument())
