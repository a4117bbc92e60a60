import { join } from 'node:path'
import { createEmulator } from 'emulate'
import { startStripe } from './stripe/start.ts'

export interface EmulatorOptions {
  /** Stripe listens here, Resend, Twilio and Google on the next three ports. */
  basePort: number
  /** Where webhooks are sent, such as http://localhost:3000. */
  appUrl: string
  stripeWebhookSecret: string
  twilioAuthToken: string
  /** Stripe accounts that exist and may take payments from the start. */
  connectedAccounts?: { id: string; name: string }[]
  /** A folder that keeps payments across restarts; without it everything is forgotten. */
  stateDir?: string
  log(line: string): void
}

export interface Emulators {
  urls: { stripe: string; resend: string; twilio: string; google: string }
  close(): Promise<void>
}

/** Starts local stand-ins for every third party the product talks to. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const { basePort, appUrl, log } = options
  const stripe = await startStripe({
    port: basePort,
    appUrl,
    webhookSecret: options.stripeWebhookSecret,
    connectedAccounts: options.connectedAccounts ?? [],
    stateFile: options.stateDir ? join(options.stateDir, 'stripe.json') : null,
    log,
  })
  const resend = await createEmulator({ service: 'resend', port: basePort + 1 })
  const twilio = await createEmulator({ service: 'twilio', port: basePort + 2 })
  const google = await createEmulator({ service: 'google', port: basePort + 3 })
  return {
    urls: { stripe: stripe.url, resend: resend.url, twilio: twilio.url, google: google.url },
    async close() {
      await Promise.all([stripe, resend, twilio, google].map((emulator) => emulator.close()))
    },
  }
}
