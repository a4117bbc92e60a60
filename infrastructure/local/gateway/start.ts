import path from 'node:path'
import process from 'node:process'
import { type Child, startChild } from '../stack/child.ts'
import { StartFailure } from '../stack/failure.ts'
import { type Instance, projectRoot } from '../stack/instance.ts'
import type { Keys } from '../stack/keys.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import type { GatewayOptions } from './gateway.ts'

/** Starts the gateway as a process of its own on the instance's database; resolves when it answers. */
export async function startGateway(
  instance: Instance,
  keys: Keys,
  resendUrl: string,
  lifecycle: Lifecycle,
): Promise<Child> {
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
  let ready: () => void
  const isReady = new Promise<void>((resolve) => {
    ready = resolve
  })
  const child = startChild(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    logFile,
    cwd: projectRoot,
    env: { GATEWAY_OPTIONS: JSON.stringify(options), NODE_ENV: 'production' },
    onOutput: (text) => text.includes('gateway ready') && ready(),
  })
  lifecycle.onStop('gateway', () => child.stop())
  const failed = child.ended.then(() => {
    throw new StartFailure('The Supabase gateway did not start.', `See ${logFile}.`)
  })
  failed.catch(() => undefined)
  await Promise.race([isReady, failed])
  return child
}
