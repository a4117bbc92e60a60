import 'server-only'
import { invalidate } from '@/lib/core/cache'
import { fromPostgres } from '@/lib/core/errors'
import { currentLog } from '@/lib/core/log'
import { createAdminClient } from '@/lib/supabase/admin'

/** Pictures of licences deleted at once. */
const BATCH = 100

/** Ends unpaid holds whose time is up; only hygiene, because every booking ends those in its own way first. */
export function expireHolds(requestId: string): Promise<number> {
  return sweep('expire_holds', requestId)
}

/** Ends offers of the waiting list that nobody took up, and waiting that has become pointless; the next are asked. */
export function expireWaitingList(requestId: string): Promise<number> {
  return sweep('expire_waiting_list', requestId)
}

/** Tells the code of the key box to whoever picks up within a day where nobody will be. */
export function announceKeyBoxes(requestId: string): Promise<number> {
  return sweep('announce_key_boxes', requestId)
}

/** Lets cards go on which nothing is wanted any more, where the company wants that to happen by itself. */
export function releaseDeposits(requestId: string): Promise<number> {
  return sweep('release_deposits', requestId)
}

/** Asks for the next hold of each deposit whose present one ends soon, and after those whose time is up. */
export function renewDeposits(requestId: string): Promise<number> {
  return sweep('sweep_deposits', requestId)
}

/** Tries charges of cards again whose worker gave up before Stripe said anything. */
export function reviveCharges(requestId: string): Promise<number> {
  return sweep('revive_charges', requestId)
}

/** Queues the nightly comparison of our books with Stripe's, a job for each company. */
export function queueReconciliations(requestId: string): Promise<number> {
  return sweep('queue_reconciliations', requestId)
}

/** Queues what customers are told when its time comes: check in, pick up and bring back tomorrow; each once, not at night. */
export function queueTimedMessages(requestId: string): Promise<number> {
  return sweep('queue_timed_messages', requestId)
}

/** Sends short messages that have not arrived on the next way of their company's order. */
export function passOnUndelivered(requestId: string): Promise<number> {
  return sweep('pass_on_undelivered', requestId)
}

/** Marks invoices that were not paid in time, by the calendar of each company. */
export function markOverdueInvoices(requestId: string): Promise<number> {
  return sweep('mark_overdue_invoices', requestId)
}

/** Takes what is left of vouchers past their last day into the books. */
export function expireVouchers(requestId: string): Promise<number> {
  return sweep('expire_vouchers', requestId)
}

/** Sends the reminders that are due; each at most once a week and invoice. */
export function sendDueReminders(requestId: string): Promise<number> {
  return sweep('send_due_reminders', requestId)
}

/**
 * Keeps vehicles that are late from being promised: provisional bookings go elsewhere, the next customer is warned. One
 * vehicle a transaction; one that fails, say because it is being booked, has its turn again in a minute.
 */
export async function keepLateVehicles(requestId: string): Promise<{ late: number; failed: number }> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  const { data, error } = await db.rpc('late_vehicles')
  if (error) throw fromPostgres(error)
  let failed = 0
  for (const { company_id, vehicle_id } of data) {
    const kept = await db.rpc('keep_late_vehicle', { p_company_id: company_id, p_vehicle_id: vehicle_id })
    if (kept.error) {
      failed += 1
      currentLog().error({ event: 'vehicle.not_kept', vehicleId: vehicle_id, err: fromPostgres(kept.error) })
    } else await invalidate(company_id, 'reservations', 'fleet')
  }
  return { late: data.length, failed }
}

/**
 * Issues the invoices of the last month: one customer a transaction, so that one that fails, say because it is being invoiced by hand, has its
 * turn again in an hour and holds nobody up.
 */
export async function issueMonthlyInvoices(requestId: string): Promise<{ issued: number; failed: number }> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  const { data, error } = await db.rpc('due_monthly_invoices')
  if (error) throw fromPostgres(error)
  const counts = { issued: 0, failed: 0 }
  for (const { company_id, customer_id } of data) {
    const names = { p_company_id: company_id, p_customer_id: customer_id }
    const month = await db.rpc('issue_due_month', names)
    if (month.error) {
      counts.failed += 1
      const err = fromPostgres(month.error)
      currentLog().error({ event: 'invoices.monthly_failed', customerId: customer_id, err })
    } else {
      counts.issued += month.data
      await invalidate(company_id, 'money')
    }
  }
  return counts
}

/** Marks vehicles that should be back and reminds who has them, once for each agreed end. */
export function markOverdueContracts(requestId: string): Promise<number> {
  return sweep('mark_overdue_contracts', requestId)
}

/** Erases customers who were deleted thirty days ago, and names on invoices whose years are over. */
export function purgeCustomers(requestId: string): Promise<number> {
  return sweep('purge_customers', requestId)
}

