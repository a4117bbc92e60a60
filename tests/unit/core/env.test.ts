import { expect, test } from 'vitest'
import { parseEnvironment } from '@/lib/core/env'

const complete = {
  APP_HOST: 'localhost:3000',
  NEXT_PUBLIC_SUPABASE_URL: 'http://127.0.0.1:54321',
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
  SUPABASE_SECRET_KEY: 'sb_secret_x',
  STRIPE_SECRET_KEY: 'sk_test_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_y',
  RESEND_API_KEY: 're_x',
  TWILIO_ACCOUNT_SID: 'AC0',
  TWILIO_AUTH_TOKEN: 'x',
  TWILIO_FROM: '+41440000000',
  CRON_SECRET: 'sixteen-characters',
}

test('a complete environment is accepted, and what is optional has its default', () => {
  expect(parseEnvironment(complete)).toMatchObject({ LOG_LEVEL: 'info', NODE_ENV: 'production' })
})

test('every variable that is missing is named at once', () => {
  const { APP_HOST: _host, CRON_SECRET: _secret, ...rest } = complete
  expect(() => parseEnvironment(rest)).toThrow(/APP_HOST: is missing[\s\S]*CRON_SECRET: is missing/)
})

test('an empty variable is a missing one', () => {
  expect(() => parseEnvironment({ ...complete, STRIPE_SECRET_KEY: '' })).toThrow(
    'STRIPE_SECRET_KEY: is missing',
  )
  expect(parseEnvironment({ ...complete, SENTRY_DSN: '' }).SENTRY_DSN).toBeUndefined()
})

test('a wrong value is named without being repeated', () => {
  expect(() => parseEnvironment({ ...complete, CRON_SECRET: 'hunter2' })).toThrow(
    /CRON_SECRET: needs at least 16/,
  )
  expect(() => parseEnvironment({ ...complete, CRON_SECRET: 'hunter2' })).not.toThrow(/hunter2/)
})
