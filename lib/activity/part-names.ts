import { type Lookup, type Named, namesFrom } from '@/lib/activity/named'
import { contracts, invoices } from '@/lib/activity/record-names'
import { fromPostgres } from '@/lib/core/errors'
import { formatMoney } from '@/lib/core/money'

type Contract = { id: string; number: string } | null
type Vehicle = { id: string; plate: string } | null

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ')
const at = (place: string, record: { id: string } | null) =>
  record ? `/dashboard/${place}/${record.id}` : null

const named = (id: string, name: string | null | undefined, href: string | null): Named | null =>
  name ? [id, { name, href }] : null
const ofContract = (id: string, contract: Contract) => named(id, contract?.number, at('contracts', contract))
const ofVehicle = (id: string, vehicle: Vehicle) => named(id, vehicle?.plate, at('fleet', vehicle))

/** What a payment was for: an invoice, a tip on its page, or a booking. */
const PAID_FOR =
  'paid:invoices!payments_company_id_invoice_id_fkey(id, number), tipped:invoices!payments_company_id_tipped_invoice_id_fkey(id, number), reservation:reservations(id, number)'
type PaidFor = Record<'paid' | 'tipped' | 'reservation', { id: string; number: string | null } | null>

/** Money that came or went is called by its amount and what it was for. */
function ofMoney(id: string, amount: string, paidFor: PaidFor | null) {
  const invoice = paidFor?.paid ?? paidFor?.tipped ?? null
  const reservation = paidFor?.reservation ?? null
  return named(
    id,
    joined(amount, invoice?.number ?? reservation?.number),
    at('invoices', invoice) ?? at('reservations', reservation),
  )
}

const payments: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('payments')
      .select(`id, amount_rappen, currency, ${PAID_FOR}`)
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, amount_rappen, currency, ...paidFor }) =>
      ofMoney(id, formatMoney(amount_rappen, currency), paidFor),
  )

const refunds: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('refunds')
      .select(`id, amount_rappen, payment:payments(currency, ${PAID_FOR})`)
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, amount_rappen, payment }) => ofMoney(id, formatMoney(amount_rappen, payment.currency), payment),
  )

const deposits: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('deposits')
      .select('id, amount_rappen, currency, contract:contracts(id, number)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, amount_rappen, currency, contract }) =>
      named(id, joined(formatMoney(amount_rappen, currency), contract?.number), at('contracts', contract)),
  )

const handovers: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('handovers')
      .select('id, contract:contracts(id, number)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, contract }) => ofContract(id, contract),
  )

const handoverPhotos: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('handover_photos')
      .select(
        'id, handover:handovers!handover_photos_company_id_handover_id_fkey(contract:contracts(id, number))',
      )
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, handover }) => ofContract(id, handover.contract),
  )

const formFiles: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('form_files')
      .select(
        'id, submission:form_submissions(reservation:reservations(id, number, customer:customers(name)))',
      )
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, submission: { reservation } }) =>
      named(id, joined(reservation.customer?.name, reservation.number), at('reservations', reservation)),
  )

const messageFiles: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('message_files')
      .select('id, customer:customers(id, name)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, customer }) => named(id, customer.name, at('customers', customer)),
  )

const addenda: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('addenda')
      .select('id, contract:contracts(id, number)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, contract }) => ofContract(id, contract),
  )

const signatures: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('signatures')
      .select('id, name, handover:handovers(contract:contracts(id, number))')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, name, handover }) =>
      named(id, joined(name, handover?.contract?.number), at('contracts', handover?.contract ?? null)),
  )

const damages: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('damages')
      .select('id, vehicle:vehicles(id, plate)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, vehicle }) => ofVehicle(id, vehicle),
  )

const maintenance: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('maintenance')
      .select('id, vehicle:vehicles(id, plate)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, vehicle }) => ofVehicle(id, vehicle),
  )

const vehicleDocuments: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('vehicle_documents')
      .select('id, vehicle:vehicles(id, plate)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, vehicle }) => ofVehicle(id, vehicle),
  )

const creditNotes: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('credit_notes')
      .select('id, number, invoice_id')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, number, invoice_id }) => named(id, number, at('invoices', { id: invoice_id })),
  )

const invoiceReminders: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('invoice_reminders')
      .select('id, invoice:invoices(id, number)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, invoice }) => named(id, invoice?.number, at('invoices', invoice)),
  )

const customerCredits: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('customer_credits')
      .select('id, amount_rappen, currency, customer:customers(id, name)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, amount_rappen, currency, customer }) =>
      named(id, joined(formatMoney(amount_rappen, currency), customer?.name), at('customers', customer)),
  )

const drivers: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('drivers')
      .select('id, first_name, last_name, customer_id')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, first_name, last_name, customer_id }) =>
      named(id, `${first_name} ${last_name}`, at('customers', { id: customer_id })),
  )

const changes: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db
      .from('reservation_changes')
      .select('id, contract:contracts(id, number)')
      .eq('company_id', ctx.companyId)
      .in('id', ids),
    ({ id, contract }) => ofContract(id, contract),
  )

/** A sealed file is called like what it is a file of: a contract, a change of one, an invoice, a credit note. */
const documents: Lookup = async (ctx, ids) => {
  const { data, error } = await ctx.db
    .from('documents')
    .select('id, record_id')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  const records = data.map(({ record_id }) => record_id)
  const found = await Promise.all(
    [contracts, changes, invoices, creditNotes].map((lookup) => lookup(ctx, records)),
  )
  const names = new Map(found.flat())
  return data.flatMap(({ id, record_id }): Named[] => {
    const name = names.get(record_id)
    return name ? [[id, name]] : []
  })
}

/** What belongs to a record, by table: a payment is called by its amount and invoice, a signature by its contract. */
export const PART_NAMES: Record<string, Lookup> = {
  payments,
  refunds,
  deposits,
  handovers,
  handover_photos: handoverPhotos,
  form_files: formFiles,
  message_files: messageFiles,
  addenda,
  documents,
  signatures,
  damages,
  maintenance,
  vehicle_documents: vehicleDocuments,
  credit_notes: creditNotes,
  invoice_reminders: invoiceReminders,
  customer_credits: customerCredits,
  drivers,
}
