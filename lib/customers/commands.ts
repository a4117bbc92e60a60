import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { customValues, listCustomFields } from '@/lib/customers/custom-fields'
import type { Blocking, CustomerChange, NewCustomer } from '@/lib/customers/schema'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

/**
 * Adds a customer; the number comes from the database.
 * @throws AppError `forbidden` · `invalid_input`
 */
export async function createCustomer(ctx: CompanyContext, customer: NewCustomer): Promise<{ id: string }> {
  const known = Object.entries(toRow(customer)).filter(([, value]) => value !== null)
  const custom = customValues(await listCustomFields(ctx), customer.custom)
  const { data, error } = await ctx.db.rpc('create_customer', {
    p_customer: { ...Object.fromEntries(known), custom },
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'customers')
  ctx.log.info({ event: 'customer.created', customerId: data })
  return { id: data }
}

/**
 * Corrects what is known of a customer. Values of own fields that are no longer in use stay.
 * @throws AppError `not_found` · `changed_meanwhile` · `invalid_input`
 */
export async function updateCustomer(
  ctx: CompanyContext,
  { id, seenAt, ...change }: CustomerChange,
): Promise<void> {
  const fields = await listCustomFields(ctx)
  const kept = await valuesOutOfUse(
    ctx,
    id,
    fields.map(({ key }) => key),
  )
  const { data, error } = await ctx.db
    .from('customers')
    .update({ ...toRow(change), custom: { ...kept, ...customValues(fields, change.custom) } })
    .match(asSeen(ctx, { id, seenAt }))
    .select('id')
  if (error) throw fromPostgres(error)
  if (data.length === 0) throw await whyNotMet(ctx, 'customers', { id, seenAt })
  await invalidate(ctx.companyId, 'customers')
}

async function valuesOutOfUse(ctx: CompanyContext, id: string, inUse: string[]) {
  const { data, error } = await ctx.db
    .from('customers')
    .select('custom')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  const custom = (data?.custom ?? {}) as Record<string, string>
  return Object.fromEntries(Object.entries(custom).filter(([key]) => !inUse.includes(key)))
}

/**
 * Refuses a customer new reservations and contracts, for good or to the end of a day. At the desk the reason is shown;
 * the customer hears nothing of it.
 * @throws AppError `forbidden` · `not_found` · `invalid_input`
 */
export async function blockCustomer(ctx: CompanyContext, { id, reason, until }: Blocking): Promise<void> {
  await setBlocked(ctx, id, reason, until)
  ctx.log.info({ event: 'customer.blocked', customerId: id })
}

/**
 * Takes the block away again.
 * @throws AppError `forbidden` · `not_found`
 */
export async function unblockCustomer(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  await setBlocked(ctx, id, null, null)
  ctx.log.info({ event: 'customer.unblocked', customerId: id })
}

async function setBlocked(ctx: CompanyContext, id: string, reason: string | null, until: string | null) {
  // The argument may be null, which the generated type cannot know.
  const { error } = await ctx.db.rpc('set_customer_blocked', {
    p_customer_id: id,
    p_reason: reason as string,
    ...(until && { p_until: until }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'customers', 'reservations')
}

/** A customer as the columns of their table. */
export function toRow(customer: NewCustomer) {
  const isFirm = customer.kind === 'firm'
  return {
    kind: customer.kind,
    first_name: customer.firstName,
    last_name: customer.lastName,
    firm_name: isFirm ? customer.firmName : null,
    email: customer.email,
    phone: customer.phone,
    street: customer.street,
    house_number: customer.houseNumber,
    postal_code: customer.postalCode,
    town: customer.town,
    country: customer.country,
    canton: customer.canton,
    language: customer.language,
    birth_date: customer.birthDate,
    nationality: customer.nationality,
    id_document_kind: customer.idDocumentKind,
    id_document_number: customer.idDocumentNumber,
    id_document_country: customer.idDocumentCountry,
    id_document_expires_on: customer.idDocumentExpiresOn,
    ahv_number: customer.ahvNumber,
    uid_number: customer.uidNumber,
    tags: customer.tags,
    notes: customer.notes,
  }
}
