import os from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/make/global-setup.ts'],
    pool: 'forks',
    // One load of the modules a worker instead of one a file, which took a third of the whole run; no test replaces a module.
    isolate: false,
    // On two cores the usual number is one, and most of a journey is waiting.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
