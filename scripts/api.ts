/** Writes src/web/api-schema.ts, the types of the typed client, from the routes: `npm run api`. */
import { writeFileSync } from 'node:fs'
import { apiSchema } from '../test/docs/api-schema.ts'

writeFileSync(new URL('../src/web/api-schema.ts', import.meta.url), await apiSchema())
