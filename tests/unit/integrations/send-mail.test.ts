import { expect, test, vi } from 'vitest'
import { sendMail } from '@/lib/integrations/resend/send-mail'

/** What a name or a subject holds never begins a header of its own. */
const send = vi.hoisted(() => vi.fn(async () => ({ data: { id: 'mail-1' }, error: null })))
vi.mock('@/lib/integrations/resend/client', () => ({ resend: () => ({ emails: { send } }) }))

const headersWith = async (inReplyTo: string | null) => {
  await sendMail({ to: 'anna@example.ch', subject: 'x', html: 'x', text: 'x', inReplyTo }, 'job-1')
  const [{ headers }] = send.mock.lastCall as unknown as [{ headers?: Record<string, string> }]
  return headers
}

test('an answer names the mail it answers, so that mail programs show them as one conversation', async () => {
  const id = '<CAF+x_1.2@mail.example.ch>'
  expect(await headersWith(id)).toEqual({ 'In-Reply-To': id, References: id })
  for (const none of [null, 'x', '<a b>', '<a>\r\nBcc: evil@example.com', '<a\r\nBcc: evil@example.com>'])
    expect(await headersWith(none)).toBeUndefined()
})

test.each([
  '\r\nBcc: evil@example.com',
  '\nX: y',
  '\u2028Bcc: evil@example.com',
  '\u0085X: y',
  '\0',
  '" <evil@example.com>, "',
])('neither the sender’s name nor the subject (%#)', async (nasty) => {
  const mail = { to: 'anna@example.ch', html: '<p>x</p>', text: 'x' }
  await sendMail({ ...mail, fromName: `Alpen${nasty}mobil`, subject: `Hallo${nasty}` }, 'job-1')
  const [{ from, subject }] = send.mock.lastCall as unknown as [{ from: string; subject: string }]
  for (const line of [from, subject]) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  // One address, ours.
  expect(from.match(/@/g)?.length).toBe(nasty.includes('evil') ? 2 : 1)
  expect(from).toMatch(/^"[^"<>\\]*" <[^<>]+>$/)
})
