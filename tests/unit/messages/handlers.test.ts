import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import { PermanentFailure } from '@/lib/core/outbox'
import { sendMail } from '@/lib/integrations/resend/send-mail'
import { findSms } from '@/lib/integrations/twilio/find-sms'
import { StoppedByRecipient, sendSms } from '@/lib/integrations/twilio/send-sms'
import { messageHandlers } from '@/lib/messages/handlers/by-topic'
import { answer } from './facts'

vi.mock('@/lib/integrations/resend/send-mail', () => ({ sendMail: vi.fn(async () => 'mail-1') }))
vi.mock('@/lib/integrations/twilio/send-sms', async (original) => ({
  ...(await original<object>()),
  sendSms: vi.fn(async () => 'sms-1'),
}))
vi.mock('@/lib/integrations/twilio/find-sms', () => ({ findSms: vi.fn(async () => null) }))

const reservationId = answer.id
const pdf = Buffer.from('%PDF-1.7 sealed')
const sealed = createHash('sha256').update(pdf).digest('hex')

/** A worker's context whose database answers each RPC as given and keeps what was recorded. */
function worker(answers: Record<string, unknown>) {
  const recorded: Record<string, unknown>[] = []
  const calls: { name: string; args: Record<string, unknown> }[] = []
  const called = (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args)
  const rpc = async (name: string, args: Record<string, unknown>) => {
    calls.push({ name, args })
    if (name === 'record_message') recorded.push(args)
    const given = answers[name] ?? (name === 'claim_text' ? 'ok' : name === 'files_to_send' ? [] : null)
    return { data: (typeof given === 'function' ? given(args) : given) ?? null, error: null }
  }
  const storage = {
    from: () => ({
      download: async () => ({ data: new Blob([pdf]), error: null }),
      createSignedUrl: async (path: string, seconds: number) => ({
        data: { signedUrl: `https://data.test/${path}?seconds=${seconds}` },
        error: null,
      }),
    }),
  }
  const ctx = { db: { rpc, storage }, companyId: crypto.randomUUID(), now: () => new Date() }
  return { ctx: ctx as unknown as ServiceContext, recorded, called }
}

function run(ctx: ServiceContext, topic: string, payload: Record<string, unknown>, attempts = 1) {
  return messageHandlers[topic]?.(ctx, { id: 'job-1', topic, payload, attempts })
}

beforeEach(() => vi.clearAllMocks())

describe('a message that a late vehicle is ready', () => {
  const payload = { reservation_id: reservationId }

  test('goes out in every language once it is, and not before', async () => {
    for (const locale of ['de', 'fr', 'it', 'en']) {
      const { ctx } = worker({ reservation_facts: { ...answer, locale, vehicle_ready: true } })
      await run(ctx, 'mail.vehicle_ready', payload)
      await run(ctx, 'sms.vehicle_ready', payload)
    }
    expect(new Set(vi.mocked(sendMail).mock.calls.map(([mail]) => mail.subject)).size).toBe(4)
    expect(sendSms).toHaveBeenCalledTimes(4)
    const { ctx } = worker({ reservation_facts: { ...answer, vehicle_ready: false } })
    await run(ctx, 'mail.vehicle_ready', payload)
    expect(sendMail).toHaveBeenCalledTimes(4)
  })
})

