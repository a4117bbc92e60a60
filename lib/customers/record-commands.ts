import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { type AppError, fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import type {
  Account,
  CostCentre,
  CustomerVehicle,
  DriverRecord,
  Listing,
  NewConsent,
  NewNote,
  RecordRef,
} from '@/lib/customers/records-schema'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

/** What was written, or the refusal; whoever looks at customers next sees it. */
async function done(ctx: CompanyContext, { error }: { error: PostgresFailure | null }): Promise<void> {
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'customers')
}

type Corrected = { error: PostgresFailure | null; data: unknown[] | null }

/** The same of a record that was corrected; one that met no row was changed or taken away meanwhile. */
async function corrected(ctx: CompanyContext, { error, data }: Corrected, why: () => Promise<AppError>) {
  await done(ctx, { error })
  if (data?.length === 0) throw await why()
}

/**
 * Adds a driver to a customer or corrects one; a changed licence has to be looked at again.
 * @throws AppError `not_found` · `changed_meanwhile`
 */
export async function saveDriver(ctx: CompanyContext, driver: DriverRecord): Promise<void> {
  const row = {
    first_name: driver.firstName,
    last_name: driver.lastName,
    birth_date: driver.birthDate,
    email: driver.email,
    phone: driver.phone,
    licence_number: driver.licenceNumber,
    licence_country: driver.licenceCountry,
    licence_categories: driver.licenceCategories,
    licence_since: Object.fromEntries(
      Object.entries(driver.licenceSince).filter(([category]) =>
        driver.licenceCategories.some((held) => held === category),
      ),
    ),
    licence_codes: driver.licenceCodes,
    licence_issued_on: driver.licenceIssuedOn,
    licence_expires_on: driver.licenceExpiresOn,
  }
  const drivers = ctx.db.from('drivers')
  const { id, seenAt, customerId } = driver
  if (id === null)
    return done(ctx, await drivers.insert({ ...row, company_id: ctx.companyId, customer_id: customerId }))
  const changed = await drivers.update(row).match(asSeen(ctx, { id, seenAt })).select('id')
  await corrected(ctx, changed, () => whyNotMet(ctx, 'drivers', { id, seenAt }))
}

/** Whether somebody may drive for the customer at present. @throws AppError `not_found` */
export async function setDriverActive(ctx: CompanyContext, { id, active }: Listing): Promise<void> {
  const changed = await ctx.db.from('drivers').update({ active }).match(asSeen(ctx, { id })).select('id')
  await corrected(ctx, changed, () => whyNotMet(ctx, 'drivers', { id }))
}

/** Notes that the licence was held in hand. @throws AppError `not_found` */
export async function verifyDriver(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  await done(ctx, await ctx.db.rpc('verify_driver', { p_driver_id: id }))
}

/** Takes a driver off who has not driven yet. @throws AppError `still_referenced` · `not_found` */
export async function removeDriver(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  await done(ctx, await ctx.db.rpc('remove_driver', { p_driver_id: id }))
}

/** Adds a vehicle of the customer's own or corrects one. @throws AppError `not_found` · `changed_meanwhile` */
export async function saveCustomerVehicle(ctx: CompanyContext, vehicle: CustomerVehicle): Promise<void> {
  const { id, seenAt, customerId, modelYear, ...fields } = vehicle
  const row = { ...fields, model_year: modelYear }
  const vehicles = ctx.db.from('customer_vehicles')
  if (id === null)
    return done(ctx, await vehicles.insert({ ...row, company_id: ctx.companyId, customer_id: customerId }))
  const changed = await vehicles.update(row).match(asSeen(ctx, { id, seenAt })).select('id')
  await corrected(ctx, changed, () => whyNotMet(ctx, 'customer_vehicles', { id, seenAt }))
}

/** Takes a vehicle off a customer. @throws AppError `not_found` */
export async function removeCustomerVehicle(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  await done(ctx, await ctx.db.rpc('remove_customer_vehicle', { p_customer_vehicle_id: id }))
}

/** Writes a dated note for the team. */
export async function addNote(ctx: CompanyContext, { customerId, text }: NewNote): Promise<void> {
  await done(
    ctx,
    await ctx.db.from('customer_notes').insert({ company_id: ctx.companyId, customer_id: customerId, text }),
  )
}

/** Keeps that the customer agreed to a text. @throws AppError `not_found` */
export async function recordConsent(ctx: CompanyContext, consent: NewConsent): Promise<void> {
  await done(
    ctx,
    await ctx.db.rpc('record_consent', {
      p_customer_id: consent.customerId,
      p_kind: consent.kind,
      p_text_version: consent.textVersion,
      p_source: consent.source,
    }),
  )
}

/** Keeps that the customer took a consent back. @throws AppError `not_found` */
export async function withdrawConsent(ctx: CompanyContext, { id }: RecordRef): Promise<void> {
  await done(ctx, await ctx.db.rpc('withdraw_consent', { p_consent_id: id }))
}

/** Opens or changes a firm's account. @throws AppError `account_needs_firm` · `not_found` · `changed_meanwhile` */
export async function saveAccount(ctx: CompanyContext, account: Account): Promise<void> {
  await done(
    ctx,
    await ctx.db.rpc('set_customer_account', {
      p_customer_id: account.customerId,
      p_account: {
        payment_terms_days: account.paymentTermsDays,
        collective_invoice: account.collectiveInvoice,
        listed_drivers_only: account.listedDriversOnly,
        cost_centre_required: account.costCentreRequired,
        firm_pays: account.firmPays,
        firm_share_percent: account.firmPays === 'share' ? account.firmSharePercent : 100,
        billing_name: account.billingName,
        billing_street: account.billingStreet,
        billing_house_number: account.billingHouseNumber,
        billing_postal_code: account.billingPostalCode,
        billing_town: account.billingTown,
        billing_email: account.billingEmail,
      },
      ...(account.seenAt && { p_seen_at: account.seenAt }),
    }),
  )
}

/** Adds a cost centre to a firm. @throws AppError `already_exists` */
export async function addCostCentre(
  ctx: CompanyContext,
  { customerId, ...centre }: CostCentre,
): Promise<void> {
  await done(
    ctx,
    await ctx.db
      .from('cost_centres')
      .insert({ ...centre, company_id: ctx.companyId, customer_id: customerId }),
  )
}

/** Whether a cost centre can be chosen at present. */
export async function setCostCentreActive(ctx: CompanyContext, { id, active }: Listing): Promise<void> {
  await done(
    ctx,
    await ctx.db.from('cost_centres').update({ active }).eq('company_id', ctx.companyId).eq('id', id),
  )
}
