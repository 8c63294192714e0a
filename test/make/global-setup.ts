import type { TestProject } from 'vitest/node'
import { startTestServer } from './cluster.ts'
import type { TestServer } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer()
  project.provide('server', server)
  return stop
}
