import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { startChild } from '../stack/child.ts'
import { StartFailure } from '../stack/failure.ts'
import { type Instance, projectRoot } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { step } from '../stack/log.ts'
import { sourceHash } from './source-hash.ts'

/** Next's program. */
export const nextProgram = path.join(projectRoot, 'node_modules/next/dist/bin/next')

/** Builds the application for this instance, unless nothing it is made of has changed. */
export async function buildApp(
  instance: Instance,
  environment: Record<string, string>,
  lifecycle: Lifecycle,
): Promise<void> {
  const stamp = path.join(projectRoot, instance.buildFolder, 'source-hash')
  const hash = sourceHash(environment)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return step('The application is built already')

  step('Building the application …')
  const logFile = path.join(instance.folder, 'build.log')
  writeFileSync(logFile, '')
  const child = startChild(process.execPath, [nextProgram, 'build'], {
    logFile,
    cwd: projectRoot,
    env: {
      ...environment,
      NODE_ENV: 'production',
      NEXT_DIST_DIR: instance.buildFolder,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  lifecycle.onStop('build', () => child.stop())
  const code = await child.ended
  lifecycle.checkpoint()
  if (code !== 0) {
    console.error(readFileSync(logFile, 'utf8').trim().split('\n').slice(-40).join('\n'))
    throw new StartFailure('The application could not be built.', `See above, or ${logFile}.`)
  }
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
  step('Built the application')
}
