#!/usr/bin/env node
// Installs and builds when needed, then runs the command line. On a fresh clone nothing but Node and npm is there.
import { buildAll, buildNode, install, prepare } from '../scripts/prepare.mjs'

prepare(install, process.argv.includes('start') ? buildAll : buildNode)
process.setSourceMapsEnabled(true)
await import('../dist/node/cli.mjs')
