import type { SameAs } from '../message.ts'
import type { cli as zh } from '../zh/cli.ts'

/** What the command line says to a person (standard error); `--json` speaks in codes. */
export const cli: SameAs<typeof zh> = {
  'cli.bug':
    'This is a fault of Tonnage itself, number {id}. Please report the number to your administrator.',
  'cli.about': 'Tonnage: define, find, win, cultivate and hold key accounts.',
  'cli.option.data': 'data folder',
  'cli.option.json': 'print one JSON document on standard output and nothing else',
  'cli.option.lang': 'language: zh or en',
  'cli.option.as': 'act with the rights and scope of the person with this e-mail address',
  'cli.unknown-command': 'There is no command {asked}. There are: {names}.',
  'cli.step.initialise': 'First start: making the database ({what}) …',
  'cli.step.start': 'The database has started',
  'cli.step.adopt': 'Took over the database that was still running',
  'cli.step.elsewhere': 'The database cannot enter the place of the data folder, so it lives in {what}',
  'cli.step.migrate': 'Upgrading the database: {what}',
  'cli.start.about': 'start Tonnage and print its address',
  'cli.start.port': 'port',
  'cli.start.host': 'address to listen on; 0.0.0.0 lets other machines in',
  'cli.start.demo': 'load the demo company as well',
  'cli.start.ready': 'Tonnage is ready: {address}\nPress Ctrl-C to stop.',
  'cli.start.stopping': 'Stopping …',
  'cli.check.about': 'check the data: replay the ledger, verify rollups, audit chain and data rules',
  'cli.check.fine': '✓ {name} ({found})',
  'cli.check.wrong': '✗ {name} ({found}):',
  'cli.check.audit': 'audit chain',
  'cli.check.data-rules': 'data rules',
  'cli.check.rollups': 'rollups equal the ledger',
}
