import { Resend } from 'resend'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startResend } from '../../infrastructure/local/emulators/resend/start.ts'
import { freePort } from './support/free-port.ts'

const port = await freePort()
const emulator = await startResend({
  port,
  appUrl: 'http://localhost:9',
  webhookSecret: 'whsec_dGVzdA==',
  stateFile: null,
  log: () => {},
})
const resend = new Resend('re_test', { baseUrl: emulator.url })

const confirmation = {
  from: 'Alpenmobil <buchung@alpenmobil.test>',
  to: 'anna@example.ch',
  subject: 'Ihre Buchung R-1001',
  html: '<h1>Danke</h1><a href="http://localhost:3000/portal/x">Zur Buchung</a>',
  text: 'Danke',
}

beforeAll(() => expect(emulator.url).toBe(`http://localhost:${port}`))
beforeEach(() => fetch(`${emulator.url}/_emulate/reset`, { method: 'POST' }))
afterAll(() => emulator.close())

test('a mail is sent, read back and shown in the inbox', async () => {
  const { data, error } = await resend.emails.send({
    ...confirmation,
    tags: [{ name: 'kind', value: 'confirmation' }],
  })
  expect(error).toBeNull()
  const { data: mail } = await resend.emails.get(data?.id ?? '')
  expect(mail).toMatchObject({
    to: ['anna@example.ch'],
    subject: 'Ihre Buchung R-1001',
    last_event: 'delivered',
  })

  const inbox = await (await fetch(`${emulator.url}/inbox?q=anna`)).text()
  expect(inbox).toContain('Ihre Buchung R-1001')
  const body = await (await fetch(`${emulator.url}/inbox/${data?.id}/html`)).text()
  expect(body).toContain('http://localhost:3000/portal/x')
})

test('attachments are kept byte for byte', async () => {
  const pdf = Buffer.from('%PDF-1.7 a contract')
  const { data } = await resend.emails.send({
    ...confirmation,
    attachments: [{ filename: 'Vertrag V-1.pdf', content: pdf }],
  })
  const { data: list } = await resend.emails.attachments.list({ emailId: data?.id ?? '' })
  expect(list?.data).toMatchObject([
    { filename: 'Vertrag V-1.pdf', content_type: 'application/pdf', size: pdf.length },
  ])

  const download = await fetch(list?.data[0]?.download_url ?? '')
  expect(download.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await download.arrayBuffer())).toEqual(pdf)
  expect(await (await fetch(`${emulator.url}/inbox/${data?.id}`)).text()).toContain('Vertrag V-1.pdf')
})

test('one idempotency key sends one mail', async () => {
  const once = { idempotencyKey: 'outbox-7' }
  const first = await resend.emails.send(confirmation, once)
  const second = await resend.emails.send(confirmation, once)
  expect(second.data?.id).toBe(first.data?.id)
  const other = await resend.emails.send({ ...confirmation, subject: 'Other' }, once)
  expect(other.error).toMatchObject({ name: 'invalid_idempotent_request', statusCode: 409 })
  expect((await resend.emails.list()).data?.data).toHaveLength(1)
})

test('a batch is sent whole or not at all', async () => {
  const sent = await resend.batch.send([confirmation, { ...confirmation, to: 'beat@example.ch' }])
  expect(sent.data?.data).toHaveLength(2)
  const refused = await resend.batch.send([confirmation, { ...confirmation, to: 'nobody' }])
  expect(refused.error?.name).toBe('validation_error')
  expect((await resend.emails.list()).data?.data).toHaveLength(2)
})

test('what Resend would refuse is refused', async () => {
  expect((await resend.emails.send({ ...confirmation, to: 'not an address' })).error?.statusCode).toBe(422)
  expect((await resend.emails.send({ ...confirmation, subject: '' })).error?.message).toContain('subject')
  expect((await new Resend('wrong', { baseUrl: emulator.url }).emails.send(confirmation)).error?.name).toBe(
    'invalid_api_key',
  )
})

test('sending can be made to fail', async () => {
  await fetch(`${emulator.url}/_emulate/faults`, { method: 'POST', body: '{"failNext":1,"failStatus":429}' })
  expect((await resend.emails.send(confirmation)).error?.name).toBe('rate_limit_exceeded')
  expect((await resend.emails.send(confirmation)).error).toBeNull()
})

test('hostile content stays text on the inbox pages', async () => {
  const { data } = await resend.emails.send({ ...confirmation, subject: '<script>alert(1)</script>' })
  expect(await (await fetch(`${emulator.url}/inbox`)).text()).not.toContain('<script>alert')
  expect(await (await fetch(`${emulator.url}/inbox/${data?.id}`)).text()).not.toContain('<script>alert')
})

test('what hangs on a mail that came in is fetched by an address of its own', async () => {
  const content = Buffer.from('%PDF-1.7').toString('base64')
  const sent = await fetch(`${emulator.url}/_emulate/inbound`, {
    method: 'POST',
    body: JSON.stringify({
      from: 'anna@example.ch',
      to: 'x@answers.test',
      subject: 'Foto',
      text: 'Anbei',
      attachments: [{ filename: 'a.pdf', content_type: 'application/pdf', content }],
    }),
  })
  const { id } = (await sent.json()) as { id: string }
  const { data: mail } = await resend.emails.receiving.get(id)
  const [file] = mail?.attachments ?? []
  expect(file).toMatchObject({ filename: 'a.pdf', size: 8, content_disposition: 'attachment' })
  const { data } = await resend.emails.receiving.attachments.get({ emailId: id, id: file?.id ?? '' })
  expect(await (await fetch(data?.download_url ?? '')).text()).toBe('%PDF-1.7')
})
