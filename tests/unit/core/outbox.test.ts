import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { OutboxHandler } from '@/lib/core/outbox'

const job = { id: 'job', topic: 'sms.reservation_confirmed', payload: {}, attempts: 1, company_id: 'company' }
const rpc = vi.fn()
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
let outbox: typeof import('@/lib/core/outbox')

// Other files of this process have loaded the real ones, and will want them again.
beforeAll(async () => {
  vi.resetModules()
  vi.doMock('@/lib/supabase/admin', () => ({ createAdminClient: () => ({ rpc }) }))
  vi.doMock('@/lib/core/service-context', () => ({ serviceContext: () => ({}) }))
  vi.doMock('@/lib/core/log', async (original) => ({
    ...(await original<object>()),
    logFor: () => log,
    withLog: (_: unknown, work: () => unknown) => work(),
  }))
  outbox = await import('@/lib/core/outbox')
})
afterAll(() => {
  for (const path of ['@/lib/supabase/admin', '@/lib/core/service-context', '@/lib/core/log'])
    vi.doUnmock(path)
  vi.resetModules()
})
beforeEach(() => {
  vi.clearAllMocks()
  rpc.mockImplementation(async (name: string) => ({
    data: name === 'claim_outbox' ? [job] : null,
    error: null,
  }))
})

const workOn = (handler: OutboxHandler) =>
  outbox.workOutbox({ [job.topic]: handler }, { requestId: 'request', stopAt: new Date(0) })

/** What the database was told of the failure. */
const failed = () => rpc.mock.calls.find(([name]) => name === 'fail_outbox')?.[1]

test('what a rule of ours keeps back goes to the dead letters at once, without an alarm', async () => {
  await workOn(async () => {
    throw new outbox.DeclinedByRule('Too many text messages in one day')
  })
  expect(failed()).toMatchObject({ p_final: true, p_error: 'Too many text messages in one day' })
  expect(log.error).not.toHaveBeenCalled()
  expect(log.warn).toHaveBeenCalledWith(expect.objectContaining({ event: 'outbox.declined', jobId: 'job' }))
})

test.each([
  ['another try may help', 'Error', false],
  ['no try can help', 'PermanentFailure', true],
] as const)(
  'what broke is an alarm, and is tried again unless it is hopeless: %s',
  async (_, kind, final) => {
    const Failure = kind === 'Error' ? Error : outbox.PermanentFailure
    await workOn(async () => {
      throw new Failure('no answer')
    })
    expect(failed()).toMatchObject({ p_final: final })
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ event: 'outbox.failed', jobId: 'job' }))
  },
)
