import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Keys = z.object({
  jwtSecret: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  stripeSecretKey: z.string(),
  stripeWebhookSecret: z.string(),
  stripeConnectWebhookSecret: z.string(),
  resendApiKey: z.string(),
  resendWebhookSecret: z.string(),
  twilioAccountSid: z.string(),
  twilioAuthToken: z.string(),
  mapboxAccessToken: z.string(),
  cronSecret: z.string(),
})

/** The secrets of one instance, made up on its first start. */
export type Keys = z.infer<typeof Keys>

/** Reads the instance's secrets, or makes them on the first start. */
export function loadKeys(folder: string): Keys {
  const file = path.join(folder, 'keys.json')
  if (existsSync(file)) {
    const stored = Keys.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (stored.success) return stored.data
  }
  const keys: Keys = {
    jwtSecret: token(32),
    publishableKey: apiKey('publishable'),
    secretKey: apiKey('secret'),
    stripeSecretKey: `sk_test_${token(18)}`,
    stripeWebhookSecret: `whsec_${token(18)}`,
    stripeConnectWebhookSecret: `whsec_${token(18)}`,
    resendApiKey: `re_${token(18)}`,
    resendWebhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
    twilioAccountSid: `AC${randomBytes(16).toString('hex')}`,
    twilioAuthToken: randomBytes(16).toString('hex'),
    mapboxAccessToken: `pk.${token(18)}`,
    cronSecret: token(24),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  return keys
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url').replaceAll(/[-_]/g, 'x')
}

/** Same shape as Supabase's own keys, checksum included. */
function apiKey(type: 'publishable' | 'secret'): string {
  const body = `sb_${type}_${token(17).slice(0, 22)}`
  const checksum = createHash('sha256').update(`supabase-self-hosted|${body}`).digest('base64url').slice(0, 8)
  return `${body}_${checksum}`
}