/** Lifts blocks whose last day has passed, so that lists are true. */
export function liftEndedBlocks(requestId: string): Promise<number> {
  return sweep('lift_ended_blocks', requestId)
}

/** Queues for each company one mail a day with the services, inspections and insurances that fall due and are not planned; each due date is told once, ever. */
export function remindDueItems(requestId: string): Promise<number> {
  return sweep('remind_due_items', requestId)
}

/** Holds companies whose trial or grace is over, and tells owners whose trial ends in three days. */
export function restatePlans(requestId: string): Promise<number> {
  return sweep('restate_plans', requestId)
}

/** Queues what companies pay for last month's short messages past their plan; each month once. */
export function queueSmsOverage(requestId: string): Promise<number> {
  return sweep('queue_sms_overage', requestId)
}

/**
 * Deletes pictures of licences whose time is over, files first: what fails in between is still due and tried again.
 * Safe to run twice, late or in parallel. Gives how many went.
 */
export async function purgeLicencePhotos(requestId: string): Promise<number> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  for (let purged = 0; ; ) {
    const { data: due, error } = await db.rpc('due_licence_photos', { p_limit: BATCH })
    if (error) throw fromPostgres(error)
    const files = due.flatMap(({ storage_path, thumbnail_path }) => [storage_path, thumbnail_path])
    if (files.length > 0) {
      const removed = await db.storage.from('evidence').remove(files)
      if (removed.error)
        throw new Error(`Pictures of licences could not be deleted: ${removed.error.message}`)
    }
    for (const { company_id, id } of due) {
      const marked = await db.rpc('mark_licence_purged', { p_company_id: company_id, p_id: id })
      if (marked.error) throw fromPostgres(marked.error)
    }
    purged += due.length
    if (due.length < BATCH) return purged
  }
}

/** Deletes photos that were uploaded and never became part of a handover; safe to run twice, late or in parallel. Gives how many went. */
export function purgeStaleUploads(requestId: string): Promise<number> {
  return removeStrays(requestId, 'stale_uploads', 'uploads')
}

/** Deletes what nobody speaks of any more in a bucket, as a function of the database lists it. */
async function removeStrays(
  requestId: string,
  list: 'stale_uploads' | 'stray_message_files',
  bucket: string,
): Promise<number> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  for (let purged = 0; ; ) {
    const { data: due, error } = await db.rpc(list, { p_limit: BATCH })
    if (error) throw fromPostgres(error)
    if (due.length > 0) {
      const removed = await db.storage.from(bucket).remove(due.map(({ path }) => path))
      if (removed.error) throw new Error(`Files in ${bucket} could not be deleted: ${removed.error.message}`)
      // What storage keeps for whatever reason has its turn in the next run, not in this one for ever.
      if (removed.data.length === 0) return purged
    }
    purged += due.length
    if (due.length < BATCH) return purged
  }
}

/** Deletes files of check-ins whose time is over, files first; safe to run twice, late or in parallel. Gives how many went. */
export async function purgeFormFiles(requestId: string): Promise<number> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  for (let purged = 0; ; ) {
    const { data: due, error } = await db.rpc('due_form_files', { p_limit: BATCH })
    if (error) throw fromPostgres(error)
    if (due.length > 0) {
      const removed = await db.storage.from('checkin').remove(due.map(({ storage_path }) => storage_path))
      if (removed.error) throw new Error(`Files of check-ins could not be deleted: ${removed.error.message}`)
    }
    for (const { company_id, id } of due) {
      const marked = await db.rpc('mark_form_file_purged', { p_company_id: company_id, p_id: id })
      if (marked.error) throw fromPostgres(marked.error)
    }
    purged += due.length
    if (due.length < BATCH) return purged
  }
}

/**
 * Deletes files of messages that were never sent, are too old or whose customer was forgotten; safe to run twice, late or in parallel.
 * Gives how many went.
 */
export async function purgeMessageFiles(requestId: string): Promise<number> {
  await sweep('release_message_files', requestId)
  return removeStrays(requestId, 'stray_message_files', 'messages')
}

type Sweep =
  | 'release_message_files'
  | 'restate_plans'
  | 'queue_sms_overage'
  | 'pass_on_undelivered'
  | 'expire_holds'
  | 'announce_key_boxes'
  | 'queue_timed_messages'
  | 'expire_waiting_list'
  | 'sweep_deposits'
  | 'release_deposits'
  | 'revive_charges'
  | 'queue_reconciliations'
  | 'mark_overdue_invoices'
  | 'send_due_reminders'
  | 'expire_vouchers'
  | 'mark_overdue_contracts'
  | 'purge_customers'
  | 'lift_ended_blocks'
  | 'remind_due_items'

async function sweep(name: Sweep, requestId: string): Promise<number> {
  const { data, error } = await createAdminClient({ purpose: 'sweep' }, requestId).rpc(name)
  if (error) throw fromPostgres(error)
  return Number(data)
}
