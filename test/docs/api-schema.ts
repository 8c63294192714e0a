import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { pino } from 'pino'
import { createApp } from '../../src/server/app.ts'
import { connect } from '../../src/server/db/client.ts'
import { documentOf } from '../../src/server/http/document.ts'

/** The OpenAPI document of the app: made from its routes, no database is asked. */
export function apiDocument() {
  const db = connect({ host: '/nowhere' })
  const log = pino({ level: 'silent' })
  const folder = mkdtempSync(join(tmpdir(), 'tonnage-api-'))
  const app = createApp({ db, now: () => new Date(0), newId: () => '', folder, version: '0', log })
  rmSync(folder, { recursive: true })
  return documentOf(app, '0')
}

/** The document as types for openapi-fetch. */
export async function apiSchema(): Promise<string> {
  const types = astToString(await openapiTS(apiDocument() as never, { alphabetize: true }))
  return `/** Made by \`npm run api\` from the routes; do not edit. */\n${types}`
}
