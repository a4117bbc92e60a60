import 'server-only'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { failureReason, logFor, withLog } from '@/lib/core/log'
import { serviceContext } from '@/lib/core/service-context'
import { createAdminClient } from '@/lib/supabase/admin'
import type { Db } from '@/lib/supabase/client'

/** A piece of work for the outside. `id` is the idempotency key to give to whoever does it. */
export type OutboxJob = { id: string; topic: string; payload: Record<string, unknown>; attempts: number }

/** Does the work of one topic. It may be called twice for one job: whatever it causes must carry the job's id. */
export type OutboxHandler = (ctx: ServiceContext, job: OutboxJob) => Promise<void>

/** Thrown when trying again cannot help (a number that does not exist): the job goes straight to the dead letters. */
export class PermanentFailure extends Error {}

/** Thrown when a rule of ours keeps the job from leaving (a quota, a limit): nothing broke, and the desk is shown it. */
export class DeclinedByRule extends PermanentFailure {}

type ClaimedJob = OutboxJob & { company_id: string; request_id: string | null }

const BATCH = 20

/**
 * Works on what is due until nothing is left or the time is up; safe to run twice, late or in parallel.
 * A job whose worker dies is taken again when its lock runs out.
 */
export async function workOutbox(
  handlers: Record<string, OutboxHandler>,
  { requestId, stopAt }: { requestId: string; stopAt: Date },
): Promise<{ done: number; failed: number }> {
  const db = createAdminClient({ purpose: 'outbox' }, requestId)
  const result = { done: 0, failed: 0 }
  for (;;) {
    const jobs = await claim(db)
    const outcomes = await Promise.all(jobs.map((job) => perform(db, handlers, job, requestId)))
    for (const succeeded of outcomes) result[succeeded ? 'done' : 'failed'] += 1
    if (jobs.length < BATCH || Date.now() >= stopAt.getTime()) return result
  }
}

async function claim(db: Db): Promise<ClaimedJob[]> {
  const { data, error } = await db.rpc('claim_outbox', { p_limit: BATCH })
  if (error) throw fromPostgres(error)
  return data as unknown as ClaimedJob[]
}

async function perform(
  db: Db,
  handlers: Record<string, OutboxHandler>,
  job: ClaimedJob,
  workerId: string,
): Promise<boolean> {
  const requestId = job.request_id ?? workerId
  const log = logFor({ requestId, companyId: job.company_id })
  const names = { p_company_id: job.company_id, p_id: job.id }
  try {
    const handler = handlers[job.topic]
    if (!handler) throw new Error(`No handler for ${job.topic}`)
    await withLog(log, () => handler(serviceContext(job.company_id, job.topic, requestId), job))
    const { error } = await db.rpc('complete_outbox', names)
    if (error) throw fromPostgres(error)
    log.info({ event: 'outbox.done', topic: job.topic, jobId: job.id })
    return true
  } catch (failure) {
    const reason = failureReason(failure)
    const facts = { topic: job.topic, jobId: job.id, attempts: job.attempts }
    if (failure instanceof DeclinedByRule) log.warn({ event: 'outbox.declined', ...facts, reason })
    else log.error({ event: 'outbox.failed', ...facts, err: failure })
    const p_final = failure instanceof PermanentFailure
    const { error } = await db.rpc('fail_outbox', { ...names, p_error: reason, p_final })
    // Left as it is, the job is claimed again when its lock runs out.
    if (error) log.error({ event: 'outbox.not_released', jobId: job.id, err: fromPostgres(error) })
    return false
  }
}
