import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { csvStream } from '@/lib/core/csv-stream'
import { fromPostgres } from '@/lib/core/errors'
import type { RecordRef } from '@/lib/customers/records-schema'

const Held = z.object({
  exported_at: z.string(),
  company: z.string(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
/** Everything we hold about somebody, by table. */
export type HeldData = z.output<typeof Held>

const Erasure = z.object({
  running_contracts: z.number(),
  coming_reservations: z.number(),
  open_invoices: z.number(),
  held_deposits: z.number(),
  credit_rappen: z.number(),
  contracts: z.number(),
  invoices: z.number(),
  retained_until: z.string().nullable(),
})
/** What stands against forgetting somebody, and what the law keeps. */
export type Erasure = z.output<typeof Erasure>

/** What a customer has asked of their data and nobody has answered yet, the most pressing first. */
export type DataRequest = { id: string; kind: string; dueOn: string }

/** Open requests of a customer. */
export async function listDataRequests(ctx: CompanyContext, customerId: string): Promise<DataRequest[]> {
  const { data, error } = await ctx.db
    .from('data_requests')
    .select('id, kind, due_on')
    .eq('company_id', ctx.companyId)
    .eq('customer_id', customerId)
    .is('settled_at', null)
    .order('due_on')
  if (error) throw fromPostgres(error)
  return data.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }))
}

/** Notes that a request was answered. @throws AppError `not_found` · `forbidden` */
export async function settleDataRequest(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  const { error } = await ctx.db.rpc('settle_data_request', { p_data_request_id: id })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'customer.data_request_settled', dataRequestId: id })
}

/** Everything we hold about a customer. @throws AppError `not_found` · `forbidden` */
export async function exportCustomer(ctx: CompanyContext, { id }: RecordRef): Promise<HeldData> {
  const { data, error } = await ctx.db.rpc('export_customer', { p_customer_id: id })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'customer.exported', customerId: id })
  return Held.parse(data)
}

/** The same as one table, a line for each value: records of many kinds have no columns in common. */
export function heldDataCsv(held: HeldData): Promise<ReadableStream<Uint8Array>> {
  const heads = ['table', 'record', 'field', 'value'] as const
  return csvStream(
    heads.map((head) => ({ head, cell: (value: HeldValue) => value[head] })),
    valuesOf(held),
  )
}

type HeldValue = { table: string; record: number; field: string; value: string }

async function* valuesOf({ tables }: HeldData): AsyncGenerator<HeldValue[]> {
  for (const [table, records] of Object.entries(tables)) {
    yield records.flatMap((record, index) =>
      Object.entries(record).map(([field, value]) => ({
        table,
        record: index + 1,
        field,
        value: value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''),
      })),
    )
  }
}

/** What deleting or anonymising would meet. @throws AppError `not_found` · `forbidden` */
export async function previewErasure(ctx: CompanyContext, { id }: RecordRef): Promise<Erasure> {
  const { data, error } = await ctx.db.rpc('preview_customer_erasure', { p_customer_id: id })
  if (error) throw fromPostgres(error)
  return Erasure.parse(data)
}

/** Takes a customer out of sight; erased after thirty days. @throws AppError `customer_still_needed` · `not_found` */
export function deleteCustomer(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  return change(ctx, 'delete_customer', id)
}

/** Brings a deleted customer back. @throws AppError `not_found` */
export function restoreCustomer(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  return change(ctx, 'restore_customer', id)
}

/** Forgets a person at once and for good. @throws AppError `customer_still_needed` · `not_found` */
export function anonymizeCustomer(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  return change(ctx, 'anonymize_customer', id)
}

async function change(
  ctx: CompanyContext,
  name: 'delete_customer' | 'restore_customer' | 'anonymize_customer',
  id: string,
): Promise<void> {
  const { error } = await ctx.db.rpc(name, { p_customer_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'customers', 'reservations', 'contracts', 'money')
  ctx.log.info({ event: `customer.${name}`, customerId: id })
}
