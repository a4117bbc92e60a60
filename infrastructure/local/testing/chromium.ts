import { existsSync } from 'node:fs'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { StartFailure } from '../stack/failure.ts'
import { findProgram } from './system-tools.ts'

/** Debian's package of Chromium without windows, which costs an eighth less than the one with them. */
export const CHROMIUM_PACKAGE = 'chromium-headless-shell'

const names = [CHROMIUM_PACKAGE, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium on this machine: the one `CHROMIUM_PATH` names, the system's, or one Playwright has downloaded. */
export function findChromium(): string | undefined {
  const macApplication = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [
    process.env.CHROMIUM_PATH,
    ...names.map(findProgram),
    macApplication,
    chromium.executablePath(),
  ].find((file) => file && existsSync(file))
}

/** Refuses to go on without a browser to test with. */
export function requireChromium(): void {
  if (findChromium()) return
  throw new StartFailure(
    'The end-to-end tests need a Chromium, and none is installed.',
    `Install Chromium or Chrome (Debian: "apt-get install ${CHROMIUM_PACKAGE}"), or name one in CHROMIUM_PATH.`,
  )
}
