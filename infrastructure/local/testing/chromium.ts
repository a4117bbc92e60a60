import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { StartFailure } from '../stack/failure.ts'
import { step } from '../stack/log.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium on this machine: the one `CHROMIUM_PATH` names, the system's, or one Playwright has downloaded. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const installed = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const macApplication = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [process.env.CHROMIUM_PATH, ...installed, macApplication, chromium.executablePath()].find(
    (file) => file && existsSync(file),
  )
}

/** Makes sure there is a browser to test with: installs Debian's where that is possible without asking. */
export function requireChromium(): string {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    step('Installing Chromium (apt-get) …')
    spawnSync('apt-get', ['update', '-qq'])
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = findChromium()
    if (installed) return installed
  }
  throw new StartFailure(
    'The end-to-end tests need a Chromium, and none is installed.',
    'Install Chromium or Chrome (Debian: "apt-get install chromium"), or name one in CHROMIUM_PATH.',
  )
}
