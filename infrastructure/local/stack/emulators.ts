import { existsSync } from 'node:fs'
import path from 'node:path'
import type { EmulatorUrls } from './environment.ts'

interface EmulatorOptions {
  basePort: number
  appUrl: string
  stripeWebhookSecret: string
  twilioAuthToken: string
  log(line: string): void
}

const entry = path.join(import.meta.dirname, '../emulators/index.ts')

/** Starts the emulated third parties, on ports counted up from `basePort`. */
export async function startEmulators(
  options: EmulatorOptions,
): Promise<{ urls: EmulatorUrls; close(): Promise<void> }> {
  if (existsSync(entry)) return (await import(entry)).startEmulators(options)
  const url = (index: number) => `http://127.0.0.1:${options.basePort + index}`
  return {
    urls: { stripe: url(0), resend: url(1), twilio: url(2), google: url(3) },
    close: async () => undefined,
  }
}
