import path from 'node:path'
import process from 'node:process'
import { startChild } from '../stack/child.ts'
import { type Instance, projectRoot } from '../stack/instance.ts'
import type { Keys } from '../stack/keys.ts'
import type { Part } from '../stack/part.ts'
import type { GatewayOptions } from './gateway.ts'

/** The gateway as a part of the instance, on its database. */
export function gatewayPart(instance: Instance, keys: Keys, resendUrl: string): Part {
  const options: GatewayOptions & { port: number } = {
    port: instance.ports.gateway,
    databaseUrl: instance.databaseUrl,
    gatewayUrl: instance.gatewayUrl,
    siteUrl: instance.appUrl,
    storageFolder: path.join(instance.folder, 'storage'),
    jwtSecret: keys.jwtSecret,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    resendUrl,
    resendApiKey: keys.resendApiKey,
    mailFrom: 'CRMS <no-reply@crms.test>',
  }
  const logFile = path.join(instance.folder, 'gateway.log')
  return {
    name: 'The Supabase gateway',
    logFile,
    wayOut: '',
    spawn: async () =>
      startChild(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
        logFile,
        cwd: projectRoot,
        env: { GATEWAY_OPTIONS: JSON.stringify(options), NODE_ENV: 'production' },
        readyWhen: 'gateway ready',
      }),
  }
}
