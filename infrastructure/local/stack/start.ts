import path from 'node:path'
import { removeData, startCluster } from '../database/cluster.ts'
import { provision } from '../database/provision.ts'
import { startGateway } from '../gateway/start.ts'
import type { Child } from './child.ts'
import { startEmulators } from './emulators.ts'
import { appEnvironment, type EmulatorUrls, toolEnvironment, writeEnvFile } from './environment.ts'
import type { Instance } from './instance.ts'
import { type Keys, loadKeys } from './keys.ts'
import type { Lifecycle } from './lifecycle.ts'
import { lockInstance } from './lock.ts'
import { step } from './log.ts'
import { requireFreePorts } from './ports.ts'

/** A running stack: everything the application needs, but not the application. */
export interface Stack {
  instance: Instance
  keys: Keys
  emulators: EmulatorUrls
  /** The application's environment. */
  environment: Record<string, string>
  /** The same and more, as `KEY=value` lines. */
  envFile: string
  parts: { postgres: Child; gateway: Child }
}

export interface StackOptions {
  /** The command that starts over, for messages. */
  resetCommand: string
  /** Deletes the instance's data first. */
  reset: boolean
  /** False where a power cut may cost the data: tests. */
  durable: boolean
  /** The application's port must be free too. */
  withApp: boolean
}

/** Starts database, emulators and gateway, migrates, and writes down how to reach them. */
export async function startStack(
  instance: Instance,
  options: StackOptions,
  lifecycle: Lifecycle,
): Promise<Stack> {
  lifecycle.onStop('lock', lockInstance(instance))
  const { postgres: postgresPort, gateway: gatewayPort, emulators: firstEmulatorPort, app } = instance.ports
  if (options.reset) removeData(instance)
  await requireFreePorts(instance, {
    ...(options.withApp && { application: app }),
    'Supabase gateway': gatewayPort,
    ...Object.fromEntries(
      ['Stripe', 'Resend', 'Twilio', 'Google'].map((name, index) => [
        `${name} emulator`,
        firstEmulatorPort + index,
      ]),
    ),
  })
  const keys = loadKeys(instance.folder)

  const postgres = await startCluster(instance, options, lifecycle)
  step(`PostgreSQL 17 runs on ${postgresPort}`)

  const emulators = await startEmulators({
    basePort: firstEmulatorPort,
    appUrl: instance.appUrl,
    stripeWebhookSecret: keys.stripeWebhookSecret,
    twilioAuthToken: keys.twilioAuthToken,
    log: () => undefined,
  })
  lifecycle.onStop('emulators', () => emulators.close())
  lifecycle.checkpoint()

  const migrations = await provision(instance.databaseUrl)
  step(migrations.length > 0 ? `Applied ${migrations.length} migrations` : 'The database is up to date')
  lifecycle.checkpoint()

  const gateway = await startGateway(instance, keys, emulators.urls.resend, lifecycle)
  step(`Supabase answers on ${gatewayPort}`)

  const environment = appEnvironment(instance, keys, emulators.urls)
  const envFile = path.join(instance.folder, 'env')
  writeEnvFile(envFile, `The running stack "${instance.name}".`, {
    ...environment,
    ...toolEnvironment(instance, keys, emulators.urls),
  })
  return { instance, keys, emulators: emulators.urls, environment, envFile, parts: { postgres, gateway } }
}
