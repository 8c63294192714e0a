import type { SameAs } from '../message.ts'
import type { cli as zh } from '../zh/cli.ts'

/** What the command line says to a person (standard error); `--json` speaks in codes. */
export const cli: SameAs<typeof zh> = {
  'cli.bug': 'This is a fault of Tonnage itself, id {id}. Please report the id.',
}
