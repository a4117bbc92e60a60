import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import type { Page } from '@/lib/core/cursor'
import { EQUIPMENT } from '@/lib/core/equipment'
import { fromPostgres } from '@/lib/core/errors'
import { WAITING_STATUSES, type WaitingFilters } from '@/lib/reservations/waiting/schema'
import { type List, readPage } from '@/lib/supabase/lists'

const Row = z
  .object({
    id: z.string(),
    status: z.enum(WAITING_STATUSES),
    source: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    created_at: z.string(),
    offered_until: z.string().nullable(),
    note: z.string().nullable(),
    reservation_id: z.string().nullable(),
    reservation_number: z.string().nullable(),
    customer_id: z.string(),
    customer_name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    category_id: z.string().nullable(),
    category_names: z.record(z.string(), z.string()).nullable(),
    location_id: z.string().nullable(),
    location_name: z.string().nullable(),
    wanted_equipment: z.array(z.enum(EQUIPMENT)),
  })
  .transform((row) => ({
    id: row.id,
    status: row.status,
    source: row.source,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
    offeredUntil: row.offered_until,
    note: row.note,
    reservation:
      row.reservation_id && row.reservation_number
        ? { id: row.reservation_id, number: row.reservation_number }
        : null,
    customer: { id: row.customer_id, name: row.customer_name, email: row.email, phone: row.phone },
    category:
      row.category_id && row.category_names ? { id: row.category_id, names: row.category_names } : null,
    location: row.location_id && row.location_name ? { id: row.location_id, name: row.location_name } : null,
    equipment: row.wanted_equipment,
  }))

/** An entry of the waiting list. */
export type WaitingRow = z.output<typeof Row>

const COLUMNS = [
  'customer',
  'status',
  'period',
  'category',
  'location',
  'equipment',
  'offer',
  'note',
  'since',
  'source',
] as const
export type WaitingColumn = (typeof COLUMNS)[number]

/** The waiting list, in the order in which people are asked. */
export const waitingList: List<WaitingFilters, WaitingRow, WaitingColumn> = {
  name: 'waiting',
  columns: COLUMNS,
  shown: ['customer', 'status', 'period', 'category', 'offer', 'note', 'since'],
  sorts: { customer: 'customer_name', status: 'status', period: 'starts_at', since: 'created_at' },
  usualOrder: ({ status }) => (status.length === 0 ? '-since' : 'since'),
  row: Row,
  select: (ctx, filters) => {
    let query = select(ctx)
    if (filters.id.length > 0) query = query.in('id', filters.id)
    if (filters.status.length > 0) query = query.in('status', filters.status)
    if (filters.category.length > 0) query = query.in('category_id', filters.category)
    if (filters.location.length > 0) query = query.in('location_id', filters.location)
    return query
  },
}

export function listWaiting(ctx: CompanyContext, filters: WaitingFilters): Promise<Page<WaitingRow>> {
  return readPage(waitingList, ctx, filters)
}

/**
 * One entry.
 * @throws AppError `not_found`
 */
export async function getWaitingEntry(ctx: CompanyContext, id: string): Promise<WaitingRow> {
  const { data, error } = await select(ctx).eq('id', id).single()
  if (error) throw fromPostgres(error)
  return Row.parse(data)
}

function select(ctx: CompanyContext) {
  return ctx.db.from('waiting_list').select('*').eq('company_id', ctx.companyId)
}
