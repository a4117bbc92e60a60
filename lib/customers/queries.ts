import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { isUuid } from '@/lib/core/ids'

/** A customer with everything their page tells. */
export type CustomerDetail = ReturnType<typeof toDetail>

/** Somebody who drives for a customer, with their licence. */
export type Driver = CustomerDetail['drivers'][number]

/**
 * One customer with drivers, account, vehicles and consents; who was deleted or merged only when asked for.
 * @throws AppError `not_found`
 */
export async function getCustomer(
  ctx: CompanyContext,
  id: string,
  { evenDeleted = false } = {},
): Promise<CustomerDetail> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [{ data, error }, account] = await Promise.all([selectCustomer(ctx, id), selectAccount(ctx, id)])
  if (error) throw fromPostgres(error)
  if (account.error) throw fromPostgres(account.error)
  if (!data || (data.deleted_at !== null && !evenDeleted)) throw new AppError('not_found')
  return toDetail(data, account.data)
}

/** Deleted customers who can still be brought back, the latest first. */
export async function listDeletedCustomers(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('customers')
    .select('id, number, name, deleted_at')
    .eq('company_id', ctx.companyId)
    .not('deleted_at', 'is', null)
    .is('merged_into', null)
    .is('erased_at', null)
    .order('deleted_at', { ascending: false })
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map(({ deleted_at, ...customer }) => ({ ...customer, deletedAt: deleted_at ?? '' }))
}

function selectCustomer(ctx: CompanyContext, id: string) {
  return ctx.db
    .from('customers')
    .select(
      `*, drivers!drivers_company_id_customer_id_fkey(*), customer_vehicles!customer_vehicles_company_id_customer_id_fkey(*),
      consents!consents_company_id_customer_id_fkey(*), cost_centres!cost_centres_company_id_customer_id_fkey(*)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
}

function selectAccount(ctx: CompanyContext, customerId: string) {
  return ctx.db
    .from('customer_accounts')
    .select('*')
    .eq('company_id', ctx.companyId)
    .eq('customer_id', customerId)
    .maybeSingle()
}

type SelectedAccount = NonNullable<Awaited<ReturnType<typeof selectAccount>>['data']>
type SelectedCustomer = NonNullable<Awaited<ReturnType<typeof selectCustomer>>['data']>

function toDetail(row: SelectedCustomer, account: SelectedAccount | null) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    firmName: row.firm_name,
    email: row.email,
    phone: row.phone,
    street: row.street,
    houseNumber: row.house_number,
    postalCode: row.postal_code,
    town: row.town,
    country: row.country,
    language: row.language,
    canton: row.canton,
    birthDate: row.birth_date,
    nationality: row.nationality,
    idDocumentKind: row.id_document_kind,
    idDocumentNumber: row.id_document_number,
    idDocumentCountry: row.id_document_country,
    idDocumentExpiresOn: row.id_document_expires_on,
    ahvNumber: row.ahv_number,
    uidNumber: row.uid_number,
    tags: row.tags,
    custom: row.custom as Record<string, string | number | boolean>,
    notes: row.notes,
    hasCard: row.payment_method_id !== null,
    blockedAt: row.blocked_at,
    blockedReason: row.blocked_reason,
    blockedUntil: row.blocked_until,
    deletedAt: row.deleted_at,
    erasedAt: row.erased_at,
    mergedInto: row.merged_into,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    drivers: row.drivers.map(toDriver).toSorted((a, b) => a.name.localeCompare(b.name)),
    vehicles: row.customer_vehicles.map(
      ({ company_id, customer_id, model_year, updated_at, ...vehicle }) => ({
        ...vehicle,
        modelYear: model_year,
        updatedAt: updated_at,
      }),
    ),
    consents: row.consents.map(toConsent).toSorted((a, b) => b.givenAt.localeCompare(a.givenAt)),
    costCentres: row.cost_centres
      .map(({ id, code, name, active }) => ({ id, code, name, active }))
      .toSorted((a, b) => a.code.localeCompare(b.code)),
    account: account && toAccount(account),
  }
}

function toDriver(row: SelectedCustomer['drivers'][number]) {
  return {
    id: row.id,
    name: `${row.first_name} ${row.last_name}`,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date,
    email: row.email,
    phone: row.phone,
    licenceNumber: row.licence_number,
    licenceCountry: row.licence_country,
    licenceCategories: row.licence_categories,
    licenceSince: row.licence_since as Record<string, string>,
    licenceCodes: row.licence_codes,
    licenceIssuedOn: row.licence_issued_on,
    licenceExpiresOn: row.licence_expires_on,
    active: row.active,
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    updatedAt: row.updated_at,
  }
}

function toConsent(row: SelectedCustomer['consents'][number]) {
  return {
    id: row.id,
    kind: row.kind,
    textVersion: row.text_version,
    source: row.source,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }
}

function toAccount(row: SelectedAccount) {
  return {
    paymentTermsDays: row.payment_terms_days,
    collectiveInvoice: row.collective_invoice,
    listedDriversOnly: row.listed_drivers_only,
    costCentreRequired: row.cost_centre_required,
    firmPays: row.firm_pays,
    firmSharePercent: row.firm_share_percent,
    billingName: row.billing_name,
    billingStreet: row.billing_street,
    billingHouseNumber: row.billing_house_number,
    billingPostalCode: row.billing_postal_code,
    billingTown: row.billing_town,
    billingEmail: row.billing_email,
    updatedAt: row.updated_at,
  }
}
