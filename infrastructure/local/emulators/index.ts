import { join } from 'node:path'
import { createEmulator } from 'emulate'
import { startBank } from './bank/start.ts'
import { startMapbox } from './mapbox/start.ts'
import { startResend } from './resend/start.ts'
import { startStripe } from './stripe/start.ts'
import { startTwilio } from './twilio/start.ts'

export interface EmulatorOptions {
  /** Stripe listens here, Resend, Twilio, Google, the bank and Mapbox on the next five ports. */
  basePort: number
  /** Where webhooks are sent, such as http://localhost:3000. */
  appUrl: string
  stripeWebhookSecret: string
  stripeConnectWebhookSecret: string
  resendWebhookSecret: string
  twilioAuthToken: string
  /** Where the bank reads which invoices its customers could pay. */
  databaseUrl: string
  /** Stripe accounts that exist and may take payments from the start. */
  connectedAccounts?: { id: string; name: string }[]
  /** A folder that keeps payments across restarts; without it everything is forgotten. */
  stateDir?: string
  log(line: string): void
}

export interface Emulators {
  urls: { stripe: string; resend: string; twilio: string; google: string; bank: string; mapbox: string }
  close(): Promise<void>
}

/** Starts local stand-ins for every third party the product talks to. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const { basePort, appUrl, stateDir, log } = options
  const stateFile = (name: string) => (stateDir ? join(stateDir, `${name}.json`) : null)
  const running = [
    await startStripe({
      port: basePort,
      appUrl,
      webhookSecret: options.stripeWebhookSecret,
      connectWebhookSecret: options.stripeConnectWebhookSecret,
      connectedAccounts: options.connectedAccounts ?? [],
      stateFile: stateFile('stripe'),
      log,
    }),
    await startResend({
      port: basePort + 1,
      appUrl,
      webhookSecret: options.resendWebhookSecret,
      stateFile: stateFile('resend'),
      log,
    }),
    await startTwilio({
      port: basePort + 2,
      appUrl,
      authToken: options.twilioAuthToken,
      stateFile: stateFile('twilio'),
      log,
    }),
    await createEmulator({ service: 'google', port: basePort + 3 }),
    await startBank({ port: basePort + 4, databaseUrl: options.databaseUrl, log }),
    await startMapbox({ port: basePort + 5, log }),
  ] as const
  const [stripe, resend, twilio, google, bank, mapbox] = running
  return {
    urls: {
      stripe: stripe.url,
      resend: resend.url,
      twilio: twilio.url,
      google: google.url,
      bank: bank.url,
      mapbox: mapbox.url,
    },
    async close() {
      await Promise.all(running.map((emulator) => emulator.close()))
    },
  }
}
