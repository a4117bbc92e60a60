import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resend } from 'resend'
import Stripe from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { type Emulators, startEmulators } from '../../infrastructure/local/emulators/index.ts'

const BASE_PORT = 4960
let folder = ''
let running: Emulators | null = null

async function start(): Promise<Emulators> {
  running = await startEmulators({
    basePort: BASE_PORT,
    appUrl: 'http://localhost:1',
    stripeWebhookSecret: 'whsec_test',
    stripeConnectWebhookSecret: 'whsec_connect',
    resendWebhookSecret: 'whsec_dGVzdA==',
    twilioAuthToken: 'token',
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    stateDir: folder,
    log: () => {},
  })
  return running
}

afterEach(async () => {
  await running?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

test('all answer on their ports, by name and by address', async () => {
  const { urls } = await start()
  expect(urls).toEqual({
    stripe: 'http://localhost:4960',
    resend: 'http://localhost:4961',
    twilio: 'http://localhost:4962',
    google: 'http://localhost:4963',
    bank: 'http://localhost:4964',
    mapbox: 'http://localhost:4965',
  })
  // The bank asks the database, which is not there.
  const { bank, ...answering } = urls
  expect((await fetch(`${bank}/nothing`)).status).toBe(404)
  for (const url of Object.values(answering)) {
    expect((await fetch(url)).status).toBeLessThan(500)
    expect((await fetch(url.replace('localhost', '127.0.0.1'))).status).toBeLessThan(500)
  }
})

test('payments and mails survive a restart', async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulators-'))
  const first = await start()
  const stripe = new Stripe('sk_test_x', { host: 'localhost', port: BASE_PORT, protocol: 'http' })
  const customer = await stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'k1' })
  const resend = new Resend('re_x', { baseUrl: first.urls.resend })
  await resend.emails.send({ from: 'a@crms.test', to: 'anna@example.ch', subject: 'Hello', text: 'Hello' })
  await first.close()

  await start()
  expect((await stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'k1' })).id).toBe(customer.id)
  expect((await resend.emails.list()).data?.data).toMatchObject([{ subject: 'Hello' }])
})

test('a taken port is told, not swallowed', async () => {
  await start()
  await expect(
    startEmulators({
      basePort: BASE_PORT,
      appUrl: 'http://localhost:1',
      stripeWebhookSecret: 'w',
      stripeConnectWebhookSecret: 'c',
      resendWebhookSecret: 'whsec_dw==',
      twilioAuthToken: 't',
      databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
      log: () => {},
    }),
  ).rejects.toThrow('EADDRINUSE')
})
