import { randomUUID } from 'node:crypto'
import type { Sql } from '../support/database.ts'

/** Which table an id parameter names, where its name alone does not say so. */
const TABLE_BY_PARAMETER: Record<string, string> = {
  p_category_id: 'vehicle_categories',
  p_change_id: 'reservation_changes',
  p_other_id: 'reservations',
  p_pickup_location_id: 'locations',
  p_return_location_id: 'locations',
  p_keep_customer_id: 'customers',
  p_drop_customer_id: 'customers',
  p_other_customer_id: 'customers',
  p_photo_id: 'handover_photos',
  p_maintenance_id: 'maintenance',
  p_waiting_entry_id: 'waiting_entries',
  p_bank_entry_id: 'bank_entries',
  p_payout_id: 'payouts',
  p_finding_id: 'stripe_findings',
  p_outbox_id: 'outbox',
  p_offer_id: 'extras',
}
/** The client makes the ids of what it adds while offline; `p_id` alone means these. */
const TABLE_BY_FUNCTION: Record<string, string> = {
  add_handover_photo: 'handover_photos',
  remove_handover_photo: 'handover_photos',
  mark_damage: 'damages',
  remove_damage: 'damages',
  add_handover_driver: 'contract_drivers',
  remove_handover_driver: 'contract_drivers',
  add_vehicle_document: 'vehicle_documents',
  remove_price_rule: 'seasons',
}
/** Rows that are in the state in which a call does something; by function, or by one of its parameters, where it needs another than most. */
const PREFERRED: Record<string, string> = {
  handovers: `completed_at is null and kind = 'return'`,
  complete_pickup: `completed_at is null and kind = 'pickup'`,
  'add_handover_driver.p_handover_id': `completed_at is null and kind = 'pickup'`,
  'remove_handover_driver.p_id': `contract_id in (select id from public.contracts where status = 'draft')`,
  'remove_handover_driver.p_handover_id': `completed_at is null and kind = 'pickup'`,
  complete_exchange: `completed_at is null and kind = 'exchange_back'`,
  sign_addendum: `contract_id is not null and id not in (select change_id from public.addenda)`,
  'add_handover_photo.p_driver_id': `id in (select x.driver_id from public.contract_drivers x join public.contracts c on c.id = x.contract_id where c.status = 'active')`,
  set_customer_account: `kind = 'firm'`,
  reservations: `status = 'confirmed'`,
  contracts: `status = 'active'`,
  damages: `case_id is null`,
  payments: `status = 'succeeded' and invoice_id is null`,
  upsells: `status = 'asked'`,
  vehicles: `status = 'cleaning'`,
  note_licence_view: `position = 'licence'`,
  maintenance: `status = 'planned'`,
  waiting_entries: `status = 'waiting'`,
  bank_entries: `status = 'open'`,
  settle_dead_letter: `status = 'dead'`,
  invoices: `due_rappen > paid_rappen and status <> 'draft'`,
  save_invoice_draft: `id in (select id from public.invoices where status = 'draft')`,
  issue_invoice_draft: `status = 'draft'`,
  delete_invoice_draft: `status = 'draft'`,
  'assign_conversation.p_customer_id': `id in (select customer_id from public.conversations)`,
  open_message_file: `message_id is not null and status = 'kept'`,
  'write_to_customer.p_customer_id': `id in (select customer_id from public.conversations)`,
  'write_to_customer.p_reservation_id': `customer_id in (select customer_id from public.conversations)`,
  pay_out_customer_credit: `id in (select customer_id from public.customer_credits)`,
}

/** An id of each kind that belongs to the company, in the way a function's parameters ask for it. */
export async function idOf(
  sql: Sql,
  companyId: string,
  functionName: string,
  parameter: string,
): Promise<string> {
  if (parameter === 'p_company_id') return companyId
  const table = tableOf(functionName, parameter)
  const [key, owner] = table === 'memberships' ? ['user_id', 'company_id'] : ['id', 'company_id']
  const preferred =
    PREFERRED[`${functionName}.${parameter}`] ??
    PREFERRED[functionName] ??
    PREFERRED[table] ??
    'created_at is not null'
  const rows = await sql.unsafe(
    `select ${key} as id from public.${table} where ${owner} = '${companyId}' order by (${preferred}) desc, created_at limit 1`,
  )
  return String(rows[0]?.id)
}

/** An id that nothing has. */
export function missingId(): string {
  return randomUUID()
}

function tableOf(functionName: string, parameter: string): string {
  const noun = parameter.replace(/^p_/, '').replace(/_?id$/, '')
  if (noun === '') {
    const table = TABLE_BY_FUNCTION[functionName]
    if (!table) throw new Error(`Say in identities.ts which table ${parameter} of ${functionName} names.`)
    return table
  }
  if (noun === 'user') return 'memberships'
  return TABLE_BY_PARAMETER[parameter] ?? `${noun}s`
}
