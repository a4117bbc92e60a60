import { z } from 'zod'
import { latestCharge } from '@/lib/core/card-charge'
import { toDispute } from '@/lib/core/card-dispute'
import type { CompanyContext } from '@/lib/core/context'
import { ChargePart, VatGroup } from '@/lib/core/documents/charges'
import { AppError, fromPostgres } from '@/lib/core/errors'

export type InvoiceDetail = Awaited<ReturnType<typeof getInvoice>>

const PAYMENT =
  'id, method, purpose, status, amount_rappen, refunded_rappen, received_on, settled_at, created_at, card_last4, disputes(id, status, amount_rappen, evidence_due_at), credits:customer_credits(amount_rappen, origin)'

/**
 * An issued invoice with its lines, VAT and payments.
 * @throws AppError `not_found`, also for a draft
 */
export async function getInvoice(ctx: CompanyContext, id: string) {
  const { data, error } = await ctx.db
    .from('invoices')
    .select(
      `id, number, status, currency, issued_on, due_on, service_from, service_to, total_rappen, due_rappen, paid_rappen, fees_rappen, credited_rappen, vat, reference,
      customer:customers(id, name, email, phone), contract:contracts(id, number, vehicle:vehicles(plate, make, model), reservation:reservations(return_location_id)),
      lines:invoice_lines(id, position, kind, code, names, quantity, unit_rappen, amount_rappen, vat_bp, part, billing_id),
      billings:contract_billings(id, service_from, service_to, contract:contracts(id, number, vehicle:vehicles(plate))),
      payments!payments_company_id_invoice_id_fkey(${PAYMENT}, off_session, failure), tips:payments!payments_company_id_tipped_invoice_id_fkey(${PAYMENT}),
      creditNotes:credit_notes(id, number, amount_rappen, reason, issued_on, lines:credit_note_lines(invoice_line_id, amount_rappen)), reminders:invoice_reminders(level, fee_rappen, created_at)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .order('position', { referencedTable: 'invoice_lines' })
    .order('created_at', { referencedTable: 'payments' })
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data?.number || !data.issued_on || !data.due_on) throw new AppError('not_found')
  const credited = new Map<string, number>()
  for (const line of data.creditNotes.flatMap((note) => note.lines))
    credited.set(line.invoice_line_id, (credited.get(line.invoice_line_id) ?? 0) + line.amount_rappen)
  // What Stripe is about to take from the deposit or the card is as good as paid; record_payment counts it the same way.
  const underWayRappen = data.payments
    .filter(
      (payment) =>
        (payment.purpose === 'security_deposit' || payment.off_session) && payment.status === 'pending',
    )
    .reduce((sum, payment) => sum + payment.amount_rappen, 0)
  const billings = new Map(
    data.billings.map(({ id: billingId, contract, service_from, service_to }) => [
      billingId,
      { ...contract, plate: contract.vehicle.plate, serviceFrom: service_from, serviceTo: service_to },
    ]),
  )
  return {
    id: data.id,
    number: data.number,
    status: data.status,
    currency: data.currency,
    issuedOn: data.issued_on,
    dueOn: data.due_on,
    serviceFrom: data.service_from,
    serviceTo: data.service_to,
    totalRappen: data.total_rappen,
    dueRappen: data.due_rappen,
    feesRappen: data.fees_rappen,
    openRappen: data.status === 'void' ? 0 : data.due_rappen - data.paid_rappen - underWayRappen,
    underWayRappen,
    reference: data.reference,
    vat: z.array(VatGroup).parse(data.vat),
    customer: data.customer,
    contract: data.contract,
    lines: data.lines.map((line, place) => ({
      id: line.id,
      kind: line.kind,
      code: line.code,
      names: line.names as Record<string, string> | null,
      quantity: Number(line.quantity),
      unitRappen: line.unit_rappen,
      amountRappen: line.amount_rappen,
      vatBp: line.vat_bp,
      part: ChargePart.nullable().parse(line.part),
      /** Where the lines of one of several contracts begin: the contract. */
      contract:
        data.billings.length > 1 && line.billing_id !== data.lines[place - 1]?.billing_id
          ? (billings.get(line.billing_id ?? '') ?? null)
          : null,
      creditableRappen: line.amount_rappen - (credited.get(line.id) ?? 0),
    })),
    charge: latestCharge(data.payments),
    // Whoever only opened the payment page has not paid yet.
    payments: [...data.payments, ...data.tips]
      .filter(
        ({ purpose, status }) =>
          !['invoice', 'tip'].includes(purpose) || status === 'succeeded' || status.endsWith('refunded'),
      )
      .map((payment) => ({
        id: payment.id,
        method: payment.method,
        purpose: payment.purpose,
        status: payment.status,
        amountRappen: payment.amount_rappen,
        refundedRappen: payment.refunded_rappen,
        refundableRappen: payment.amount_rappen - payment.refunded_rappen,
        /** How much of it was more than was open, and became the customer's balance. */
        overpaidRappen: payment.credits
          .filter(({ origin }) => origin === 'overpayment')
          .reduce((sum, credit) => sum + credit.amount_rappen, 0),
        cardLast4: payment.card_last4,
        disputes: payment.disputes.map(toDispute),
        at: payment.settled_at ?? payment.created_at,
      })),
    creditNotes: data.creditNotes.map((note) => ({
      id: note.id,
      number: note.number,
      amountRappen: note.amount_rappen,
      reason: note.reason,
      issuedOn: note.issued_on,
    })),
    reminders: data.reminders
      .map(({ level, fee_rappen, created_at }) => ({ level, feeRappen: fee_rappen, at: created_at }))
      .sort((one, other) => one.level - other.level),
  }
}
