import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { isUuid } from '@/lib/core/ids'

/** A customer with everything their page tells. */
export type CustomerDetail = ReturnType<typeof toDetail>

/**
 * One customer with their drivers.
 * @throws AppError `not_found`
 */
export async function getCustomer(ctx: CompanyContext, id: string): Promise<CustomerDetail> {
  if (!isUuid(id)) throw new AppError('not_found')
  const { data, error } = await selectCustomer(ctx, id)
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  return toDetail(data)
}

function selectCustomer(ctx: CompanyContext, id: string) {
  return ctx.db
    .from('customers')
    .select('*, drivers!drivers_company_id_customer_id_fkey(*)')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .is('deleted_at', null)
    .maybeSingle()
}

type SelectedCustomer = NonNullable<Awaited<ReturnType<typeof selectCustomer>>['data']>

function toDetail(row: SelectedCustomer) {
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
    birthDate: row.birth_date,
    notes: row.notes,
    hasCard: row.payment_method_id !== null,
    blockedAt: row.blocked_at,
    blockedReason: row.blocked_reason,
    createdAt: row.created_at,
    drivers: row.drivers.map((driver) => ({
      id: driver.id,
      name: `${driver.first_name} ${driver.last_name}`,
      birthDate: driver.birth_date,
      licenceNumber: driver.licence_number,
      licenceCategories: driver.licence_categories,
      licenceExpiresOn: driver.licence_expires_on,
      verifiedAt: driver.verified_at,
    })),
  }
}
