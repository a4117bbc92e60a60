import { z } from 'zod'
import { getContractBilling } from '@/lib/contracts/queries/billing'
import { DEPOSIT_COLUMNS, toDeposit } from '@/lib/contracts/queries/deposit'
import { traceOf } from '@/lib/contracts/trace'
import { latestCharge } from '@/lib/core/card-charge'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'

export type ContractDetail = Awaited<ReturnType<typeof getContract>>
export type ContractSide = ContractDetail['handovers'][number]

/**
 * A contract with its charges, both handovers, deposit, invoices and documents.
 * @throws AppError `not_found`
 */
export async function getContract(ctx: CompanyContext, id: string) {
  const { data, error } = await ctx.db
    .from('contracts')
    .select(
      `id, number, status, starts_at, ends_at, picked_up_at, returned_at, driver_id, cancel_reason, deposit_waived_reason, included_km, extra_km_rappen, currency, content_sha256,
      reservation:reservations(id, number), driver:drivers(first_name, last_name, licence_number, licence_expires_on, verified_at),
      customer:customers(id, name, email, phone, stripe_customer_id, payment_method_id),
      vehicle:vehicles(id, plate, make, model, status, category:vehicle_categories(body_type)),
      lines:contract_lines(id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp, trace),
      deposits(${DEPOSIT_COLUMNS}),
      addenda(change_id, name, signed_at, witnessed_by)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .order('position', { referencedTable: 'contract_lines' })
    .order('created_at', { referencedTable: 'deposits', ascending: false })
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const { stripe_customer_id, payment_method_id, ...customer } = data.customer
  const billing = await getContractBilling(ctx, id)
  const [handovers, documents, payments, charges, card] = await Promise.all([
    handoversOf(ctx, id),
    documentsOf(ctx, [
      id,
      ...data.addenda.map(({ change_id }) => change_id),
      ...billing.invoices.map((invoice) => invoice.id),
    ]),
    prepaidOf(ctx, data.reservation.id),
    chargesOf(
      ctx,
      billing.invoices.map((invoice) => invoice.id),
    ),
    stripe_customer_id && payment_method_id ? cardOnFile(ctx, customer.id) : null,
  ])
  const { category, ...vehicle } = data.vehicle
  const deposit = data.deposits[0]
  return {
    id: data.id,
    number: data.number,
    status: data.status,
    startsAt: data.starts_at,
    endsAt: data.ends_at,
    pickedUpAt: data.picked_up_at,
    returnedAt: data.returned_at,
    includedKm: data.included_km,
    extraKmRappen: data.extra_km_rappen,
    currency: data.currency,
    driverId: data.driver_id,
    cancelReason: data.cancel_reason,
    depositWaivedReason: data.deposit_waived_reason,
    contentSha256: data.content_sha256,
    addenda: data.addenda,
    reservation: data.reservation,
    driver: data.driver,
    customer,
    /** The card on file and whether the company charges what is open to it by itself; null without one. */
    card,
    vehicle: { ...vehicle, bodyType: category.body_type },
    lines: data.lines.map(toLine),
    totalRappen: data.lines.reduce((sum, line) => sum + line.amount_rappen, 0),
    prepaidRappen: payments.reduce((sum, paid) => sum + paid.amount_rappen - paid.refunded_rappen, 0),
    deposit: deposit ? toDeposit(deposit) : null,
    billing: {
      ...billing,
      invoices: billing.invoices.map((invoice) => ({
        ...invoice,
        charge: latestCharge(charges.filter(({ invoice_id }) => invoice_id === invoice.id)),
      })),
    },
    handovers,
    documents,
  }
}

/** What was counted, and what was booked and stayed here, as staff said at the pickup; older ones were not asked. */
const Checklist = z.object({
  keys: z.number().nullable().catch(null),
  accessories: z.array(z.string()).catch([]),
  not_handed_over: z.array(z.string()).catch([]),
})

async function handoversOf(ctx: CompanyContext, contractId: string) {
  const { data, error } = await ctx.db
    .from('handovers')
    .select(
      `id, kind, change_id, odometer_km, fuel_percent, clean, checklist, notes, completed_at, performer:profiles(full_name),
      vehicle:vehicles(plate, category:vehicle_categories(body_type)),
      photos:handover_photos(id, position, taken_at, purged_at),
      damages(id, handover_id, view, x, y, kind, severity, note, charge_rappen, list_rappen, charge_reason, photo_id, photo_x, photo_y,
        case:damage_cases!damages_company_id_case_id_fkey(id, number)),
      signatures(id, signer, name, signed_at, ip, document_sha256)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('contract_id', contractId)
    .order('created_at')
    .order('kind')
  if (error) throw fromPostgres(error)
  return data.map(({ checklist, ...side }) => ({
    ...side,
    checklist: Checklist.parse(checklist),
    photos: side.photos.filter(({ purged_at }) => purged_at === null),
  }))
}

async function documentsOf(ctx: CompanyContext, recordIds: string[]) {
  const { data, error } = await ctx.db
    .from('documents')
    .select('id, kind, record_id, sha256, bytes, created_at')
    .eq('company_id', ctx.companyId)
    .in('record_id', recordIds)
    .order('created_at')
  if (error) throw fromPostgres(error)
  return data
}

/** What was tried to take from the card on file for these invoices. */
async function chargesOf(ctx: CompanyContext, invoiceIds: string[]) {
  const { data, error } = await ctx.db
    .from('payments')
    .select('invoice_id, status, off_session, failure, card_last4, created_at')
    .eq('company_id', ctx.companyId)
    .in('invoice_id', invoiceIds)
    .eq('off_session', true)
  if (error) throw fromPostgres(error)
  return data
}

async function prepaidOf(ctx: CompanyContext, reservationId: string) {
  const { data, error } = await ctx.db
    .from('payments')
    .select('amount_rappen, refunded_rappen')
    .eq('company_id', ctx.companyId)
    .eq('reservation_id', reservationId)
    .in('status', ['succeeded', 'partially_refunded'])
  if (error) throw fromPostgres(error)
  return data
}

/** The last four digits of the card on file, once something was charged to it; and the company's own choice. */
async function cardOnFile(ctx: CompanyContext, customerId: string) {
  const [charged, company] = await Promise.all([
    ctx.db
      .from('payments')
      .select('card_last4')
      .eq('company_id', ctx.companyId)
      .eq('customer_id', customerId)
      .not('card_last4', 'is', null)
      .order('settled_at', { ascending: false })
      .limit(1),
    ctx.db.from('companies').select('charges_remainder').eq('id', ctx.companyId).single(),
  ])
  if (charged.error) throw fromPostgres(charged.error)
  if (company.error) throw fromPostgres(company.error)
  return { last4: charged.data[0]?.card_last4 ?? null, isChargedByDefault: company.data.charges_remainder }
}

type LineRow = {
  id: string
  kind: string
  code: string
  names: unknown
  quantity: number
  unit_rappen: number
  amount_rappen: number
  vat_bp: number
  trace: unknown
}

function toLine(row: LineRow) {
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    names: row.names as Record<string, string> | null,
    quantity: Number(row.quantity),
    unitRappen: row.unit_rappen,
    amountRappen: row.amount_rappen,
    vatBp: row.vat_bp,
    trace: traceOf(row.kind, row.trace),
  }
}
