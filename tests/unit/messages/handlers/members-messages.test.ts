import { describe, expect, test, vi } from 'vitest'
import { PermanentFailure } from '@/lib/core/outbox'
import { findSms, pdf, run, StoppedByRecipient, sendMail, sendSms, worker } from './facts'

describe('a message that a member wrote', () => {
  const written = {
    id: 'm-1',
    body: 'Guten Tag\n\nWir sind ab acht Uhr da.',
    read: true,
    status: 'queued',
    channel: 'email',
    recipient: 'anna@example.ch',
    files: 0,
    reservation_id: null,
    number: null,
    customer_id: 'c',
    customer: 'Anna Müller',
    customer_locale: 'fr',
    answers: { subject: 'AW: Réservation R-2026-00042', reference: '<anna-1@example.ch>' },
    sender: null,
    company: 'Alpenmobil AG',
    accent_color: '#0f766e',
    email: 'hallo@alpenmobil.test',
    phone: null,
    locale: 'de',
  }

  test('leaves as a mail in the customer’s language that answers their last one, with an address for the answer', async () => {
    const { ctx, called } = worker({ message_facts: written, reply_name: 'abc' })
    await run(ctx, 'message.send', { message_id: 'm-1' })
    expect(vi.mocked(sendMail).mock.lastCall?.[0]).toMatchObject({
      to: 'anna@example.ch',
      subject: 'Re: Réservation R-2026-00042',
      replyTo: 'abc@answers.crms.test',
      inReplyTo: '<anna-1@example.ch>',
    })
    expect(called('mark_message')).toEqual([
      expect.objectContaining({ p_message_id: 'm-1', p_status: 'sent', p_provider_ref: 'mail-1' }),
    ])
  })

  test('takes its files along: a mail carries them, WhatsApp fetches the one by an address that lasts minutes', async () => {
    const file = (name: string | null, kind: 'pdf' | 'jpg') => ({
      id: 'f',
      name,
      content_type: kind === 'pdf' ? 'application/pdf' : 'image/jpeg',
      storage_path: `c/messages/f.${kind}`,
    })
    const mail = worker({
      message_facts: written,
      files_to_send: [file('Anfahrt.pdf', 'pdf'), file(null, 'jpg')],
    })
    await run(mail.ctx, 'message.send', { message_id: 'm-1' })
    expect(vi.mocked(sendMail).mock.lastCall?.[0].attachments).toEqual([
      { filename: 'Anfahrt.pdf', content: pdf, contentType: 'application/pdf' },
      { filename: '2.jpg', content: pdf, contentType: 'image/jpeg' },
    ])
    const sms = { ...written, channel: 'whatsapp', recipient: '+41791234567' }
    await run(worker({ message_facts: sms, files_to_send: [file(null, 'jpg')] }).ctx, 'message.send', {
      message_id: 'm-1',
    })
    expect(vi.mocked(sendSms).mock.lastCall?.[0].mediaUrl).toBe(
      'https://data.test/c/messages/f.jpg?seconds=300',
    )
  })

  test('tells the company of a photo without words', async () => {
    const photo = { ...written, body: '', files: 1, read: false, status: 'delivered' }
    await run(worker({ message_facts: photo }).ctx, 'mail.customer_message', { message_id: 'm-1' })
    expect(vi.mocked(sendMail).mock.lastCall?.[0].text).toContain('Dazu gehört eine Datei.')
  })

  test('tells the company when a mail came from none of the customer’s addresses', async () => {
    const told = async (sender: string | null) => {
      const mail = { ...written, read: false, status: 'delivered', sender }
      await run(worker({ message_facts: mail }).ctx, 'mail.customer_message', { message_id: 'm-1' })
      return vi.mocked(sendMail).mock.lastCall?.[0].text
    }
    expect(await told('mallory@example.net')).toContain('Achtung: Diese E-Mail kam von mallory@example.net.')
    expect(await told(null)).not.toContain('Achtung')
  })

  test('leaves as a short message; tried again, it is looked for first', async () => {
    const sms = { ...written, channel: 'whatsapp', recipient: '+41791234567' }
    vi.mocked(findSms).mockResolvedValueOnce([{ sid: 'sms-0', segments: 1 }])
    const { ctx, called } = worker({ message_facts: sms })
    await run(ctx, 'message.send', { message_id: 'm-1' }, 2)
    expect(sendSms).not.toHaveBeenCalled()
    expect(called('mark_message')).toEqual([expect.objectContaining({ p_provider_ref: 'sms-0' })])
  })

  test('says itself that it cannot leave, and is sent only once', async () => {
    const sms = { ...written, channel: 'sms', recipient: '+41791234567' }
    vi.mocked(sendSms).mockRejectedValueOnce(new PermanentFailure('Twilio refused: 21614'))
    const refused = worker({ message_facts: sms })
    await run(refused.ctx, 'message.send', { message_id: 'm-1' })
    expect(refused.called('mark_message')).toEqual([
      expect.objectContaining({ p_status: 'failed', p_error: 'Twilio refused: 21614' }),
    ])
    const left = worker({ message_facts: { ...sms, status: 'sent' } })
    await run(left.ctx, 'message.send', { message_id: 'm-1' })
    expect(left.called('mark_message')).toEqual([])
  })

  test('is not sent to who has stopped them, and a stop the provider knows of is noted', async () => {
    const sms = { ...written, channel: 'sms', recipient: '+41791234567' }
    vi.mocked(sendSms).mockRejectedValueOnce(new StoppedByRecipient('Twilio refused: 21610'))
    const told = worker({ message_facts: sms })
    await run(told.ctx, 'message.send', { message_id: 'm-1' })
    expect(told.called('note_stopped')).toEqual([expect.objectContaining({ p_address: '+41791234567' })])
    const known = worker({ message_facts: sms, claim_text: 'stopped' })
    await run(known.ctx, 'message.send', { message_id: 'm-1' })
    expect(sendSms).toHaveBeenCalledOnce()
    expect(known.called('mark_message')).toEqual([
      expect.objectContaining({ p_status: 'failed', p_error: 'stopped' }),
    ])
  })
})
