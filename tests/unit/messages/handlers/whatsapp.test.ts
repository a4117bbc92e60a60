import { describe, expect, test, vi } from 'vitest'
import { PermanentFailure } from '@/lib/core/outbox'
import { answer } from '../facts'
import { reservationId, run, sendSms, worker } from './facts'

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

  test('is kept as failed with the reason where WhatsApp refuses it, which gives its next way a job', async () => {
    const { ctx, recorded, called } = worker(facts)
    vi.mocked(sendSms).mockRejectedValueOnce(new PermanentFailure('Twilio refused: 63027'))
    await run(ctx, 'sms.day_before', payload)
    expect(sendSms).toHaveBeenCalledOnce()
    expect(recorded).toEqual([expect.objectContaining({ p_channel: 'whatsapp' })])
    expect(called('update_message_status')).toEqual([
      { p_provider_ref: recorded[0]?.p_provider_ref, p_status: 'failed', p_error: 'Twilio refused: 63027' },
    ])
  })

  test('goes by SMS where the number has stopped WhatsApp, and is tried again where nobody knows', async () => {
    const { ctx } = worker(facts)
    const stopped = worker({
      ...facts,
      claim_text: ({ p_channel }: { p_channel: string }) => (p_channel === 'whatsapp' ? 'stopped' : 'ok'),
    })
    await run(stopped.ctx, 'sms.day_before', payload)
    expect(vi.mocked(sendSms).mock.calls.map(([sms]) => sms.channel)).toEqual(['sms'])
    expect(stopped.recorded).toEqual([expect.objectContaining({ p_channel: 'sms' })])
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
    expect(recorded).toEqual([expect.objectContaining({ p_channel: 'whatsapp' })])
    await run(worker({ timed_facts: answer }).ctx, 'sms.day_before', { ...payload, channel: 'whatsapp' })
    expect(sendSms).toHaveBeenCalledOnce()
  })

  test('goes by SMS alone when it could not be delivered', async () => {
    const { ctx } = worker(facts)
    await run(ctx, 'sms.day_before', { ...payload, channel: 'sms' })
    expect(vi.mocked(sendSms).mock.calls.map(([sms]) => sms.channel)).toEqual(['sms'])
  })
})
