import path from 'node:path'
import process from 'node:process'
import { startChild } from '../stack/child.ts'
import { type Instance, projectRoot } from '../stack/instance.ts'
import type { Part } from '../stack/part.ts'
import { nextProgram } from './build.ts'

/** The application as a part of the instance: as built, or (`dev`) compiled as one goes along. */
export function appPart(
  instance: Instance,
  environment: Record<string, string>,
  mode: 'start' | 'dev',
): Part {
  const logFile = path.join(instance.folder, 'app.log')
  const distDir = mode === 'dev' ? `.next-${instance.name}-dev` : instance.buildFolder
  return {
    name: 'The application',
    logFile,
    wayOut: '',
    spawn: async () =>
      startChild(process.execPath, [nextProgram, mode, '--port', String(instance.ports.app)], {
        logFile,
        cwd: projectRoot,
        env: {
          ...environment,
          NODE_ENV: mode === 'dev' ? 'development' : 'production',
          NEXT_DIST_DIR: distDir,
          NEXT_TELEMETRY_DISABLED: '1',
        },
        readyWhen: 'Ready in',
      }),
  }
}
