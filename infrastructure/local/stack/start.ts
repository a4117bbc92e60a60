import { rmSync } from 'node:fs'
import path from 'node:path'
import { clusterPart, prepareData, removeData } from '../database/cluster.ts'
import { provision } from '../database/provision.ts'
import { alpenmobil, glanzwerk } from '../demo-data/companies.ts'
import { startEmulators } from '../emulators/index.ts'
import { gatewayPart } from '../gateway/part.ts'
import { appEnvironment, type EmulatorUrls, toolEnvironment, writeEnvFile } from './environment.ts'
import type { Instance } from './instance.ts'
import { type Keys, loadKeys } from './keys.ts'
import type { Lifecycle } from './lifecycle.ts'
import { lockInstance } from './lock.ts'
import { step } from './log.ts'
import { runPart } from './part.ts'
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
  if (options.reset) await removeData(instance)
  const keys = loadKeys(instance.folder)
  await prepareData(instance, options.resetCommand)
  await requireFreePorts(instance, portsOf(instance, options.withApp))
  lifecycle.checkpoint()

  await runPart(clusterPart(instance, options), lifecycle)
  step(`PostgreSQL 17 runs on ${instance.ports.postgres}`)

  const emulators = await startEmulators({
    basePort: instance.ports.emulators,
    appUrl: instance.appUrl,
    stripeWebhookSecret: keys.stripeWebhookSecret,
    stripeConnectWebhookSecret: keys.stripeConnectWebhookSecret,
    resendWebhookSecret: keys.resendWebhookSecret,
    twilioAuthToken: keys.twilioAuthToken,
    databaseUrl: instance.databaseUrl,
    connectedAccounts: [alpenmobil, glanzwerk].map(({ stripeAccount, name }) => ({
      id: stripeAccount,
      name,
    })),
    stateDir: path.join(instance.folder, 'emulators'),
    log: () => undefined,
  })
  lifecycle.onStop('emulators', () => emulators.close())
  lifecycle.checkpoint()

  const migrations = await provision(instance.databaseUrl)
  step(migrations.length > 0 ? `Applied ${migrations.length} migrations` : 'The database is up to date')

  await runPart(gatewayPart(instance, keys, emulators.urls.resend), lifecycle)
  step(`Supabase answers on ${instance.ports.gateway}`)

  const environment = appEnvironment(instance, keys, emulators.urls)
  const envFile = path.join(instance.folder, 'env')
  const tools = toolEnvironment(instance, keys, emulators.urls)
  writeEnvFile(envFile, `The running stack "${instance.name}".`, { ...environment, ...tools })
  lifecycle.onStop('env file', async () => rmSync(envFile, { force: true }))
  return { instance, keys, emulators: emulators.urls, environment, envFile }
}

function portsOf(instance: Instance, withApp: boolean): Record<string, number> {
  const { app, gateway, postgres, emulators } = instance.ports
  const named = ['Stripe', 'Resend', 'Twilio', 'Google', 'Bank', 'Mapbox'].map((name, index) => [
    `${name} emulator`,
    emulators + index,
  ])
  return {
    ...(withApp && { application: app }),
    'Supabase gateway': gateway,
    PostgreSQL: postgres,
    ...Object.fromEntries(named),
  }
}
