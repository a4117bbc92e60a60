import type { Area } from '@/lib/activity/schema'

/** Tables by area; what is in none of them (links, resources, lines) is a part of something that is. */
export const TABLES_BY_AREA: Record<Area, string[]> = {
  reservations: ['reservations', 'reservation_extras', 'form_files', 'message_files'],
  fleet: [
    'vehicles',
    'maintenance',
    'damage_cases',
    'vehicle_documents',
    'vehicle_categories',
    'rates',
    'extras',
    'locations',
    'closed_days',
    'seasons',
    'weekday_surcharges',
    'duration_discounts',
    'fees',
    'promo_codes',
    'damage_prices',
  ],
  customers: ['customers', 'drivers'],
  contracts: ['contracts', 'addenda', 'handovers', 'handover_photos', 'damages', 'signatures', 'documents'],
  money: [
    'payments',
    'refunds',
    'deposits',
    'invoices',
    'bank_imports',
    'bank_entries',
    'customer_credits',
    'credit_notes',
    'invoice_reminders',
  ],
  settings: ['companies', 'memberships', 'invitations'],
}

export const SHOWN_TABLES = Object.values(TABLES_BY_AREA).flat()

/** Files that may show a paper or a face: of them it is told who looked, the rest belongs to what they are part of. */
export const LOOKED_AT_TABLES = ['form_files', 'message_files', 'handover_photos']

/** How a column's value reads. */
export type ValueKind = 'money' | 'instant' | 'date' | 'yes_no' | 'status' | 'names' | 'text'

/** Columns that mean nothing to a reader or belong to machines. */
const HIDDEN =
  /(^|_)(id|hash|sha256|path|session|intent|ref|version|key)$|^(kind|price|vat|creditor|debtor|trace|checklist|stripe_.*|payment_method_id|invited_by|performed_by|verified_by|uploaded_by|was_dirty|happens_at|bytes|content_type|locale|currency|names|x|y|photo_x|photo_y|created_at|updated_at|ip|user_agent|device_at|booking|debtor_iban|debtor_name|imported_by|import_name|file_name|entry_count|format|provider_charge)$/

/** Whether a column's change is told. */
export function isShown(column: string): boolean {
  return !HIDDEN.test(column) || column === 'names'
}

/** One column that changed, with what was there before and after. */
export type Change = { column: string; kind: ValueKind; before: unknown; after: unknown }

function kindOf(column: string, value: unknown): ValueKind {
  if (column.endsWith('_rappen')) return 'money'
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) return 'instant'
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
  if (column === 'status') return 'status'
  if (typeof value === 'boolean') return 'yes_no'
  return 'text'
}

/** What an entry of the trail changed, in the order of the columns' names; only an update changes something. */
export function changesOf(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Change[] {
  if (!before || !after) return []
  return Object.keys(after)
    .filter(isShown)
    .toSorted()
    .map((column) => ({
      column,
      kind: column === 'names' ? 'names' : kindOf(column, after[column] ?? before[column]),
      before: before[column] ?? null,
      after: after[column] ?? null,
    }))
}

type Groupable = {
  table: string
  action: string
  actorId: string | null
  requestId: string | null
  at: string
}

/**
 * Puts together what one request did to many records of one kind: an import of forty vehicles is one entry of forty.
 * Entries come newest first; only neighbours are put together.
 */
export function groupEntries<T extends Groupable>(entries: T[]): (T & { count: number })[] {
  const groups: (T & { count: number })[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const isOne = last && entry.action !== 'update' && isSameDeed(last, entry)
    if (isOne) last.count += 1
    else groups.push({ ...entry, count: 1 })
  }
  return groups
}

function isSameDeed(one: Groupable, other: Groupable): boolean {
  if (one.table !== other.table || one.action !== other.action || one.actorId !== other.actorId) return false
  if (one.requestId || other.requestId) return one.requestId === other.requestId
  return Math.abs(Date.parse(one.at) - Date.parse(other.at)) < 2_000
}
