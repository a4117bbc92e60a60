/** A complete environment that leads nowhere: what runs alone needs one, and nothing of it may be reached. */
Object.assign(process.env, {
  APP_HOST: 'localhost:3000',
  NEXT_PUBLIC_SUPABASE_URL: 'http://nowhere.invalid',
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_test',
  SUPABASE_SECRET_KEY: 'sb_secret_test',
  STRIPE_SECRET_KEY: 'sk_test_nowhere',
  STRIPE_WEBHOOK_SECRET: 'whsec_test',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_connect',
  RESEND_API_KEY: 're_test',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_AUTH_TOKEN: 'test',
  TWILIO_FROM: '+41440000000',
  INBOUND_MAIL_DOMAIN: 'answers.crms.test',
  CRON_SECRET: 'a-secret-of-the-tests',
  LOG_LEVEL: 'silent',
})
