import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** One project per kind of test; those that need the stack share one, started once. */
export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      // Next resolves this marker itself; outside of Next it only has to exist.
      'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    // The embedded API logs every refusal; one wants to read that for failed tests only.
    silent: 'passed-only',
    // One less than there are cores would be one on a small machine, which then idles whenever a test waits for the database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generous: the two cores of a small machine also build the product meanwhile.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/emulators/**/*.test.ts'],
          setupFiles: ['tests/unit/support/environment.ts'],
          // One process for many files: half of the time went into loading the same modules again. It also finds what a process remembers between two documents.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: 'tests/database/support/global-setup.ts',
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'gateway',
          include: ['tests/gateway/**/*.test.ts'],
          globalSetup: 'tests/database/support/global-setup.ts',
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ['tests/commands/**/*.test.ts'],
          // Each starts a stack, while the other suites and the build keep the machine busy.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
