import { run } from './main.ts'

/** What `bin/tonnage.mjs` runs, from the sources or from the bundle. */
process.exitCode = await run(process.argv.slice(2))
