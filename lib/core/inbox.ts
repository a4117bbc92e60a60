import 'server-only'
import { fromPostgres } from '@/lib/core/errors'
import { failureReason, logFor, withLog } from '@/lib/core/log'
import { createAdminClient } from '@/lib/supabase/admin'
import type { Db } from '@/lib/supabase/client'
import type { Json } from '@/lib/supabase/types'

/** An event somebody sent us, verified by whoever stores it. */
export type IncomingEvent = {
  provider: string
  eventId: string
  type: string
  account: string | null
  livemode: boolean
  payload: Json
}

/** What became of an event. `quarantined` waits for a person: it contradicts what we know. */
export type EventOutcome = {
  status: 'processed' | 'ignored' | 'quarantined'
  companyId?: string
  reason?: string
}

/** An event that waited with us. `receivedAt`: when it came; what came later may be worked on before it. */
export type StoredEvent = IncomingEvent & { receivedAt: string }

export type EventHandler = (db: Db, event: StoredEvent) => Promise<EventOutcome>

/** Stores a verified event before its sender gets an answer; true when it is new. */
export async function storeEvent(event: IncomingEvent, requestId: string): Promise<boolean> {
  const db = createAdminClient({ purpose: 'webhook-inbox' }, requestId)
  const { data, error } = await db.rpc('store_webhook_event', {
    p_provider: event.provider,
    p_event_id: event.eventId,
    p_type: event.type,
    // The column is nullable; generated argument types do not know.
    p_account: event.account as string,
    p_livemode: event.livemode,
    p_payload: event.payload,
  })
  if (error) throw fromPostgres(error)
  return data as boolean
}

type ClaimedEvent = {
  provider: string
  event_id: string
  type: string
  account: string | null
  livemode: boolean
  payload: Json
  created_at: string
}

/** Works on stored events, or on one; an event whose worker died is taken again after a minute. */
export async function workInbox(
  handlers: Record<string, EventHandler>,
  { requestId, eventId, limit = 20 }: { requestId: string; eventId?: string; limit?: number },
): Promise<number> {
  const db = createAdminClient({ purpose: 'webhook-inbox' }, requestId)
  const { data, error } = await db.rpc('claim_webhook_events', {
    p_limit: limit,
    ...(eventId ? { p_event_id: eventId } : {}),
  })
  if (error) throw fromPostgres(error)
  const events = data as unknown as ClaimedEvent[]
  await Promise.all(events.map((event) => perform(db, handlers, event, requestId)))
  return events.length
}

async function perform(
  db: Db,
  handlers: Record<string, EventHandler>,
  { event_id: eventId, created_at: receivedAt, ...claimed }: ClaimedEvent,
  requestId: string,
): Promise<void> {
  const log = logFor({ requestId })
  const about = { provider: claimed.provider, eventId, type: claimed.type }
  const finish = async (status: string, companyId?: string, reason?: string) => {
    const { error } = await db.rpc('finish_webhook_event', {
      p_provider: claimed.provider,
      p_event_id: eventId,
      p_status: status,
      ...(companyId ? { p_company_id: companyId } : {}),
      ...(reason ? { p_error: reason } : {}),
    })
    if (error) throw fromPostgres(error)
  }
  try {
    const handler = handlers[claimed.provider]
    const outcome: EventOutcome = handler
      ? await withLog(log, () => handler(db, { ...claimed, eventId, receivedAt }))
      : { status: 'ignored' }
    await finish(outcome.status, outcome.companyId, outcome.reason)
    const level = outcome.status === 'quarantined' ? 'error' : 'info'
    log[level]({ event: `webhook.${outcome.status}`, ...about, reason: outcome.reason })
  } catch (failure) {
    log.error({ event: 'webhook.failed', ...about, err: failure })
    const reason = failureReason(failure)
    await finish('failed', undefined, reason).catch(() => undefined)
  }
}
