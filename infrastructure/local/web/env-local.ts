import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { writeEnvFile } from '../stack/environment.ts'
import { projectRoot } from '../stack/instance.ts'
import { step } from '../stack/log.ts'

const heading = 'Written by "npm run demo"; a file without this line is left alone.'

/** Writes `.env.local`, so that tools started by hand reach the demo; somebody's own file is kept. */
export function writeEnvLocal(environment: Record<string, string>): void {
  const file = path.join(projectRoot, '.env.local')
  if (existsSync(file) && !readFileSync(file, 'utf8').includes(heading)) {
    step('.env.local is your own and stays as it is')
    return
  }
  writeEnvFile(file, heading, environment)
}
