import { beforeEach, expect, test, vi } from 'vitest'
import { logFor } from '@/lib/core/log'
import { DeclinedByRule, type OutboxHandler, PermanentFailure, workOutbox } from '@/lib/core/outbox'

const job = { id: 'job', topic: 'sms.reservation_confirmed', payload: {}, attempts: 1, company_id: 'company' }
const rpc = vi.fn()
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => ({ rpc }) }))
vi.mock('@/lib/core/service-context', () => ({ serviceContext: () => ({}) }))
vi.mock('@/lib/core/log', async (original) => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  return {
    ...(await original<object>()),
    logFor: () => log,
    withLog: (_: unknown, work: () => unknown) => work(),
  }
})
const log = vi.mocked(logFor({ requestId: 'request' }))

beforeEach(() => {
  vi.clearAllMocks()
  rpc.mockImplementation(async (name: string) => ({
    data: name === 'claim_outbox' ? [job] : null,
    error: null,
  }))
})

const workOn = (handler: OutboxHandler) =>
  workOutbox({ [job.topic]: handler }, { requestId: 'request', stopAt: new Date(0) })

/** What the database was told of the failure. */
const failed = () => rpc.mock.calls.find(([name]) => name === 'fail_outbox')?.[1]

test('what a rule of ours keeps back goes to the dead letters at once, without an alarm', async () => {
  await workOn(async () => {
    throw new DeclinedByRule('Too many text messages in one day')
  })
  expect(failed()).toMatchObject({ p_final: true, p_error: 'Too many text messages in one day' })
  expect(log.error).not.toHaveBeenCalled()
  expect(log.warn).toHaveBeenCalledWith(expect.objectContaining({ event: 'outbox.declined', jobId: 'job' }))
})

test.each([
  ['another try may help', new Error('no answer'), false],
  ['no try can help', new PermanentFailure('the number does not exist'), true],
])('what broke is an alarm, and is tried again unless it is hopeless: %s', async (_, failure, final) => {
  await workOn(async () => {
    throw failure
  })
  expect(failed()).toMatchObject({ p_final: final })
  expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ event: 'outbox.failed', jobId: 'job' }))
})
