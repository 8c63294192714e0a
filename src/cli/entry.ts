import { run } from './main.ts'

// Who reads only the beginning (`| head`) has closed the pipe: nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** What `bin/tonnage.mjs` runs, from the sources or from the bundle. */
process.exitCode = await run(process.argv.slice(2))

// Whatever still holds the loop (a socket of a client that hangs) does not hold the program.
setTimeout(() => process.exit(), 2_000).unref()
