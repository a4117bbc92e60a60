import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './infrastructure/local/testing/chromium.ts'

/** The tests run on the stack that `CRMS_ENV_FILE` names; `npm test` and `npm run screens` start one. */
const envFile = process.env.CRMS_ENV_FILE
if (envFile && existsSync(envFile)) Object.assign(process.env, parseEnv(readFileSync(envFile, 'utf8')))

const executablePath = findChromium()
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // For the slowest machine that runs them; how fast the product is, tests/load measures.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'reports/playwright.json' }],
  ],
  use: {
    baseURL: process.env.APP_URL ?? 'http://localhost:3100',
    locale: 'de-CH',
    timezoneId: 'Europe/Zurich',
    // A step that cannot go on fails soon, and says which.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    },
  },
  projects: [
    { name: 'desktop', testMatch: '**/*.spec.ts', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: '**/*.spec.ts',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, locale: 'de-CH' },
    },
    { name: 'aftermath', testMatch: '**/*.aftermath.ts', dependencies: ['desktop', 'phone'] },
    // What kills the application waits until nobody else needs it.
    { name: 'faults', testMatch: '**/*.faults.ts', dependencies: ['aftermath'] },
    { name: 'screens', testMatch: '**/*.screens.ts' },
  ],
})