describe('a warning that a vehicle is late', () => {
  const payload = { reservation_id: reservationId }

  test('goes out by mail and as a short message while it is true', async () => {
    const { ctx } = worker({ reservation_facts: { ...answer, vehicle_ready: false } })
    await run(ctx, 'mail.vehicle_late', payload)
    await run(ctx, 'sms.vehicle_late', payload)
    expect(sendMail).toHaveBeenCalledWith(
      expect.objectContaining({ to: 'anna@example.ch', subject: expect.stringContaining('R-2026-00042') }),
      'job-1',
    )
    expect(sendSms).toHaveBeenCalledOnce()
  })

  test('is not sent when the vehicle got ready meanwhile, or has left', async () => {
    for (const change of [{ vehicle_ready: true }, { vehicle_ready: false, status: 'converted' }]) {
      const { ctx } = worker({ reservation_facts: { ...answer, ...change } })
      await run(ctx, 'mail.vehicle_late', payload)
      await run(ctx, 'sms.vehicle_late', payload)
    }
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})

describe('a company’s own words', () => {
  const own = {
    subject: 'Hoi {{customer}}',
    heading: 'Bis bald',
    body: 'Nummer {{number}}, {{vehicle}}.',
    closing: '',
    button: 'Los',
  }
  const payload = { reservation_id: reservationId }

  test('are asked for by event, channel and language, and are what the customer reads', async () => {
    const { ctx, called } = worker({ reservation_facts: answer, message_template: own })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(called('message_template')).toEqual([
      expect.objectContaining({
        p_event: 'reservation_confirmed',
        p_channel: 'email',
        p_language: 'de',
      }),
    ])
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail?.subject).toBe('Hoi Anna Müller')
    expect(mail?.text).toContain('Nummer R-2026-00042, Škoda Octavia Combi.')
    // What was booked and the way to it stand in every mail.
    expect(mail?.text).toContain('Bahnhofplatz 1')
    expect(mail?.text).toMatch(/Los:\nhttp.*\/portal\//)
  })

  test('are sent to whoever writes them as a test, marked as one and kept in no conversation', async () => {
    const facts = { company: { ...answer.company, currency: 'CHF' }, reservation: null }
    const { ctx, recorded } = worker({ test_message_facts: facts })
    const draft = { event: 'day_before', language: 'de', to: 'nora@alpenmobil.test', reservation_id: null }
    await run(ctx, 'message.test', { ...draft, channel: 'email', texts: own })
    expect(vi.mocked(sendMail).mock.lastCall?.[0]).toMatchObject({
      to: 'nora@alpenmobil.test',
      subject: '[Test] Hoi Anna Müller',
    })
    await run(ctx, 'message.test', {
      ...draft,
      to: '+41791112233',
      channel: 'sms',
      texts: { body: '{{company}} {{number}}' },
    })
    expect(vi.mocked(sendSms).mock.lastCall?.[0]).toMatchObject({ text: 'Alpenmobil AG R-2026-00042' })
    expect(recorded).toEqual([])
  })
})

describe('a reminder of a vehicle that should be back', () => {
  const payload = { contract_id: '0198a6a2-7d4e-7c3a-9f00-6b6b6b6b6b6b' }

  test('names the contract and the agreed end, by mail and as a short message', async () => {
    const { ctx } = worker({ overdue_facts: { ...answer, number: 'M-2026-00042', status: 'converted' } })
    await run(ctx, 'mail.return_overdue', payload)
    await run(ctx, 'sms.return_overdue', payload)
    expect(sendMail).toHaveBeenCalledWith(
      expect.objectContaining({ subject: 'Vertrag M-2026-00042: Die Rückgabe ist fällig' }),
      'job-1',
    )
    expect(vi.mocked(sendSms).mock.lastCall?.[0].text).toContain('Fr, 4. Dez. 2026, 10:00')
  })

  test('is not sent when the vehicle came back or the rental was extended meanwhile', async () => {
    const { ctx } = worker({ overdue_facts: null })
    await run(ctx, 'mail.return_overdue', payload)
    await run(ctx, 'sms.return_overdue', payload)
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})

describe('the waiting list', () => {
  const payload = { waiting_entry_id: '0b7a2d1e-3c4f-4a5b-8c6d-7e8f9a0b1c2e' }
  const entry = {
    status: 'offered',
    starts_at: answer.starts_at,
    ends_at: answer.ends_at,
    offered_until: new Date(Date.now() + 3_600_000).toISOString(),
    locale: 'it',
    token: 'b'.repeat(64),
    category_names: { de: 'Kombi', it: 'Station wagon' },
    location_name: 'Zürich HB',
    customer: answer.customer,
    company: answer.company,
    booking: null,
  }

  test('tells what became free in the customer’s language, by mail and as a short message, with the private link', async () => {
    const { ctx, recorded } = worker({ waiting_entry_facts: entry })
    await run(ctx, 'mail.waiting_offer', payload)
    await run(ctx, 'sms.waiting_offer', payload)
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail).toMatchObject({ to: 'anna@example.ch', subject: 'Si è liberato un veicolo' })
    expect(mail?.text).toContain('Station wagon')
    expect(mail?.text).toContain('Non è ancora riservato')
    const [sms] = vi.mocked(sendSms).mock.lastCall ?? []
    expect(sms?.text).toContain(`/waiting/${'b'.repeat(64)}`)
    expect(recorded.map(({ p_customer_id }) => p_customer_id)).toEqual(['c', 'c'])
  })

  test('says that the vehicle is kept, where it is', async () => {
    const { ctx } = worker({ waiting_entry_facts: { ...entry, locale: 'de', booking: { id: 'r' } } })
    await run(ctx, 'mail.waiting_offer', payload)
    expect(vi.mocked(sendMail).mock.lastCall?.[0].text).toContain('Wir halten es bis')
  })

  test('tells nothing that is no longer true', async () => {
    for (const change of [
      { status: 'booked' },
      { status: 'withdrawn' },
      { offered_until: new Date(Date.now() - 1_000).toISOString() },
    ]) {
      const { ctx } = worker({ waiting_entry_facts: { ...entry, ...change } })
      for (const topic of ['mail.waiting_offer', 'sms.waiting_offer', 'mail.waiting_listed'])
        await run(ctx, topic, payload)
    }
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})

describe('a reminder of what falls due on a vehicle', () => {
  const due = {
    item: 'inspection',
    due_on: '2026-12-20',
    due_km: null,
    odometer_km: 48_312,
    is_overdue: false,
    vehicle_id: '0198a6a2-7d4e-7c3a-9f00-5a5a5a5a5a5a',
    vehicle: 'VW Golf',
    plate: 'ZH 431 254',
    insurer: null,
    insurance_policy: null,
    company: 'Alpenmobil AG',
    email: 'flotte@alpenmobil.test',
    language: 'de',
    accent_color: '#0f766e',
  }

  test('goes to the company, in its language, with the day it is due', async () => {
    const { ctx } = worker({ due_item_facts: due })
    await run(ctx, 'mail.vehicle_due', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail).toMatchObject({ to: 'flotte@alpenmobil.test', subject: 'MFK fällig: ZH 431 254' })
    expect(mail?.text).toContain('So, 20. Dez. 2026')
    expect(mail?.text).toContain('/dashboard/fleet/0198a6a2-7d4e-7c3a-9f00-5a5a5a5a5a5a')
  })

  test('says what the odometer shows and that it is too late', async () => {
    const { ctx } = worker({
      due_item_facts: {
        ...due,
        item: 'service',
        due_on: null,
        due_km: 48_000,
        is_overdue: true,
        language: 'en',
      },
    })
    await run(ctx, 'mail.vehicle_due', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail?.text).toContain('Service is overdue')
    expect(mail?.text).toContain("48'312")
  })

  test('is not sent when nothing is due any more, or the company has no address', async () => {
    for (const facts of [null, { ...due, email: null }]) {
      await run(worker({ due_item_facts: facts }).ctx, 'mail.vehicle_due', {})
    }
    expect(sendMail).not.toHaveBeenCalled()
  })
})

describe('a notice about the company’s own subscription', () => {
  const facts = {
    notice: 'payment_failed',
    email: 'owner@alpenmobil.test',
    language: 'de',
    name: 'Nora Frei',
    company: 'Alpenmobil',
    slug: 'alpenmobil',
    plan: 'business',
    time_zone: 'Europe/Zurich',
    trial_ends_at: '2026-11-20T10:00:00Z',
    grace_ends_at: '2026-12-20T10:00:00Z',
    subscribed: true,
  }

  test('goes to the owner in their language, from the platform, with the day that counts', async () => {
    const { ctx } = worker({ plan_notice_facts: facts })
    await run(ctx, 'mail.plan_notice', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail).toMatchObject({
      to: 'owner@alpenmobil.test',
      fromName: 'CRMS',
      subject: 'Zahlung für das Abo von Alpenmobil fehlgeschlagen',
    })
    expect(mail?.text).toContain('So, 20. Dez. 2026')
    expect(mail?.text).toContain('/dashboard/settings/plan')
  })

  test.each([
    ['trial_ending', 'fr', 'Alpenmobil : la période d’essai se termine bientôt'],
    ['suspended', 'it', 'Il conto di Alpenmobil è sospeso'],
    ['second_subscription', 'en', 'Second subscription for Alpenmobil ended and refunded'],
  ])('%s is told in %s', async (notice, language, subject) => {
    const { ctx } = worker({ plan_notice_facts: { ...facts, notice, language, subscribed: false } })
    await run(ctx, 'mail.plan_notice', {})
    expect(sendMail).toHaveBeenCalledWith(expect.objectContaining({ subject }), 'job-1')
  })

  test.each(['de', 'fr', 'it', 'en'])(
    'a new owner is welcomed in %s, with where their booking site is',
    async (language) => {
      const { ctx } = worker({ plan_notice_facts: { ...facts, notice: 'welcome', language } })
      await run(ctx, 'mail.plan_notice', {})
      const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
      expect(mail?.subject).toContain('Alpenmobil')
      expect(mail?.text).toContain('http://alpenmobil.localhost:3000/')
      expect(mail?.text).toMatch(/http:\/\/localhost:3000\/dashboard$/m)
    },
  )

  test('is not sent when it is not true any more', async () => {
    await run(worker({ plan_notice_facts: null }).ctx, 'mail.plan_notice', {})
    expect(sendMail).not.toHaveBeenCalled()
  })
})

describe('a confirmation by mail', () => {
  const payload = { reservation_id: reservationId }

  test('goes out once under the id of its job and is kept in the conversation', async () => {
    const { ctx, recorded } = worker({ reservation_facts: answer })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(sendMail).toHaveBeenCalledWith(
      expect.objectContaining({
        to: 'anna@example.ch',
        fromName: 'Alpenmobil AG',
        replyTo: 'hallo@alpenmobil.test',
      }),
      'job-1',
    )
    expect(recorded).toEqual([
      expect.objectContaining({ p_outbox_id: 'job-1', p_channel: 'email', p_provider_ref: 'mail-1' }),
    ])
  })

  test('is not sent when it is no longer true', async () => {
    const { ctx } = worker({ reservation_facts: { ...answer, status: 'cancelled' } })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(sendMail).not.toHaveBeenCalled()
  })

  test('is not sent to nobody', async () => {
    const { ctx } = worker({
      reservation_facts: { ...answer, customer: { ...answer.customer, email: null } },
    })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(sendMail).not.toHaveBeenCalled()
  })

  test('of a reservation that does not exist is given up', async () => {
    await expect(run(worker({}).ctx, 'mail.reservation_confirmed', payload)).rejects.toThrow(PermanentFailure)
  })
})

describe('a confirmation by text message', () => {
  const payload = { reservation_id: reservationId }

  test('names its subject as none: left out, the database would not know the function', async () => {
    const { ctx, recorded } = worker({ reservation_facts: answer })
    await run(ctx, 'sms.reservation_confirmed', payload)
    expect(recorded[0]).toHaveProperty('p_subject', null)
  })

  test('whose worker died after sending is recorded, not sent again', async () => {
    vi.mocked(findSms).mockResolvedValueOnce('sms-of-first-attempt')
    const { ctx, recorded } = worker({ reservation_facts: answer })
    await run(ctx, 'sms.reservation_confirmed', payload, 2)
    expect(sendSms).not.toHaveBeenCalled()
    expect(recorded[0]).toHaveProperty('p_provider_ref', 'sms-of-first-attempt')
  })

  test('is given up when the month has none left', async () => {
    const { ctx } = worker({ reservation_facts: answer, claim_text: 'used_up' })
    await expect(run(ctx, 'sms.reservation_confirmed', payload)).rejects.toThrow(PermanentFailure)
    expect(sendSms).not.toHaveBeenCalled()
  })

  test('floods nobody: the fourth within an hour is given up', async () => {
    const { ctx } = worker({ reservation_facts: answer })
    for (let sent = 0; sent < 3; sent += 1) await run(ctx, 'sms.reservation_confirmed', payload)
    await expect(run(ctx, 'sms.reservation_confirmed', payload)).rejects.toThrow(PermanentFailure)
    expect(sendSms).toHaveBeenCalledTimes(3)
  })
})

describe('a sealed document', () => {
  const payload = { kind: 'contract', record_id: reservationId }
  const facts = {
    contract_facts: {
      contract: { number: 'M-2026-00007', reservation_id: reservationId },
      company: { name: 'Alpenmobil AG', email: null, phone: null, accent_color: '#0f766e' },
      customer: { id: 'c', name: 'Anna Müller', email: 'anna@example.ch' },
    },
    document_facts: { locale: 'fr', storage_path: 'c/documents/x.pdf', sha256: sealed },
  }

  test('is attached as it was sealed', async () => {
    await run(worker(facts).ctx, 'mail.document', payload)
    const [mail] = vi.mocked(sendMail).mock.calls[0] ?? []
    expect(mail?.subject).toBe('Votre contrat de location M-2026-00007')
    expect(mail?.attachments?.[0]).toMatchObject({
      filename: 'M-2026-00007.pdf',
      contentType: 'application/pdf',
    })
    expect(mail?.attachments?.[0]?.content.equals(pdf)).toBe(true)
  })

  test('that has changed since is never sent', async () => {
    const changed = { ...facts, document_facts: { ...facts.document_facts, sha256: '0'.repeat(64) } }
    await expect(run(worker(changed).ctx, 'mail.document', payload)).rejects.toThrow(PermanentFailure)
    expect(sendMail).not.toHaveBeenCalled()
  })
})

test('an invitation that was revoked meanwhile is not sent', async () => {
  const invitation = {
    email: 'neu@alpenmobil.test',
    role: 'staff',
    company: 'Alpenmobil AG',
    locale: 'de',
    invited_by: 'Nora Frei',
    token: 't',
    expires_at: '2026-11-28T09:00:00Z',
    open: false,
  }
  await run(worker({ invitation_facts: invitation }).ctx, 'mail.invitation', { invitation_id: reservationId })
  expect(sendMail).not.toHaveBeenCalled()
  await run(worker({ invitation_facts: { ...invitation, open: true } }).ctx, 'mail.invitation', {
    invitation_id: reservationId,
  })
  expect(vi.mocked(sendMail).mock.calls[0]?.[0].text).toContain('http://localhost:3000/invitation/t')
})

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
    answers: 'AW: Réservation R-2026-00042',
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

  test('leaves as a short message; tried again, it is looked for first', async () => {
    const sms = { ...written, channel: 'whatsapp', recipient: '+41791234567' }
    vi.mocked(findSms).mockResolvedValueOnce('sms-0')
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

describe('a message told by WhatsApp', () => {
  const payload = { reservation_id: reservationId }
  const texts = {
    contentSid: `HX${'a'.repeat(32)}`,
    body: '{{company}}: {{pickup_time}}, {{pickup_place}}\nBis bald, {{company}}',
  }
  const message_template = ({ p_channel }: { p_channel: string }) => (p_channel === 'whatsapp' ? texts : null)
  const facts = { timed_facts: answer, message_template }

  test('says its approved template, each place once, and is kept with its words', async () => {
    const { ctx, recorded } = worker(facts)
    await run(ctx, 'sms.day_before', payload)
    expect(sendSms).toHaveBeenCalledOnce()
    const [sent] = vi.mocked(sendSms).mock.calls[0] ?? []
    expect(sent).toMatchObject({ channel: 'whatsapp', template: { contentSid: texts.contentSid } })
    expect(sent?.template?.places).toHaveLength(3)
    expect(sent?.text.split('\n')).toHaveLength(2)
    expect(recorded).toEqual([expect.objectContaining({ p_channel: 'whatsapp', p_body: sent?.text })])
  })

  test('goes by SMS where WhatsApp refuses it or the number has stopped it, and is tried again where nobody knows', async () => {
    const { ctx, recorded } = worker(facts)
    vi.mocked(sendSms).mockRejectedValueOnce(new PermanentFailure('Twilio refused: 63024'))
    await run(ctx, 'sms.day_before', payload)
    const stopped = worker({
      ...facts,
      claim_text: ({ p_channel }: { p_channel: string }) => (p_channel === 'whatsapp' ? 'stopped' : 'ok'),
    })
    await run(stopped.ctx, 'sms.day_before', payload)
    expect(vi.mocked(sendSms).mock.calls.map(([sms]) => sms.channel)).toEqual(['whatsapp', 'sms', 'sms'])
    for (const { p_channel } of [...recorded, ...stopped.recorded]) expect(p_channel).toBe('sms')
    vi.mocked(sendSms).mockClear()
    vi.mocked(sendSms).mockRejectedValueOnce(new Error('Twilio refused: no answer'))
    await expect(run(ctx, 'sms.day_before', payload)).rejects.toThrow('no answer')
    expect(sendSms).toHaveBeenCalledOnce()
  })

  test('where the company’s order names the way, goes on no other', async () => {
    const { ctx, recorded } = worker(facts)
    vi.mocked(sendSms).mockRejectedValueOnce(new PermanentFailure('Twilio refused: 63024'))
    await run(ctx, 'sms.day_before', { ...payload, channel: 'whatsapp', chain: ['email'] })
    expect(sendSms).toHaveBeenCalledOnce()
    expect(recorded).toEqual([])
    await run(worker({ timed_facts: answer }).ctx, 'sms.day_before', { ...payload, channel: 'whatsapp' })
    expect(sendSms).toHaveBeenCalledOnce()
  })

  test('goes by SMS alone when it could not be delivered', async () => {
    const { ctx } = worker(facts)
    await run(ctx, 'sms.day_before', { ...payload, channel: 'sms' })
    expect(vi.mocked(sendSms).mock.calls.map(([sms]) => sms.channel)).toEqual(['sms'])
  })
})

describe('a message whose time has come', () => {
  const payload = { reservation_id: reservationId }
  const topics = ['mail.checkin_invitation', 'mail.day_before', 'mail.return_reminder', 'sms.day_before']

  test('is written in every language, with the way to what it asks for', async () => {
    for (const locale of ['de', 'fr', 'it', 'en']) {
      const offer_upsells = [
        { kind: 'category', names: { de: 'Kombi', fr: 'Break' }, prices_rappen: [4_500] },
        { kind: 'extra', names: { de: 'Kindersitz', fr: 'Siège enfant' }, prices_rappen: [1_500, 3_000] },
      ]
      const { ctx } = worker({ timed_facts: { ...answer, locale }, offer_upsells })
      for (const topic of topics) await run(ctx, topic, payload)
    }
    expect(sendMail).toHaveBeenCalledTimes(12)
    expect(sendSms).toHaveBeenCalledTimes(4)
    const texts = vi.mocked(sendMail).mock.calls.map(([mail]) => mail.text)
    expect(texts[0]).toContain(`/portal/${'a'.repeat(64)}/checkin`)
    expect(texts[1]).toContain('Führerausweis')
    expect(texts[1]).toMatch(/Upgrade auf Kombi.*45\.00/)
    expect(texts[1]).toMatch(/Kindersitz.*15\.00/)
    expect(texts[4]).toMatch(/Siège enfant.*15\.00/)
    expect(new Set(texts).size).toBe(12)
    for (const [{ text }] of vi.mocked(sendSms).mock.calls) expect(text).not.toMatch(/undefined|[!\n]/)
  })

  test('that asks for a review leads where reviews are left', async () => {
    const { ctx } = worker({ timed_facts: { ...answer, review_url: 'https://example.ch/review' } })
    await run(ctx, 'mail.review_request', payload)
    const [mail] = vi.mocked(sendMail).mock.calls[0] ?? []
    expect(mail?.text).toContain('https://example.ch/review')
    expect(mail?.text).not.toContain('/portal/')
  })

  test('is not sent once it is not true any more', async () => {
    const { ctx } = worker({ timed_facts: null })
    for (const topic of topics) await run(ctx, topic, payload)
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})
