import { z } from 'zod'

/** Variables the product cannot run without, and those that only switch something on. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  APP_HOST: z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, 'must be a host such as crms.example or localhost:3000'),
  NEXT_PUBLIC_SUPABASE_URL: z.url(),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  SUPABASE_SECRET_KEY: z.string().min(1),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  /** Of the endpoint for events of connected accounts, which Stripe signs with another secret than the platform's own. */
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_BASE: z.url().optional(),
  RESEND_API_KEY: z.string().min(1),
  RESEND_BASE_URL: z.url().optional(),
  /** With both, answers to our mails come into the conversation; without, they go to the company's own address. */
  RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  INBOUND_MAIL_DOMAIN: z.hostname().optional(),
  MAIL_FROM: z.string().min(3).default('CRMS <no-reply@crms.example>'),
  TWILIO_ACCOUNT_SID: z.string().min(1),
  TWILIO_AUTH_TOKEN: z.string().min(1),
  TWILIO_FROM: z.string().min(1),
  TWILIO_WHATSAPP_FROM: z.string().min(1).optional(),
  TWILIO_API_BASE: z.url().optional(),
  /** Without it there are no maps, and no address is looked up. */
  MAPBOX_ACCESS_TOKEN: z.string().min(1).optional(),
  MAPBOX_API_BASE: z.url().optional(),
  CRON_SECRET: z.string().min(16, 'needs at least 16 characters'),
  SENTRY_DSN: z.url().optional(),
  UPSTASH_REDIS_REST_URL: z.url().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type Environment = z.infer<typeof Environment>

/**
 * Reads the environment or says, by name, everything that is wrong with it.
 * An empty variable counts as absent: compose files and dashboards pass empty strings for "not set".
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(present)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => {
    const name = path.join('.')
    return `  ${name}: ${present[name] === undefined ? 'is missing' : message}`
  })
  throw new Error(`The environment is incomplete:\n${problems.join('\n')}`)
}

let environment: Environment | undefined

/**
 * The environment, read once. Read when needed, not when imported, so that a build needs no secrets and one
 * image runs anywhere; `instrumentation.ts` calls it at start so that a fault shows at once.
 */
export function env(): Environment {
  environment ??= parseEnvironment(process.env)
  return environment
}
