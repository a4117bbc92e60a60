import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Instance } from './instance.ts'
import type { Keys } from './keys.ts'

/** Where the emulated third parties answer. */
export interface EmulatorUrls {
  stripe: string
  resend: string
  twilio: string
  google: string
  bank: string
  mapbox: string
}

/** The application's environment on this instance; the only place where it learns of emulators is their URLs. */
export function appEnvironment(
  instance: Instance,
  keys: Keys,
  emulators: EmulatorUrls,
): Record<string, string> {
  return {
    NEXT_PUBLIC_SUPABASE_URL: instance.gatewayUrl,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    STRIPE_SECRET_KEY: keys.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: keys.stripeWebhookSecret,
    STRIPE_CONNECT_WEBHOOK_SECRET: keys.stripeConnectWebhookSecret,
    STRIPE_API_BASE: emulators.stripe,
    RESEND_API_KEY: keys.resendApiKey,
    RESEND_BASE_URL: emulators.resend,
    RESEND_WEBHOOK_SECRET: keys.resendWebhookSecret,
    INBOUND_MAIL_DOMAIN: 'answers.crms.test',
    MAIL_FROM: 'CRMS <no-reply@crms.test>',
    TWILIO_ACCOUNT_SID: keys.twilioAccountSid,
    TWILIO_AUTH_TOKEN: keys.twilioAuthToken,
    TWILIO_FROM: '+41440000000',
    TWILIO_WHATSAPP_FROM: '+41440000001',
    TWILIO_API_BASE: emulators.twilio,
    MAPBOX_ACCESS_TOKEN: keys.mapboxAccessToken,
    MAPBOX_API_BASE: emulators.mapbox,
    CRON_SECRET: keys.cronSecret,
    APP_HOST: `localhost:${instance.ports.app}`,
    LOG_LEVEL: 'info',
  }
}

/** What tests and scripts need besides: the database itself and the key that signs tokens. */
export function toolEnvironment(
  instance: Instance,
  keys: Keys,
  emulators: EmulatorUrls,
): Record<string, string> {
  return {
    DATABASE_URL: instance.databaseUrl,
    SUPABASE_JWT_SECRET: keys.jwtSecret,
    APP_URL: instance.appUrl,
    GOOGLE_EMULATOR_URL: emulators.google,
    BANK_EMULATOR_URL: emulators.bank,
    APP_BUILD: instance.buildFolder,
  }
}

/** Writes `KEY=value` lines, readable by shells and by Node's `--env-file`. */
export function writeEnvFile(file: string, heading: string, variables: Record<string, string>): void {
  const lines = Object.entries(variables).map(
    ([name, value]) => `${name}=${/[\s<>#"']/.test(value) ? JSON.stringify(value) : value}`,
  )
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `# ${heading}\n${lines.join('\n')}\n`, { mode: 0o600 })
}
