#!/usr/bin/env node
// Installs and builds when needed, then runs the command line. On a fresh clone nothing but Node and npm is there.
import { build, install, prepare } from '../scripts/prepare.mjs'

prepare(install, build)
process.setSourceMapsEnabled(true)
await import('../dist/cli.mjs')
