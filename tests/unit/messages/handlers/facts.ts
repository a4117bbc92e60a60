import { beforeEach, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import { sendMail } from '@/lib/integrations/resend/send-mail'
import { findSms } from '@/lib/integrations/twilio/find-sms'
import { StoppedByRecipient, sendSms } from '@/lib/integrations/twilio/send-sms'
import { messageHandlers } from '@/lib/messages/handlers/by-topic'
import { answer } from '../facts'

vi.mock('@/lib/integrations/resend/send-mail', () => ({ sendMail: vi.fn(async () => 'mail-1') }))
vi.mock('@/lib/integrations/twilio/send-sms', async (original) => ({
  ...(await original<object>()),
  sendSms: vi.fn(async () => ({ sid: 'sms-1', segments: 0 })),
}))
vi.mock('@/lib/integrations/twilio/find-sms', () => ({ findSms: vi.fn(async () => []) }))

/** From here alone, so that a test never gets hold of what would really send. */
export { findSms, StoppedByRecipient, sendMail, sendSms }

export const reservationId = answer.id
/** What every file holds in the storage. */
export const pdf = Buffer.from('%PDF-1.7 sealed')

const DEFAULTS: Record<string, (args: Record<string, unknown>) => unknown> = {
  claim_text: () => 'ok',
  files_to_send: () => [],
  sent_before: ({ p_provider_refs }) => p_provider_refs,
}

/** A worker's context whose database answers each RPC as given and keeps what was recorded. */
export function worker(answers: Record<string, unknown>) {
  const recorded: Record<string, unknown>[] = []
  const calls: { name: string; args: Record<string, unknown> }[] = []
  const called = (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args)
  const rpc = async (name: string, args: Record<string, unknown>) => {
    calls.push({ name, args })
    if (name === 'record_message') recorded.push(args)
    const given = answers[name] ?? DEFAULTS[name]?.(args) ?? null
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

export function run(ctx: ServiceContext, topic: string, payload: Record<string, unknown>, attempts = 1) {
  return messageHandlers[topic]?.(ctx, { id: 'job-1', topic, payload, attempts })
}

beforeEach(() => vi.clearAllMocks())
