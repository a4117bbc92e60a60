/** The running stack, from `.local/demo/env` (`npm run bench` loads it). */
export const world = {
  app: read('APP_URL'),
  site: `alpenmobil.${read('APP_HOST')}`,
  supabase: read('NEXT_PUBLIC_SUPABASE_URL'),
  publishableKey: read('NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY'),
  webhookSecret: read('STRIPE_WEBHOOK_SECRET'),
  connectWebhookSecret: read('STRIPE_CONNECT_WEBHOOK_SECRET'),
  databaseUrl: read('DATABASE_URL'),
}

function read(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: start \`npm run demo\` first, then run \`npm run bench\`.`)
  return value
}
