import { z } from 'zod'
import { KeyBoxState } from '@/lib/core/key-boxes'

const Terms = z
  .object({
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    extras: z.array(z.object({ extra_id: z.string(), quantity: z.number().int() })),
  })
  .transform((row) => ({
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    extras: row.extras.map(({ extra_id, quantity }) => ({ extraId: extra_id, quantity })),
  }))

const PortalDocument = z
  .object({
    kind: z.string(),
    record_id: z.string(),
    number: z.string().nullable(),
    bytes: z.number(),
    created_at: z.coerce.date(),
  })
  .transform(({ record_id, created_at, ...row }) => ({ ...row, recordId: record_id, at: created_at }))

const PortalPayment = z
  .object({
    id: z.string(),
    purpose: z.string(),
    method: z.string(),
    status: z.string(),
    amount_rappen: z.number().int(),
    refunded_rappen: z.number().int(),
    at: z.coerce.date(),
  })
  .transform(({ amount_rappen, refunded_rappen, ...row }) => ({
    ...row,
    amountRappen: amount_rappen,
    refundedRappen: refunded_rappen,
  }))

const PortalInvoice = z
  .object({
    number: z.string(),
    status: z.string(),
    due_on: z.iso.date(),
    total_rappen: z.number().int(),
    paid_rappen: z.number().int(),
  })
  .transform((row) => ({
    number: row.number,
    status: row.status,
    dueOn: row.due_on,
    totalRappen: row.total_rappen,
    paidRappen: row.paid_rappen,
  }))

const PortalDeposit = z
  .object({
    status: z.string(),
    method: z.string(),
    amount_rappen: z.number().int(),
    captured_rappen: z.number().int(),
    expires_at: z.coerce.date().nullable(),
    needs_customer: z.boolean(),
  })
  .transform((row) => ({
    status: row.status,
    method: row.method,
    amountRappen: row.amount_rappen,
    capturedRappen: row.captured_rappen,
    expiresAt: row.status === 'held' ? row.expires_at : null,
    needsCustomer: row.needs_customer,
  }))

const AgreedTerms = z
  .object({
    vehicle: z.string(),
    plate: z.string(),
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    return_location: z.string().nullable(),
    included_km: z.number().nullable(),
    total_rappen: z.number().int(),
    extras: z.array(z.object({ names: z.record(z.string(), z.string()), quantity: z.number().int() })),
  })
  .transform((row) => ({
    vehicle: `${row.vehicle}, ${row.plate}`,
    endsAt: row.ends_at,
    returnLocation: row.return_location,
    includedKm: row.included_km,
    totalRappen: row.total_rappen,
    extras: row.extras,
  }))

const Addendum = z
  .object({
    change_id: z.string(),
    before: AgreedTerms,
    after: AgreedTerms,
    driver: z.object({ name: z.string() }).nullable(),
  })
  .transform(({ change_id, ...row }) => ({ ...row, changeId: change_id }))

const Settled = z
  .object({
    total_rappen: z.number().int(),
    paid_rappen: z.number().int(),
    open_rappen: z.number().int().nullable(),
  })
  .transform((row) => ({
    totalRappen: row.total_rappen,
    paidRappen: row.paid_rappen,
    /** Null where the customer of the booking is not the one who is asked for it. */
    openRappen: row.open_rappen,
  }))

/** A change of the running rental that waits for the customer's signature. */
export type PortalAddendum = z.infer<typeof Addendum>

/** Reads what the portal shows beside the booking's own facts. */
export const PortalAnswer = z
  .object({
    terms: Terms,
    may_change: z.enum(['free', 'more']).nullable(),
    /** Where the online check-in stands, `changed` when what was written since was not submitted; null where nothing is asked. */
    checkin: z.enum(['open', 'begun', 'changed', 'done', 'closed']).nullable(),
    /** How the pickup from a key box stands; null where somebody is there. */
    key_box: KeyBoxState.nullable(),
    /** Where the rental terms stand: to be signed in advance, signed, or null. */
    signing: z.enum(['open', 'signed']).nullable(),
    /** Whether there is something to read about vehicle and way. */
    guide: z.boolean(),
    contract: z.object({ number: z.string(), status: z.string(), settled: Settled.nullable() }).nullable(),
    /** Changes of the running rental that are to be signed. */
    addenda: z.array(Addendum),
    documents: z.array(PortalDocument),
    payments: z.array(PortalPayment),
    invoices: z.array(PortalInvoice),
    deposit: PortalDeposit.nullable(),
    data_requests: z.array(z.object({ kind: z.enum(['copy', 'erasure']), due_on: z.iso.date() })),
  })
  .transform(({ may_change, data_requests, key_box, ...row }) => ({
    ...row,
    /** `free`, `more` when only what does not lower the price may be changed, or null. */
    mayChange: may_change,
    keyBox: key_box,
    dataRequests: data_requests.map(({ kind, due_on }) => ({ kind, dueOn: due_on })),
  }))

/** What the portal shows beside the booking's own facts. */
export type Portal = z.infer<typeof PortalAnswer>

/** What a customer may ask of their data. */
export const DataRequestKind = z.enum(['copy', 'erasure'])
export type DataRequestKind = z.infer<typeof DataRequestKind>
