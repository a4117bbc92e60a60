import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import twilio from 'twilio'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startTwilio } from '../../infrastructure/local/emulators/twilio/start.ts'
import { freePort } from './support/free-port.ts'
import { twilioAt } from './support/twilio-client.ts'

interface Callback {
  path: string
  signature: string
  fields: Record<string, string>
}

const SID = `AC${'1'.repeat(32)}`
const TOKEN = 'token-of-the-account'
const callbacks: Callback[] = []

const app = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    callbacks.push({
      path: request.url ?? '',
      signature: String(request.headers['x-twilio-signature']),
      fields,
    })
    response.writeHead(204).end()
  })
})
await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
const appUrl = `http://localhost:${(app.address() as AddressInfo).port}`
const emulator = await startTwilio({
  port: await freePort(),
  appUrl,
  authToken: TOKEN,
  stateFile: null,
  log: () => {},
})
const client = twilioAt(emulator.url, SID, TOKEN)
const sms = { to: '+41791234567', from: '+41445551234', body: 'Ihr Fahrzeug steht bereit.' }

beforeEach(async () => {
  await fetch(`${emulator.url}/_emulate/reset`, { method: 'POST' })
  callbacks.length = 0
})
afterAll(async () => {
  await emulator.close()
  app.closeAllConnections()
  app.close()
})

test('an SMS is queued, sent and delivered, and each step is called back, signed', async () => {
  const statusCallback = `${appUrl}/api/webhooks/twilio/status`
  const message = await client.messages.create({ ...sms, statusCallback })
  expect(message).toMatchObject({ status: 'queued', to: sms.to, direction: 'outbound-api', numSegments: '1' })
  expect(message.dateCreated).toBeInstanceOf(Date)

  await expect.poll(() => callbacks.map(({ fields }) => fields.MessageStatus)).toEqual(['sent', 'delivered'])
  const [first] = callbacks
  expect(first?.fields.MessageSid).toBe(message.sid)
  expect(twilio.validateRequest(TOKEN, first?.signature ?? '', statusCallback, first?.fields ?? {})).toBe(
    true,
  )
  expect(twilio.validateRequest('another', first?.signature ?? '', statusCallback, first?.fields ?? {})).toBe(
    false,
  )
  expect((await client.messages(message.sid).fetch()).status).toBe('delivered')
})

test('a number that is not reached ends as undelivered with its code', async () => {
  const message = await client.messages.create({ ...sms, to: '+41790000099' })
  await expect.poll(async () => (await client.messages(message.sid).fetch()).status).toBe('undelivered')
  expect((await client.messages(message.sid).fetch()).errorCode).toBe(30003)
})

test.each([
  ['+15005550001', 21211],
  ['+15005550004', 21610],
  ['079 123 45 67', 21211],
])('a message to %s is refused with %i', async (to, code) => {
  await expect(client.messages.create({ ...sms, to })).rejects.toMatchObject({ status: 400, code })
})

test('a customer answers and the application hears of it, signed', async () => {
  await client.messages.create(sms)
  const body = JSON.stringify({ from: sms.to, to: sms.from, body: 'Danke' })
  await fetch(`${emulator.url}/_emulate/inbound`, { method: 'POST', body })
  await expect.poll(() => callbacks.length).toBe(1)
  const [call] = callbacks
  expect(call).toMatchObject({
    path: '/api/webhooks/twilio',
    fields: { From: sms.to, Body: 'Danke', AccountSid: SID },
  })
  const url = `${appUrl}/api/webhooks/twilio`
  expect(twilio.validateRequest(TOKEN, call?.signature ?? '', url, call?.fields ?? {})).toBe(true)
})

test('a customer’s photo is fetched with our credentials, and from Twilio’s store without', async () => {
  const body = JSON.stringify({
    from: sms.to,
    to: sms.from,
    body: '',
    media: [{ contentType: 'image/jpeg', content: Buffer.from('photo').toString('base64') }],
  })
  await fetch(`${emulator.url}/_emulate/inbound`, { method: 'POST', body })
  await expect.poll(() => callbacks.length).toBe(1)
  const fields: Record<string, string> = callbacks[0]?.fields ?? {}
  expect(fields).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/jpeg' })
  const url = `${emulator.url}${new URL(fields.MediaUrl0 ?? '').pathname}`
  expect((await fetch(url)).status).toBe(401)
  const authorization = `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`
  const led = await fetch(url, { headers: { authorization }, redirect: 'manual' })
  expect(led.status).toBe(307)
  const stored = await fetch(new URL(led.headers.get('location') ?? '', url))
  expect([stored.headers.get('content-type'), await stored.text()]).toEqual(['image/jpeg', 'photo'])
})

test('a file that cannot be fetched fails its message, and one that can is shown', async () => {
  const statusCallback = `${appUrl}/api/webhooks/twilio`
  const send = (mediaUrl: string) => client.messages.create({ ...sms, mediaUrl: [mediaUrl], statusCallback })
  await send(`${emulator.url}/nowhere`)
  await expect.poll(() => callbacks.map(({ fields }) => fields.ErrorCode)).toEqual(['63019'])
  const { sid } = await send(appUrl)
  await expect.poll(async () => (await client.messages(sid).fetch()).status).toBe('delivered')
  expect(await (await fetch(emulator.url)).text()).toContain('href="/media/ME')
})

test('WhatsApp numbers and sender names are taken', async () => {
  const whatsapp = await client.messages.create({
    ...sms,
    to: 'whatsapp:+41791234567',
    from: 'whatsapp:+41445551234',
  })
  expect(whatsapp.to).toBe('whatsapp:+41791234567')
  expect((await client.messages.create({ ...sms, from: 'Alpenmobil' })).from).toBe('Alpenmobil')
})

test('messages are listed, and shown on a page', async () => {
  await client.messages.create(sms)
  await client.messages.create({ ...sms, to: '+41790000001' })
  expect(await client.messages.list({ to: sms.to })).toHaveLength(1)
  expect(await client.messages.list()).toHaveLength(2)
  expect(await (await fetch(emulator.url)).text()).toContain('Ihr Fahrzeug steht bereit.')
})

test('wrong credentials are refused, and faults can be switched on', async () => {
  await expect(twilioAt(emulator.url, SID, 'wrong').messages.create(sms)).rejects.toMatchObject({
    code: 20003,
  })
  await fetch(`${emulator.url}/_emulate/faults`, { method: 'POST', body: '{"failNext":1,"failStatus":503}' })
  await expect(client.messages.create(sms)).rejects.toMatchObject({ status: 503 })
  expect((await client.messages.create(sms)).status).toBe('queued')
})

test('a template fills its numbered places; one that nobody made is refused', async () => {
  const content = await fetch(`${emulator.url}/v1/Content`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ types: { 'twilio/text': { body: '{{1}}: {{2}}, {{1}}' } } }),
  })
  const { sid: contentSid } = (await content.json()) as { sid: string }
  const whatsapp = { to: `whatsapp:${sms.to}`, from: `whatsapp:${sms.from}` }
  const contentVariables = JSON.stringify({ 1: 'Alpenmobil', 2: '9:00' })
  const message = await client.messages.create({ ...whatsapp, contentSid, contentVariables })
  expect(message.body).toBe('Alpenmobil: 9:00, Alpenmobil')
  const unknown = client.messages.create({ ...whatsapp, contentSid: `HX${'0'.repeat(32)}`, contentVariables })
  await expect(unknown).rejects.toMatchObject({ code: 21655 })
})
